package dandori.policy.limit;

import dandori.job.Jobs;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** Who is within its share and who has borrowed, in a run. */
final class ReclaimInRun implements Preemption {

    private final Division division;
    private final Jobs jobs;
    private final Reclaim.Terms terms;
    private final List<IntArrayList> running = new ArrayList<>(); // by owner, as they started
    private int[] used = new int[1]; // nodes, by owner
    private int[] nodes = new int[64]; // of running jobs, by row
    private final BitSet borrowed = new BitSet(); // running jobs, unless `isStale`
    private boolean isStale;

    ReclaimInRun(Division division, Jobs jobs, Reclaim.Terms terms) {
        this.division = division;
        this.jobs = jobs;
        this.terms = terms;
    }

    /** The owner of what a job may have; 0 of those without an organization. */
    private int place(int job) {
        int place = division.ownerOf(job);
        while (running.size() <= place) {
            running.add(new IntArrayList());
        }
        used = place < used.length ? used : Arrays.copyOf(used, 2 * place);
        return place;
    }

    @Override
    public boolean mayTakeAny(int job, Situation now) {
        int place = place(job);
        return used[place] + now.nodesNeeded(job) <= division.nodesOf(place);
    }

    @Override
    public boolean mayTake(int job, int victim, Situation now) {
        return jobs.organization(job) != jobs.organization(victim)
                && mayTakeAny(job, now)
                && isBorrowed(victim);
    }

    private boolean isBorrowed(int job) {
        if (isStale) {
            isStale = false;
            borrowed.clear();
            for (int place = 0; place < running.size(); place++) {
                long sum = 0;
                for (int i = 0; i < running.get(place).size(); i++) {
                    sum += nodes[running.get(place).get(i)];
                    borrowed.set(running.get(place).get(i), sum > division.nodesOf(place));
                }
            }
        }
        return borrowed.get(job);
    }

    @Override
    public boolean mayMakeWay(int victim, Situation now) {
        return isBorrowed(victim);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        nodes = job < nodes.length ? nodes : Arrays.copyOf(nodes, 2 * job);
        nodes[job] = now.nodesNeeded(job);
        int place = place(job);
        used[place] += nodes[job];
        running.get(place).add(job);
        isStale = true;
    }

    @Override
    public void jobEnded(int job, Situation now) {
        int place = place(job);
        used[place] -= nodes[job];
        running.get(place).remove(job);
        isStale = true;
    }

    @Override
    public long exemptMillis(int victim) {
        return terms.guaranteedMillis();
    }

    @Override
    public PreemptMode mode(int victim, Situation now) {
        if (terms.suspends()) {
            return PreemptMode.SUSPEND;
        }
        return terms.checkpointMillis() > 0 ? PreemptMode.CHECKPOINT : PreemptMode.REQUEUE;
    }

    @Override
    public long checkpointedMillis(int victim, long workMillis) {
        return workMillis - workMillis % Math.max(1, terms.checkpointMillis());
    }

    @Override
    public long restartMillis(int victim) {
        return terms.restartMillis();
    }
}
