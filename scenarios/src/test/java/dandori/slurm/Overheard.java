package dandori.slurm;

import dandori.policy.Order;
import dandori.policy.Setting;
import dandori.state.Situation;
import java.util.Map;
import java.util.TreeMap;

/** An order that remembers what it said first between two instants, by the numbers of jobs. */
record Overheard(Order order, long fromMillis, long toMillis, Map<Long, Double> scores)
        implements Order {

    /** Nothing has been said yet. */
    Overheard(Order order, long fromMillis, long toMillis) {
        this(order, fromMillis, toMillis, new TreeMap<>());
    }

    @Override
    public double score(int job, Situation now) {
        double score = order.score(job, now);
        if (now.nowMillis() >= fromMillis && now.nowMillis() < toMillis) {
            scores.putIfAbsent(now.jobs().id(job), score);
        }
        return score;
    }

    @Override
    public Order forRun(Setting setting) {
        return new Overheard(order.forRun(setting), fromMillis, toMillis, scores);
    }

    @Override
    public void jobQueued(int job, Situation now) {
        order.jobQueued(job, now);
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        order.jobWithdrawn(job, now);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        order.jobStarted(job, now);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        order.jobEnded(job, now);
    }
}
