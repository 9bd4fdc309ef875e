package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.List;

/**
 * EASY with further reservations for jobs whose deadline draws near: pieces of campaigns that have
 * one.
 *
 * <p>A job is urgent while its laxity, the time from now to its {@linkplain
 * dandori.job.Jobs#latestStartMillis latest start}, is at most {@code laxity}; afterwards too, when
 * the deadline can no longer be met. The head of the queue holds a reservation, whatever it is, and
 * so does each urgent job that cannot start; they are made anew at each pass, in the order of the
 * queue, as {@link Depth} does. All others start where they fit. An urgent job does not overtake by
 * itself: it is protected from those behind it, as the head is.
 *
 * <p>Our own: EASY and conservative backfilling are the two ends. Without deadlines it is {@code
 * easy}, with an endless laxity and deadlines for all it is {@code replan}. Cost: that of {@code
 * replan} for the urgent, and of {@code depth:1} for the others.
 */
public final class DeadlineBackfill implements Backfill {

    private final long laxityMillis;
    private final Depth plan;

    /** Reservations for those who have at most so many milliseconds to spare, at least 0. */
    public DeadlineBackfill(long laxityMillis) {
        if (laxityMillis < 0) {
            throw new IllegalArgumentException(
                    "laxityMillis (%d) must be at least 0.".formatted(laxityMillis));
        }
        this.laxityMillis = laxityMillis;
        plan = new Depth((job, now) -> job == now.queue().first() || isUrgent(job, now));
    }

    private boolean isUrgent(int job, Situation now) {
        long latest = now.jobs().latestStartMillis(job);
        return latest < Long.MAX_VALUE && latest - now.nowMillis() <= laxityMillis;
    }

    @Override
    public Backfill forRun() {
        return new DeadlineBackfill(laxityMillis);
    }

    @Override
    public boolean protectsHead() {
        return true;
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void fill(Situation now, Actions act) {
        plan.fill(now, act);
    }

    /** Nobody in particular: many may have been planned for. */
    @Override
    public int keepsFor(Situation now) {
        return -1;
    }

    /** Makes it known as {@code deadline}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "deadline",
                    "EASY with reservations for pieces of campaigns whose deadline draws near.",
                    "");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.duration("laxity", "1d")
                            .says("How much time to spare makes a job urgent."));
        }

        @Override
        public Backfill create(Options options) {
            return new DeadlineBackfill(options.millis("laxity"));
        }
    }
}
