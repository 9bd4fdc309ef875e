package dandori.scenario;

import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Reservation;
import dandori.scenario.key.Times;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param partitions for whose jobs as well: resource groups or, without, partitions of a trace
 * @param campaigns for whose jobs as well
 * @param lendMillis jobs of others of at most this estimate may have them, too
 */
public record PlannedReservation(
        String name,
        String machine,
        Times times,
        NodeSet nodes,
        List<String> organizations,
        List<String> users,
        List<String> partitions,
        List<String> campaigns,
        long lendMillis) {

    /** Keeps the lists. */
    public PlannedReservation {
        organizations = List.copyOf(organizations);
        users = List.copyOf(users);
        partitions = List.copyOf(partitions);
        campaigns = List.copyOf(campaigns);
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
                Stream.concat(users.stream(), campaigns.stream()).collect(Collectors.toSet()),
                Set.copyOf(partitions),
                lendMillis);
    }
}
