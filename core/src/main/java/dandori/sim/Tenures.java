package dandori.sim;

import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that are safe only for a time, and what others may take of their nodes afterwards.
 *
 * <p>Such a job is planned with as if it ended when it is no longer safe. From then on it runs, up
 * to its walltime, until the head of the queue can start on its nodes: a spot job yields to earlier
 * tiers, a job with a minimum run time to its own tier too. Those that started last are ended
 * first, and none whose nodes the head does not take.
 */
final class Tenures {

    private final PoolRun pool;
    private final Run run;

    Tenures(PoolRun pool, Run run) {
        this.pool = pool;
        this.run = run;
    }

    /**
     * How long the job is safe from its start, {@link Long#MAX_VALUE} if for its whole walltime.
     */
    long safeMillis(int job) {
        long minimum = run.jobs.request(job).minimumMillis();
        long safe = minimum > 0 ? minimum : Long.MAX_VALUE;
        Groups groups = pool.groups;
        if (groups != null) {
            safe = Math.min(safe, groups.partition(job).tenure().guaranteedMillis());
        }
        return safe;
    }

    private boolean yields(int job, int beneficiary) {
        if (run.ledger.startMillis[job] + safeMillis(job) > run.nowMillis) {
            return false;
        }
        int tier = pool.tier(job);
        int other = pool.tier(beneficiary);
        return other < tier || other == tier && run.jobs.request(job).minimumMillis() > 0;
    }

    /**
     * Ends jobs that are no longer safe so that another can start at once; null if that is no use.
     */
    @Nullable NodeSet makeRoom(int job) {
        List<Integer> victims = new ArrayList<>();
        for (int place = 0; place < pool.running.size(); place++) {
            if (yields(pool.running.job(place), job)) {
                victims.add(pool.running.job(place));
            }
        }
        if (victims.isEmpty()) {
            return null;
        }
        victims.sort(
                Comparator.<Integer>comparingLong(one -> -run.ledger.startMillis[one])
                        .thenComparingLong(one -> -run.jobs.sequence(one)));
        Groups groups = pool.groups;
        return groups == null ? byCount(job, victims) : byPlace(job, victims, groups);
    }

    private @Nullable NodeSet byCount(int job, List<Integer> victims) {
        int missing = pool.nodesNeeded(job) - pool.freeNodes();
        int ended = 0;
        for (int i = 0; i < victims.size() && missing > 0; i++) {
            missing -= pool.nodesHeld(victims.get(i));
            ended = i + 1;
        }
        if (missing > 0) {
            return null;
        }
        victims.subList(0, ended).forEach(pool::endForAnother);
        return NodeSet.EMPTY;
    }

    private @Nullable NodeSet byPlace(int job, List<Integer> victims, Groups groups) {
        NodeSet allowed = groups.allowed(job, run.nowMillis);
        NodeSet set = null;
        for (int i = 0; i < victims.size() && set == null; i++) {
            groups.suppose(groups.held(victims.get(i)), true);
            set = groups.place(job, allowed);
        }
        groups.forget();
        if (set == null) {
            return null;
        }
        for (int victim : victims) {
            if (groups.held(victim).and(set).size() > 0) {
                pool.endForAnother(victim);
            }
        }
        return set;
    }
}
