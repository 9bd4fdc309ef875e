package dandori.agent;

import dandori.policy.Actions;
import dandori.policy.Verdict;
import dandori.sim.Course;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.BitSet;

/**
 * A simulation in which an agent decides: it runs to the next decision, shows the situation, takes
 * an action, and says what it was worth.
 *
 * <pre>{@code
 * Episode episode = new Episode(simulation, Rewards.boundedSlowdown(workload.count()));
 * while (!episode.isDone()) {
 *     int job = agent.choose(episode.now());
 *     if (job < 0) {
 *         episode.goOn();
 *     } else {
 *         episode.start(job);
 *     }
 *     agent.learn(episode.reward());
 * }
 * }</pre>
 *
 * <p>A decision is one action. After a start the agent is asked again at the same instant, as long
 * as there is something to decide ({@link Asks}); {@link #goOn} ends the pass. Order, admission,
 * placement, estimates and preemption are those of the simulation's policy; its backfill is not
 * asked.
 *
 * <p>The same simulation and the same actions give the same episode. A reset is a new episode; no
 * thread stands behind one, and one that is given up is simply left. Cost: that of the run, plus
 * what the agent looks at. Not thread safe.
 */
public final class Episode {

    private final Course course;
    private final Reward rewards;
    private final Asks asks;
    private final BitSet refused = new BitSet(); // tried in vain since somebody has started
    private boolean isDone;
    private long decisions;
    private double reward;
    private double totalReward;

    /** An episode that asks where somebody fits. */
    public Episode(Simulation simulation, Reward reward) {
        this(simulation, reward, Asks.SOMEBODY_FITS);
    }

    /**
     * An episode, run to its first decision.
     *
     * @param simulation with a policy; it is not changed, and may serve other episodes
     * @param reward a new one
     * @param asks at which passes the agent is asked
     * @throws IllegalStateException as {@link Simulation#stepwise}
     */
    public Episode(Simulation simulation, Reward reward, Asks asks) {
        course = simulation.stepwise(reward);
        rewards = reward;
        this.asks = asks;
        toNextPassWithDecision();
        pay();
    }

    private void toNextPassWithDecision() {
        do {
            refused.clear();
            isDone = !course.toNextPass();
        } while (!isDone && !asks.isDue(course.situation()));
    }

    private void pay() {
        long now = course.nowMillis();
        reward =
                isDone
                        ? rewards.takeLast(course.outcome().log().endOfRunMillis())
                        : rewards.take(now);
        totalReward += reward;
    }

    /** Whether the episode is over: nobody is left to decide about, or its horizon has come. */
    public boolean isDone() {
        return isDone;
    }

    /**
     * What may be known at this decision, of the pool that it is about. It changes with each
     * action.
     *
     * @throws IllegalStateException if the episode is over
     */
    public Situation now() {
        return course.situation();
    }

    /**
     * Tries to start a waiting job, on nodes that the placement chooses. If it starts, the next
     * decision comes, at this instant or later; if not, nothing has happened, and this one remains.
     *
     * @return that it has started, or why not
     * @throws IllegalArgumentException if no such job waits here and may start
     */
    public Verdict start(int job) {
        requireWaiting(job);
        Verdict verdict = course.actions().tryStart(job);
        if (verdict.started()) {
            refused.clear();
            decided();
        } else {
            refused.set(job);
        }
        return verdict;
    }

    /**
     * Starts nobody more at this pass; the next decision comes when something has happened.
     *
     * @throws IllegalStateException if nothing more would happen ({@link #mustStart})
     */
    public void goOn() {
        if (mustStart()) {
            throw new IllegalStateException(
                    "Nothing runs and nobody is to come, so a job must start now.\nMaybe the first of the queue that fits");
        }
        toNextPassWithDecision();
        decisions++;
        pay();
    }

    /**
     * Whether a job must start now, since nothing more would happen otherwise: nothing runs, nobody
     * is to come, and somebody fits who has not been tried in vain.
     */
    public boolean mustStart() {
        if (isDone || !course.isLastChance()) {
            return false;
        }
        Situation now = course.situation();
        int free = now.cluster().freeNodes();
        for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
            if (now.nodesNeeded(job) <= free && !refused.get(job)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Refuses a waiting job for good.
     *
     * @throws IllegalArgumentException if no such job waits here and may start
     */
    public void reject(int job) {
        requireWaiting(job);
        rewards.jobRefused(job, course.situation());
        course.actions().reject(job);
        decided();
    }

    /**
     * Takes a running job off its nodes, in the way that the policy's preemption says; see {@link
     * Actions#preempt}.
     *
     * @throws IllegalArgumentException if no such job runs here
     */
    public void preempt(int job) {
        Situation now = course.situation();
        boolean runs = false;
        for (int place = 0; place < now.cluster().runningCount(); place++) {
            runs |= now.cluster().running(place) == job;
        }
        if (!runs) {
            throw new IllegalArgumentException("No job of row %d runs here.".formatted(job));
        }
        course.actions().preempt(job);
        refused.clear();
        decided();
    }

    private void decided() {
        if (!asks.isDue(course.situation())) {
            toNextPassWithDecision();
        }
        decisions++;
        pay();
    }

    private void requireWaiting(int job) {
        Situation now = course.situation();
        boolean isRow = 0 <= job && job < now.jobs().count();
        if (!isRow || !now.queue().mayStart(job)) {
            throw new IllegalArgumentException(
                    "No job of row %d waits here and may start.".formatted(job));
        }
    }

    /** How many actions have been taken. */
    public long decisions() {
        return decisions;
    }

    /** What the last action was worth; before the first, what came before it. */
    public double reward() {
        return reward;
    }

    /** What all was worth so far. */
    public double totalReward() {
        return totalReward;
    }

    /**
     * What the run came to.
     *
     * @throws IllegalStateException if the episode is not over
     */
    public Outcome outcome() {
        return course.outcome();
    }
}
