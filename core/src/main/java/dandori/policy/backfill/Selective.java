package dandori.policy.backfill;

import dandori.engine.Durations;
import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.List;

/**
 * Selective reservations: only who has waited long, for what it asks, holds a reservation; all
 * others start where they fit.
 *
 * <p>Srinivasan, Kettimuthu, Subramani and Sadayappan, "Selective Reservation Strategies for
 * Backfill Job Scheduling", JSSPP 2002: the fixed threshold. A job is entitled once its expansion
 * factor, (wait + estimate) / estimate, exceeds the threshold (the divisor taken as at least 1 s).
 * The reservations are made anew at each pass, in the order of the queue, as {@link Depth} does;
 * there they are kept until the job starts. At 1 whoever has waited at all holds one, as under
 * {@code replan}, but for jobs of less than 1 s: those once their wait and estimate exceed it.
 *
 * <p>Cost: that of {@code replan}.
 */
public final class Selective implements Backfill {

    private final double threshold;
    private final Depth plan;

    /** Reservations above a threshold of at least 1. */
    public Selective(double threshold) {
        if (!(threshold >= 1)) {
            throw new IllegalArgumentException(
                    "threshold (%s) must be at least 1.".formatted(threshold));
        }
        this.threshold = threshold;
        plan = new Depth(this::isEntitled);
    }

    private boolean isEntitled(int job, Situation now) {
        double wait = now.nowMillis() - now.jobs().submitMillis(job);
        double estimate = now.estimateMillis(job) / (double) Durations.SECOND_MILLIS;
        double expansion = (wait / Durations.SECOND_MILLIS + estimate) / Math.max(1, estimate);
        return expansion > threshold;
    }

    @Override
    public Backfill forRun() {
        return new Selective(threshold);
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void fill(Situation now, Actions act) {
        plan.fill(now, act);
    }

    /** Makes it known as {@code selective}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "selective",
                    "Only who has waited long, for what it asks, holds a reservation.",
                    "Srinivasan et al., JSSPP 2002");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.number("threshold", "2")
                            .atLeast(1)
                            .says("The (wait + estimate) / estimate above which a job holds one."));
        }

        @Override
        public Backfill create(Options options) {
            return new Selective(options.number("threshold"));
        }
    }
}
