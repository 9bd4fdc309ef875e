package dandori.examples;

import dandori.agent.Episode;
import dandori.agent.Rewards;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.state.Situation;

/**
 * An agent that knows six numbers: how much it likes, in a job that fits, its size, its length, its
 * wait, that it is the first of the queue, and that it would not delay the first. It starts the job
 * that it likes best, or nobody if it likes none.
 */
public final class LinearAgent {

    static final int FEATURES = 6;

    private final double[] weights;

    /** An agent of six numbers, the last for any job at all. */
    public LinearAgent(double... weights) {
        this.weights = weights.clone();
    }

    /** What the agent's schedule is worth: minus the average bounded slowdown. */
    public double play(Machine machine, Workload workload) {
        Episode episode = episode(machine, workload);
        drive(episode);
        return episode.totalReward();
    }

    /** Its schedule. */
    public Outcome schedule(Machine machine, Workload workload) {
        Episode episode = episode(machine, workload);
        drive(episode);
        return episode.outcome();
    }

    private static Episode episode(Machine machine, Workload workload) {
        Policy policy =
                Policy.named("agent").order(Orders.fcfs()).backfill(Backfills.none()).build();
        return new Episode(
                Simulation.of(machine, workload).policy(policy),
                Rewards.boundedSlowdown(workload.count()));
    }

    private void drive(Episode episode) {
        while (!episode.isDone()) {
            int job = choose(episode.now(), episode.mustStart());
            if (job < 0) {
                episode.goOn();
            } else {
                episode.start(job);
            }
        }
    }

    private int choose(Situation now, boolean mustStart) {
        int head = now.queue().first();
        int headNodes = now.nodesNeeded(head);
        long shadow = now.cluster().shadowMillis(headNodes); // when the first can start at last
        int extra = now.cluster().freeNodesAt(shadow) - headNodes;
        int best = -1;
        double liking = mustStart ? Double.NEGATIVE_INFINITY : 0;
        for (int job = head; job >= 0; job = now.queue().next(job)) {
            int nodes = now.nodesNeeded(job);
            if (nodes > now.cluster().freeNodes()) {
                continue;
            }
            long end = now.nowMillis() + now.estimateMillis(job);
            boolean isHarmless = job == head || end <= shadow || nodes <= extra;
            double likes =
                    weights[0] * nodes / now.pool().nodes()
                            + weights[1] * digits(now.estimateMillis(job))
                            + weights[2] * digits(now.nowMillis() - now.jobs().submitMillis(job))
                            + weights[3] * (job == head ? 1 : 0)
                            + weights[4] * (isHarmless ? 1 : 0)
                            + weights[5];
            if (likes > liking) {
                liking = likes;
                best = job;
            }
        }
        return best;
    }

    /** From 0 to about 1: the number of digits of a span in seconds, over five. */
    private static double digits(long millis) {
        return StrictMath.log10(1 + millis / 1_000.0) / 5;
    }
}
