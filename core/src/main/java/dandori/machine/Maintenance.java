package dandori.machine;

import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * A date on which nodes of a machine are out of service, as its operator has announced it. Jobs
 * that would run into it are not started.
 *
 * @param from when they leave
 * @param to when they come back; later
 * @param nodes how many, {@link Outage#WHOLE} for all
 * @param pool of which pool; empty for the whole machine
 * @param fact the same in words, with where it is known from
 */
public record Maintenance(ZonedDateTime from, ZonedDateTime to, int nodes, String pool, Fact fact) {

    /** Checks the span. */
    public Maintenance {
        if (!from.isBefore(to) || nodes < 1) {
            throw new IllegalArgumentException(
                    "Maintenance of %d nodes from %s to %s: it must end after it begins, and take at least 1 node."
                            .formatted(nodes, from, to));
        }
    }

    /** Whether it takes every node of the machine. */
    public boolean isOfAll() {
        return pool.isEmpty() && nodes == Outage.WHOLE;
    }

    /** Whether it overlaps another in time and may take the same nodes. */
    public boolean meets(Maintenance other) {
        boolean mayShare = pool.isEmpty() || other.pool.isEmpty() || pool.equals(other.pool);
        return mayShare && from.isBefore(other.to) && other.from.isBefore(to);
    }

    /**
     * The outage in a run.
     *
     * @param machine the machine's name in the run
     * @param origin the date of time 0
     */
    public Outage outage(String machine, ZonedDateTime origin) {
        return new Outage(
                        Duration.between(origin, from).toMillis(),
                        Duration.between(origin, to).toMillis(),
                        nodes)
                .of(machine)
                .in(pool);
    }

    /** The same of a machine that is one pool. */
    Maintenance withoutGroups(Machine machine) {
        int size = nodes;
        for (Pool one : machine.pools()) {
            if (one.name().equals(pool)) {
                size = Math.min(nodes, one.nodes());
            }
        }
        return new Maintenance(from, to, size, "", fact);
    }
}
