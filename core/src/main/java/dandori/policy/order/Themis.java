package dandori.policy.order;

import dandori.engine.Durations;
import dandori.policy.Order;
import dandori.policy.Setting;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.List;

/**
 * Finish-time fairness: first who fares worst by ρ, the time from submission to the end if it ran
 * from now on, / the time that it would take alone on its share of the pool, an equal one for each
 * job that is there.
 *
 * <p>Who runs keeps its nodes for a lease, and takes part again at the end of each. Alone on a
 * share of s nodes, a job of n nodes takes max(1, n / s) times as long.
 *
 * <p>Mahajan et al., "Themis: Fair and Efficient GPU Cluster Scheduling", NSDI 2020. A rigid job
 * can bid for all of its nodes or none, so there is no auction: nodes are offered to one after the
 * other, the worst first, and the fraction f of the paper is of no matter.
 *
 * <p>Cost: O(1) a score; O(running) a pass.
 *
 * @param leaseMillis for how long who runs is left alone; at least 1
 */
public record Themis(long leaseMillis) implements Order {

    /** Leases of 20 minutes, as in the paper. */
    public static final Themis OF_THE_PAPER = new Themis(20 * Durations.MINUTE_MILLIS);

    /**
     * Checks the lease.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Themis {
        if (leaseMillis < 1) {
            throw new IllegalArgumentException(
                    "lease (%d ms) must be at least 1.".formatted(leaseMillis));
        }
    }

    @Override
    public double score(int job, Situation now) {
        throw Unset.order("themis");
    }

    @Override
    public Order forRun(Setting setting) {
        return new InRun(leaseMillis, setting.pool().nodes());
    }

    private static final class InRun implements Order {

        private final long leaseMillis;
        private final int nodes;
        private final Stays stays = new Stays();
        private int present;

        InRun(long leaseMillis, int nodes) {
            this.leaseMillis = leaseMillis;
            this.nodes = nodes;
        }

        @Override
        public double score(int job, Situation now) {
            double left = Math.max(0, now.estimateMillis(job) - stays.stayMillis(job, now));
            double age = now.nowMillis() - now.jobs().submitMillis(job);
            double slowdown = Math.max(1, (double) present * now.nodesNeeded(job) / nodes);
            double alone = (stays.executedMillis(job, now) + left) * slowdown;
            return -(age + left) / Math.max(1, alone);
        }

        @Override
        public double standing(int job, boolean runs, Situation now) {
            boolean isLeased = runs && now.nowMillis() < leaseEndMillis(job, now);
            return isLeased ? Double.NEGATIVE_INFINITY : score(job, now);
        }

        /** The end of the lease that goes on now, or ends now. */
        private long leaseEndMillis(int job, Situation now) {
            long stay = stays.stayMillis(job, now);
            long leases = Math.max(1, Math.floorDiv(stay + leaseMillis - 1, leaseMillis));
            return now.nowMillis() - stay + leases * leaseMillis;
        }

        @Override
        public long nextChangeMillis(Situation now) {
            long next = Long.MAX_VALUE;
            for (int place = 0; place < now.cluster().runningCount(); place++) {
                int job = now.cluster().running(place);
                long end = leaseEndMillis(job, now);
                next = Math.min(next, end > now.nowMillis() ? end : end + leaseMillis);
            }
            return next;
        }

        @Override
        public void jobQueued(int job, Situation now) {
            present++;
            stays.queued(job, now);
        }

        @Override
        public void jobWithdrawn(int job, Situation now) {
            present--;
        }

        @Override
        public void jobStarted(int job, Situation now) {
            stays.started(job, now);
        }

        @Override
        public void jobEnded(int job, Situation now) {
            present--;
            stays.ended(job, now);
        }
    }

    /** Makes the order known as {@code themis}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(
                    Order.class,
                    "themis",
                    "largest (w + e) / e alone on an equal share: finish-time fairness.",
                    "Mahajan et al. (Themis), NSDI 2020");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.duration("lease", "20min")
                            .positive()
                            .says("For how long who runs is left alone."));
        }

        @Override
        public Order create(Options options) {
            return new Themis(options.millis("lease"));
        }
    }
}
