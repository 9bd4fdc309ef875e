package dandori.sim;

import dandori.policy.Actions;
import dandori.state.Situation;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A run on its way, that stops at each scheduling pass and goes on when it is told to: in between,
 * whoever drives it decides. {@link Simulation#stepwise} begins one.
 *
 * <pre>{@code
 * Course course = simulation.stepwise();
 * while (course.toNextPass()) {
 *     decide(course.situation(), course.actions());
 * }
 * Outcome outcome = course.outcome();
 * }</pre>
 *
 * <p>Everything that happens at an instant is applied before the pass, as in any run, and a run in
 * which each pass does what a backfill would do is that backfill's run. Not thread safe; nothing is
 * to be closed.
 */
public final class Course {

    private final Run run;
    private final LongFunction<Outcome> sums; // by the last instant
    private int nextPool; // to be asked for its pass at this instant
    private boolean isWithinInstant;
    private boolean isOver;
    private @Nullable PoolRun open; // the pool whose pass is on
    private @Nullable Outcome outcome;

    Course(Run run, LongFunction<Outcome> sums) {
        this.run = run;
        this.sums = sums;
    }

    /** Runs to the end, each pool's own scheduler deciding. */
    Outcome run() {
        return sums.apply(run.run());
    }

    /**
     * Ends the pass, if one is on, and goes on to the next, in which something has happened; false
     * if there is none, and the run is over.
     */
    public boolean toNextPass() {
        if (open != null && open.claim()) {
            return true; // others have made way for somebody: the pass goes on
        }
        endPass();
        while (true) {
            while (isWithinInstant && nextPool < run.pools().size()) {
                PoolRun pool = run.pools().get(nextPool++);
                if (pool.touched) {
                    pool.beginPass();
                    open = pool;
                    return true;
                }
            }
            if (isWithinInstant) {
                run.endInstant();
                isWithinInstant = false;
            }
            isOver = !run.beginInstant();
            if (isOver) {
                return false;
            }
            isWithinInstant = true;
            nextPool = 0;
        }
    }

    private void endPass() {
        if (open != null) {
            open.endPass();
            open = null;
        }
    }

    /**
     * What may be known in the pass that is on.
     *
     * @throws IllegalStateException if none is
     */
    public Situation situation() {
        return open();
    }

    /**
     * What can be done in the pass that is on.
     *
     * @throws IllegalStateException if none is
     */
    public Actions actions() {
        return open();
    }

    private PoolRun open() {
        if (open == null) {
            throw new IllegalStateException(
                    "No pass is on: the run has not begun, or is over.\nMaybe toNextPass()");
        }
        return open;
    }

    /** The instant, in milliseconds since the origin; {@link Long#MIN_VALUE} before the first. */
    public long nowMillis() {
        return run.nowMillis;
    }

    /**
     * Whether nothing more will happen unless a job is started now: nothing runs, nobody is to
     * come, and no other pool is yet to decide at this instant.
     */
    public boolean isLastChance() {
        boolean isLast = run.isStill();
        for (int pool = nextPool; isLast && pool < run.pools().size(); pool++) {
            isLast = !run.pools().get(pool).touched;
        }
        return isLast;
    }

    /**
     * What the run came to; once {@link #toNextPass} has said that it is over.
     *
     * @throws IllegalStateException if it is not
     */
    public Outcome outcome() {
        if (outcome == null) {
            if (!isOver) {
                throw new IllegalStateException("The run is not over.\nMaybe toNextPass()");
            }
            outcome = sums.apply(run.lastMillis());
        }
        return Objects.requireNonNull(outcome);
    }
}
