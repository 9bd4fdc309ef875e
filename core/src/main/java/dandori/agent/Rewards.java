package dandori.agent;

/** The rewards that are there. */
public final class Rewards {

    private Rewards() {}

    /**
     * Minus the bounded slowdown of each job that ends, divided by the number of jobs: all of an
     * episode adds up to minus the average. Jobs that wait or run at the end count as if they ended
     * then, and so do those that the agent has refused, which is therefore never a way out.
     *
     * @param jobs how many jobs the episode has
     */
    public static Reward boundedSlowdown(int jobs) {
        return new SlowdownReward(jobs);
    }

    /**
     * Minus the node hours waited since the last decision: the nodes that waiting jobs ask for, by
     * the time that they wait. Those that the agent has refused wait on until the end.
     */
    public static Reward waitingNodeHours() {
        return new WaitingReward();
    }
}
