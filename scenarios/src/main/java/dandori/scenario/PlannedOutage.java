package dandori.scenario;

import dandori.machine.Calendar.OnBegin;
import dandori.machine.Outage;
import dandori.scenario.key.Times;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planned outage of a scenario, or many at the same hours.
 *
 * @param name what it is called; empty for nothing
 * @param machine whose nodes
 * @param times when they are away
 * @param nodes how many, {@link Outage#WHOLE} for all
 * @param pool of which pool; empty for the whole machine
 * @param onBegin what becomes of jobs that run when it begins
 */
public record PlannedOutage(
        String name, String machine, Times times, int nodes, String pool, OnBegin onBegin) {

    /** The outages in a run; none where its end does not lie after its beginning. */
    List<Outage> outages(@Nullable ZonedDateTime origin) {
        return times.spans(origin).stream()
                .map(span ->
                        new Outage(
                                        span.fromMillis(),
                                        span.toMillis(),
                                        nodes,
                                        machine,
                                        pool,
                                        onBegin)
                                .called(name))
                .toList();
    }
}
