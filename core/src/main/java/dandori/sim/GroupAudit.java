package dandori.sim;

import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Partition;
import dandori.machine.Reservation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Full checking of what resource groups guarantee, from their calendars and masks alone: jobs lie
 * on the nodes of their groups and nowhere twice, a closed group starts nobody, and as long as a
 * group has nodes to itself, jobs of others lie there only if they run on although they are no
 * longer safe. The same holds for reservations, but for jobs that ran before the run began.
 */
final class GroupAudit {

    private final PoolRun pool;

    GroupAudit(PoolRun pool) {
        this.pool = pool;
    }

    /** What is wrong after a pass, in words; null if nothing is. */
    @Nullable String fault() {
        int nodes = 0;
        NodeSet busy = NodeSet.EMPTY;
        for (int place = 0; place < pool.running.size(); place++) {
            int job = pool.running.job(place);
            NodeSet held = pool.run.ledger.nodeSet(job);
            if (held == null || held.size() != pool.nodesNeeded(job)) {
                return "job %d does not have its nodes".formatted(pool.jobs.id(job));
            }
            busy = busy.or(held);
            nodes += held.size();
            String fault = faultOf(job, held);
            if (fault != null) {
                return fault;
            }
        }
        return busy.size() == nodes ? null : "two jobs have a node at once";
    }

    private @Nullable String faultOf(int job, NodeSet held) {
        List<Partition> groups = Groups.partitions(pool.pool());
        int own = pool.run.ledger.group(job);
        if (held.minus(groups.get(own).nodes()).size() > 0) {
            return "job %d lies on %s, but its group '%s' has %s"
                    .formatted(
                            pool.jobs.id(job),
                            held,
                            groups.get(own).name(),
                            groups.get(own).nodes());
        }
        long start = pool.startMillis(job);
        if (start == pool.nowMillis() && !admitsStart(groups.get(own))) {
            return "job %d starts, but its group '%s' is closed"
                    .formatted(pool.jobs.id(job), groups.get(own).name());
        }
        boolean isPlanned = start + Math.max(1, pool.estimateMillis(job)) > pool.nowMillis();
        for (int group = 0; group < groups.size(); group++) {
            Partition other = groups.get(group);
            if (isPlanned
                    && group != own
                    && other.calendar().isExclusive()
                    && held.and(other.nodes()).size() > 0
                    && isOpen(other)) {
                return "job %d lies on %s, some of which '%s' has to itself now"
                        .formatted(pool.jobs.id(job), held, other.name());
            }
        }
        boolean isFound = pool.run.source.runsAlready(job) && !pool.run.ledger.hasRunBefore(job);
        return isPlanned && !isFound ? faultOfReservations(job, held) : null;
    }

    private @Nullable String faultOfReservations(int job, NodeSet held) {
        for (Booking one : Objects.requireNonNull(pool.groups).bookings().all()) {
            Reservation its = one.reservation();
            if (isOf(job, its) || held.and(its.nodes()).size() == 0) {
                continue;
            }
            long start = pool.startMillis(job);
            for (Opening span : its.spans()) {
                boolean isOn = span.fromMillis() <= pool.nowMillis();
                boolean isLent =
                        span.fromMillis() <= start && pool.estimateMillis(job) <= its.lendMillis();
                if (isOn && pool.nowMillis() < span.toMillis() && !isLent) {
                    return "job %d lies on %s, some of which '%s' reserves now"
                            .formatted(pool.jobs.id(job), held, its.name());
                }
            }
        }
        return null;
    }

    private boolean isOf(int job, Reservation reservation) {
        int organization = pool.jobs.organization(job);
        int user = pool.jobs.user(job);
        List<String> organizations = pool.run.source.organizations();
        List<String> users = pool.run.source.users();
        return organization >= 0
                        && reservation.organizations().contains(organizations.get(organization))
                || user >= 0 && reservation.users().contains(users.get(user))
                || reservation.partitions().contains(partitionOf(job));
    }

    /** The resource group of a job or, without groups, what its trace names; empty for none. */
    private String partitionOf(int job) {
        if (!pool.pool().partitions().isEmpty()) {
            return Objects.requireNonNull(pool.groups).partition(job).name();
        }
        int partition = pool.run.source.jobs().partition(job);
        return partition < 0 ? "" : pool.run.source.partitions().get(partition);
    }

    private boolean isOpen(Partition group) {
        return group.calendar().isAlwaysOpen() || !openings(group, pool.nowMillis()).isEmpty();
    }

    private boolean admitsStart(Partition group) {
        long now = pool.nowMillis();
        return group.calendar().isAlwaysOpen()
                || openings(group, now - 1).stream()
                        .anyMatch(one -> one.fromMillis() <= now && now <= one.lastStartMillis());
    }

    /** Those that are open at some time from an instant until now. */
    private List<Opening> openings(Partition group, long fromMillis) {
        return group.calendar().openings(pool.run.origin, fromMillis, pool.nowMillis() + 1);
    }
}
