package dandori.sim;

import dandori.machine.NodeSet;
import dandori.metric.SentBack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that are safe only for a time, and what others may take of their nodes afterwards.
 *
 * <p>Such a job is planned with as if it ended when it is no longer safe. From then on it runs, up
 * to its walltime, until the head of the queue can start on its nodes: a spot job yields to earlier
 * tiers, a job with a minimum run time to its own tier too. Those that started last are ended
 * first, and none whose nodes the head does not take. A planned loss of nodes for which too few are
 * free ends such jobs too, those that started last first.
 *
 * <p>Tiers are those of resource groups here; without groups all jobs are of one. What jobs may
 * take by their quality of service is another matter, see {@link Claims}: plans by count know of no
 * qualities, so what is planned with as ended must yield to all.
 *
 * <p>A job that is head of the queue but for which such a job is not ended reckons with it until
 * its estimated end. Where both a group and a job's minimum say for how long it is safe, the
 * shorter holds.
 */
final class Tenures {

    private final PoolRun pool;
    private final Run run;
    private final Victims others;
    private int limited; // running jobs that are safe for less than their walltime
    private boolean anyEver; // was there one

    Tenures(PoolRun pool, Run run) {
        this.pool = pool;
        this.run = run;
        others = new Victims(pool);
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

    private boolean isLimited(int job) {
        return safeMillis(job) < run.jobs.walltimeMillis(job);
    }

    /** Takes note of a job that starts; whether it is safe for less than its walltime. */
    boolean began(int job) {
        boolean isLimited = isLimited(job);
        limited += isLimited ? 1 : 0;
        anyEver |= isLimited;
        return isLimited;
    }

    /** Takes note of a job that no longer runs. */
    void left(int job) {
        limited -= isLimited(job) ? 1 : 0;
    }

    /** Whether any job was, so far, safe for less than its walltime. */
    boolean anyEver() {
        return anyEver;
    }

    /** Whether a job that runs is safe until now and no longer. */
    boolean anyEndsBeingSafe() {
        for (int place = 0; limited > 0 && place < pool.running.size(); place++) {
            int job = pool.running.job(place);
            if (isLimited(job) && run.nowMillis - run.ledger.startMillis[job] == safeMillis(job)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnsafe(int job) {
        return isLimited(job) && run.nowMillis - run.ledger.startMillis[job] >= safeMillis(job);
    }

    /** Whether a job is ended for another once it is no longer safe. */
    boolean yields(int job, int beneficiary) {
        int tier = groupTier(job);
        int other = groupTier(beneficiary);
        return isLimited(job)
                && (other < tier || other == tier && run.jobs.request(job).minimumMillis() > 0);
    }

    private int groupTier(int job) {
        Groups groups = pool.groups;
        return groups == null ? 0 : groups.partition(job).tier();
    }

    /** Ends jobs that are no longer safe until so many nodes have been given back. */
    void makeWay(int nodes) {
        int missing = nodes;
        for (int victim : pool.latestFirst(this::isUnsafe)) {
            if (missing <= 0) {
                return;
            }
            missing -= pool.nodesHeld(victim);
            pool.endForAnother(victim, SentBack.OUTAGE);
        }
    }

    /**
     * Ends jobs that are no longer safe so that another can start at once; null if that is no use.
     * The nodes that the other is to have, {@link NodeSet#EMPTY} where any will do.
     */
    @Nullable NodeSet makeRoom(int job) {
        if (limited == 0) {
            return null;
        }
        List<Integer> victims = pool.latestFirst(one -> isUnsafe(one) && yields(one, job));
        if (victims.isEmpty()) {
            return null;
        }
        Victims.Room room = others.find(job, victims, false);
        if (room == null) {
            return null;
        }
        room.victims().forEach(one -> pool.endForAnother(one, SentBack.PREEMPTION));
        return room.set();
    }
}
