package dandori.policy.order;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.Setting;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Smallest predicted run time × nodes first, predicted when the job comes by what its user's jobs
 * of as many nodes ran on average; if there was none, by all of its user's jobs, by everybody's, or
 * at last by its estimate.
 *
 * <p>Hu et al., "Characterization and Prediction of Deep Learning Workloads in Large-Scale GPU
 * Datacenters" (Helios), SC 2021: QSSF with its rolling estimate; jobs have no names here, so their
 * numbers of nodes stand for these. There the first job that does not fit holds up all ({@code
 * none}).
 *
 * <p>Cost: O(1) a job.
 */
public record QuasiShortest() implements Order {

    @Override
    public double score(int job, Situation now) {
        throw Unset.order("qssf");
    }

    @Override
    public Drift drift() {
        return Drift.NEVER;
    }

    @Override
    public Order forRun(Setting setting) {
        return new InRun();
    }

    /** Run times of jobs that have ended. */
    private static final class Mean {

        private long sumMillis;
        private long jobs;

        void add(long millis, int more) {
            sumMillis += millis * more;
            jobs += more;
        }

        boolean isKnown() {
            return jobs > 0;
        }

        double millis() {
            return (double) sumMillis / jobs;
        }
    }

    /** A user's jobs of a size; the size is 0 for all. */
    private record Kind(int user, int nodes) {}

    private static final class InRun implements Order {

        private static final Kind ALL = new Kind(Integer.MIN_VALUE, 0);

        private final Stays stays = new Stays();
        private final Map<Kind, Mean> means = new HashMap<>();
        private double[] score = new double[0]; // by row

        @Override
        public Drift drift() {
            return Drift.NEVER;
        }

        @Override
        public double score(int job, Situation now) {
            return score[job];
        }

        /** What a job is like, the nearest first. */
        private static List<Kind> kinds(int job, Situation now) {
            int user = now.jobs().user(job);
            return List.of(new Kind(user, now.jobs().nodes(job)), new Kind(user, 0), ALL);
        }

        private double predictedMillis(int job, Situation now) {
            for (Kind kind : kinds(job, now)) {
                Mean mean = means.get(kind);
                if (mean != null && mean.isKnown()) {
                    return mean.millis();
                }
            }
            return now.estimateMillis(job);
        }

        @Override
        public void jobQueued(int job, Situation now) {
            if (job >= score.length) {
                score = Arrays.copyOf(score, Math.max(job + 1, 2 * score.length));
            }
            if (stays.queued(job, now)) {
                note(job, -1, now); // it has not ended after all
            } else {
                score[job] = predictedMillis(job, now) * now.jobs().nodes(job);
            }
        }

        @Override
        public void jobStarted(int job, Situation now) {
            stays.started(job, now);
        }

        @Override
        public void jobEnded(int job, Situation now) {
            stays.ended(job, now);
            note(job, 1, now);
        }

        private void note(int job, int more, Situation now) {
            long millis = stays.executedMillis(job, now);
            for (Kind kind : kinds(job, now)) {
                means.computeIfAbsent(kind, any -> new Mean()).add(millis, more);
            }
        }
    }

    /** Makes the order known as {@code qssf}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(
                    Order.class,
                    "qssf",
                    "smallest e·n, e predicted by the user's earlier jobs.",
                    "Hu et al. (Helios), SC 2021");
        }

        @Override
        public Order create(Options options) {
            return new QuasiShortest();
        }
    }
}
