package dandori.scenario;

import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Reservation;
import dandori.scenario.key.Times;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reservation of a scenario.
 *
 * @param name what it is called
 * @param machine whose nodes
 * @param times when they are kept
 * @param nodes which
 * @param organizations for whose jobs
 * @param users for whose jobs as well
 * @param lendMillis jobs of others of at most this estimate may have them, too
 */
public record PlannedReservation(
        String name,
        String machine,
        Times times,
        NodeSet nodes,
        List<String> organizations,
        List<String> users,
        long lendMillis) {

    /** Keeps the lists. */
    public PlannedReservation {
        organizations = List.copyOf(organizations);
        users = List.copyOf(users);
    }

    /** The reservation in a run. */
    Reservation reservation(@Nullable ZonedDateTime origin) {
        List<Opening> spans =
                times.spans(origin).stream()
                        .map(span ->
                                new Opening(span.fromMillis(), span.toMillis(), span.toMillis()))
                        .toList();
        return new Reservation(
                name,
                machine,
                nodes,
                spans,
                Set.copyOf(organizations),
                Set.copyOf(users),
                lendMillis);
    }
}
