package dandori.sim;

import dandori.job.Cause;
import dandori.job.Elasticity;
import dandori.job.JobState;
import dandori.machine.NodeSet;
import dandori.metric.SentBack;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import org.jspecify.annotations.Nullable;

/**
 * What else is done to jobs of a pool than to start them: running ones are taken off their nodes,
 * waiting ones have another size.
 */
final class Interventions {

    private final PoolRun pool;
    private final Run run;
    private final Preemption preemption;

    Interventions(PoolRun pool, Preemption preemption) {
        this.pool = pool;
        this.preemption = preemption;
        run = pool.run;
    }

    /**
     * Gives nodes to a job that runs already when it comes: outside reservations for others, if
     * they suffice; else it lies on those, too, since nobody can have it otherwise.
     */
    void beginAtOnce(int job) {
        boolean hasRoom = pool.nodesNeeded(job) <= pool.freeNodes();
        NodeSet set = hasRoom && !pool.unlimited ? place(job) : null;
        if (set == null && !(hasRoom && pool.unlimited)) {
            throw new IllegalArgumentException(
                    "Job %d runs already and holds %d nodes, but of the %d that are free in pool '%s' it can have none such.\nMaybe another placement, or a snapshot of this machine."
                            .formatted(
                                    run.jobs.id(job),
                                    pool.nodesNeeded(job),
                                    pool.freeNodes(),
                                    pool.pool.name()));
        }
        pool.begin(job, set == null ? NodeSet.EMPTY : set);
    }

    private @Nullable NodeSet place(int job) {
        NodeSet set = pool.place(job);
        Groups groups = pool.groups;
        return set != null || groups == null
                ? set
                : groups.place(job, groups.ofGroup(job, pool.nowMillis()));
    }

    /** Takes a running job off its nodes in the way that the policy says. */
    void preempt(int job) {
        takeOff(job);
        pool.eligibility.refresh();
    }

    private void takeOff(int job) {
        if (!pool.runsHere(job)) {
            throw new IllegalStateException(
                    "Job %d cannot be preempted: it does not run here."
                            .formatted(run.jobs.id(job)));
        }
        PreemptMode mode = preemption.mode(job, pool);
        if (mode == PreemptMode.KILL) {
            pool.endAtOnce(job, JobState.PREEMPTED, SentBack.PREEMPTION, true);
            return;
        }
        if (mode == PreemptMode.REQUEUE || run.executes(job)) {
            if (mode != PreemptMode.REQUEUE && preemption.givesNotice()) {
                run.execution().notice(job);
            }
            pool.requeue(job, SentBack.PREEMPTION);
            return;
        }
        long elapsed = run.nowMillis - run.ledger.startMillis[job];
        long restart = run.progress.keptMillis(job) > 0 ? run.progress.restartMillis(job) : 0;
        long work = Math.max(0, pool.workMillis(job) - restart);
        boolean isSuspended = mode == PreemptMode.SUSPEND;
        long gained = isSuspended ? work : preemption.checkpointedMillis(job, work);
        pool.requeue(
                job,
                SentBack.PREEMPTION,
                gained,
                isSuspended ? elapsed : 0,
                preemption.restartMillis(job));
    }

    /** Gives a waiting job another size. */
    void resize(int job, int nodes) {
        Elasticity some = pool.jobs.elasticity(job);
        boolean isAllowed = some.mostNodes() > 0 && some.nodesWithin(nodes) == nodes;
        if (!pool.queue.contains(job) || !isAllowed) {
            throw new IllegalStateException(
                    "Job %d cannot have %d nodes: it does not wait, or takes from %d to %d."
                            .formatted(
                                    run.jobs.id(job), nodes, some.leastNodes(), some.mostNodes()));
        }
        run.observers.jobResizing(job, pool);
        pool.queue.remove(job); // all that count the waiting forget it as it was
        pool.order.jobWithdrawn(job, pool);
        preemption.jobWithdrawn(job, pool);
        pool.eligibility.rejected(job);
        int nodesBefore = pool.jobs.nodes(job);
        long before = run.source.runMillis(job);
        run.source.resize(job, nodes);
        if (pool.whyNever(job, pool.nodesNeeded(job)) == Cause.NONE && pool.mayEver(job)) {
            run.progress.scale(job, before, run.source.runMillis(job));
        } else {
            run.source.resize(job, nodesBefore);
        }
        pool.enqueue(job, pool.nodesNeeded(job));
        run.observers.jobResized(job, pool);
        pool.eligibility.refresh();
    }
}
