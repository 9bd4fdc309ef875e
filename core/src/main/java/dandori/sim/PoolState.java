package dandori.sim;

import dandori.job.Cause;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.metric.Window;
import dandori.policy.Admission;
import dandori.policy.Drift;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.state.Capacity;
import dandori.state.Cluster;
import dandori.state.JobQueue;
import dandori.state.NodePool;
import dandori.state.Places;
import dandori.state.RunningJobs;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The state of one pool of a run, and what policies may see of it. */
abstract class PoolState implements Situation, Cluster {

    final Run run;
    final Machine machine;
    final Pool pool;
    final Policy policy;
    final Order order;
    final Admission admission;
    final Preemption preemption;
    private final OrganizationShares shares;
    final Jobs jobs;
    final List<String> partitionNames; // as those jobs number them
    final JobQueue queue;
    final RunningJobs running = new RunningJobs();
    final PlannedCapacity capacity;
    final Placement placement;
    final @Nullable Tempo tempo; // null at full speed; never with a pace or an execution
    final boolean unlimited;
    final boolean drifts;
    private final boolean isExact; // the rules know run times
    final @Nullable Prediction prediction; // null unless the rules are told predictions
    private final boolean roundsUp; // nodes needed may differ from those asked for
    final @Nullable NodePool freePool; // null where nodes have no places
    @Nullable NodePool inView; // while a placement works in a part of the pool
    @Nullable Groups groups; // null where every job may go anywhere; set once
    @Nullable Tenures tenures; // null where every job is safe for its walltime; set once
    @Nullable Damage damage; // null where nothing breaks; set once
    @Nullable WaitWatch waits; // null where waits are not to be explained; set once
    int shrunkBy; // nodes that have broken since the scheduler was told
    int inService;
    int free;

    PoolState(Run run, Machine machine, Pool pool, Policy policy, PlannedCapacity capacity) {
        this.run = run;
        this.machine = machine;
        this.pool = pool;
        this.policy = policy;
        this.capacity = capacity;
        tempo = run.tempo.apply(machine);
        List<Partition> groups = pool.partitions();
        boolean isWhole = groups.isEmpty();
        jobs = isWhole ? run.jobs : new GroupedJobs(run.jobs, run.ledger, groups);
        partitionNames =
                isWhole ? run.source.partitions() : groups.stream().map(Partition::name).toList();
        Setting setting =
                new Setting(
                        machine,
                        pool,
                        jobs,
                        run.source.users(),
                        run.source.organizations(),
                        partitionNames,
                        run.origin,
                        run.accounts.apply(machine));
        shares = new OrganizationShares(setting);
        order = policy.order().forRun(setting);
        admission = policy.admission().forRun(setting);
        preemption = preemptionOf(policy).forRun(setting);
        isExact = policy.estimates() == Estimates.EXACT;
        prediction = policy.estimates() == Estimates.PREDICTED ? new Prediction(this) : null;
        drifts = order.drift() != Drift.NEVER;
        queue = QueueByOrder.of(order, this);
        unlimited = policy.backfill().ignoresCapacity();
        inService = pool.nodes();
        free = unlimited ? Integer.MAX_VALUE : pool.nodes();
        placement = policy.placement().forRun(machine, pool, new GroupParts(run.ledger, pool));
        roundsUp = placement.hasPlaces() && !unlimited;
        freePool = roundsUp ? new NodePool(pool.firstNode(), pool.nodes()) : null;
    }

    @Override
    public double shares(int organization) {
        return shares.of(organization);
    }

    private static Preemption preemptionOf(Policy policy) {
        Preemption named = policy.preemption();
        return named == Preemption.NONE ? policy.backfill().preemption() : named;
    }

    // Its nodes, and who has them.

    /** The free nodes by number, without which none can break. */
    NodePool freePlaces() {
        if (freePool == null) {
            throw new IllegalStateException(
                    "Nodes of pool '%s' may fail, but policy '%s' places by count.\nMaybe .placement(Placements.firstFit())"
                            .formatted(pool.name(), policy.name()));
        }
        return freePool;
    }

    /** A job takes nodes. */
    void take(int job, NodeSet set) {
        if (!unlimited) {
            free -= nodesNeeded(job);
        }
        if (freePool != null) {
            freePool.take(set);
            tellTaken(set);
        }
        if (damage != null) {
            damage.began(job, set);
        }
    }

    /** A job gives its nodes back; those of them that are down leave service. */
    void giveBack(int job) {
        if (!unlimited) {
            free += nodesNeeded(job);
        }
        NodeSet set = run.ledger.nodeSet(job);
        if (freePool == null || set == null) {
            return;
        }
        if (damage != null) {
            NodeSet broken = damage.left(set);
            set = set.minus(broken);
            shrink(broken.size());
        }
        freePool.give(set);
        tellGiven(set);
    }

    /** Free nodes have broken. */
    void lose(NodeSet nodes) {
        freePlaces().take(nodes);
        shrink(nodes.size());
        tellTaken(nodes);
    }

    private void shrink(int nodes) {
        free -= nodes;
        inService -= nodes;
        shrunkBy += nodes;
    }

    /** Nodes that had broken are free. */
    void takeBack(NodeSet nodes) {
        freePlaces().give(nodes);
        free += nodes.size();
        inService += nodes.size();
        tellGiven(nodes);
    }

    /** So many nodes leave service, or come back, as planned. */
    void changeService(int change) {
        inService += change;
        free += change;
        if (freePool == null) {
            return;
        }
        NodeSet changed = freePool.changeService(change);
        if (change < 0) {
            tellTaken(changed);
        } else {
            tellGiven(changed);
        }
    }

    private void tellGiven(NodeSet set) {
        placement.given(set);
        if (groups != null) {
            groups.change(set, true);
        }
    }

    private void tellTaken(NodeSet set) {
        placement.taken(set);
        if (groups != null) {
            groups.change(set, false);
        }
    }

    /** How many node milliseconds of a window went by for want of repair. */
    long brokenNodeMillis(Window window) {
        return damage == null ? 0 : damage.nodeMillis(window);
    }

    /**
     * Whether, at each known change before the estimated end of a job that starts now, enough nodes
     * stay that nobody is estimated to hold.
     */
    boolean fitsKnownCapacity(int job) {
        long end = run.nowMillis + estimateMillis(job);
        return fitsKnownCapacity(nodesNeeded(job), run.nowMillis, end);
    }

    /** What is ahead of a job that would start now and does not {@link #fitsKnownCapacity}. */
    Verdict obstacle(int job) {
        int step = obstacleStep(job);
        return step >= 0 && capacity.isOfPower(step) ? Verdict.POWER : Verdict.MAINTENANCE;
    }

    /** The change of the nodes in service that a job would run into; -1 if it meets none. */
    int obstacleStep(int job) {
        long end = run.nowMillis + estimateMillis(job);
        return capacity.firstBelow(nodesNeeded(job), end, this::freeNodesAt);
    }

    /** Why a job that needs more nodes than are free cannot have them. */
    Verdict tooFew(int needed) {
        return needed <= free + capacity.withheld(run.nowMillis) ? Verdict.POWER : Verdict.NODES;
    }

    /** How long another job reckons with a job; see {@link Places#lengthMillis}. */
    long lengthMillis(int job, int other) {
        Tenures some = tenures;
        return some == null || some.yields(job, other) ? estimateMillis(job) : toldMillis(job);
    }

    /** How long a job that starts now on some nodes stays there if nothing breaks. */
    long stayMillis(int job, NodeSet set) {
        if (tempo == null) {
            return run.lengthMillis(job, set);
        }
        long stay = tempo.endMillis(run.nowMillis, run.leftMillis(job)) - run.nowMillis;
        return run.extendsOverruns ? stay : Math.min(stay, run.walltimeLeftMillis(job));
    }

    /** Whether a job ends now because its limit has come, which it would not have met unslowed. */
    boolean isCutSlowed(int job) {
        return run.pace != null && run.pace.isCut(job)
                || tempo != null
                        && tempo.endMillis(run.ledger.startMillis[job], run.leftMillis(job))
                                > run.nowMillis;
    }

    /** The work that a running job has done in this stay, in milliseconds at full speed. */
    long workMillis(int job) {
        if (run.pace != null) {
            return run.pace.workMillis(job);
        }
        long start = run.ledger.startMillis[job];
        return tempo == null
                ? run.nowMillis - start
                : (long) Math.floor(tempo.workMillis(start, run.nowMillis) + 1e-6);
    }

    // Who may come.

    @Override
    public boolean takes(int job) {
        boolean fits =
                groups == null || pool.partitions().isEmpty()
                        ? unlimited || whyTooLarge(job, nodesNeeded(job)) == Cause.NONE
                        : run.findsGroup(job, this);
        return fits && mayEver(job);
    }

    /** Whether the policy's limits let the job start, if nothing else runs. */
    boolean mayEver(int job) {
        return admission == Admission.OPEN || admission.mayEver(job, this);
    }

    private Cause whyTooLarge(int job, int needed) {
        if (jobs.nodes(job) > (groups == null ? pool.nodes() : machine.nodes())) {
            return Cause.TOO_LARGE;
        }
        return needed > pool.nodes() ? Cause.NO_ROOM : Cause.NONE;
    }

    /** Why a job can never start, if it cannot. */
    Cause whyNever(int job, int needed) {
        if (unlimited) {
            return Cause.NONE;
        }
        Cause why = whyTooLarge(job, needed);
        return why != Cause.TOO_LARGE && groups != null ? groups.whyNever(job) : why;
    }

    // The situation.

    @Override
    public long nowMillis() {
        return run.nowMillis;
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public Cluster cluster() {
        return this;
    }

    @Override
    public WaitQueue queue() {
        return queue;
    }

    @Override
    public Capacity capacity() {
        return capacity;
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public Pool pool() {
        return pool;
    }

    @Override
    public long estimateMillis(int job) {
        return whileSafe(toldMillis(job), job);
    }

    private long toldMillis(int job) {
        Prediction some = prediction;
        if (!isExact && some == null || run.executes(job)) {
            return run.walltimeLeftMillis(job); // of a piece too: what breaks may keep it longer
        }
        return some == null ? run.executedMillis(job) : some.millis(job);
    }

    /**
     * How long a job reckons with at most, where nobody may be in the way: its estimate, but not a
     * prediction, which it may outlive.
     */
    long surelyMillis(int job) {
        return prediction == null
                ? estimateMillis(job)
                : whileSafe(run.walltimeLeftMillis(job), job);
    }

    private long whileSafe(long millis, int job) {
        Tenures some = tenures;
        return some == null ? millis : Math.min(millis, some.safeMillis(job));
    }

    /** Whether the job runs in this pool. */
    boolean runsHere(int job) {
        return run.ledger.is(job, JobState.RUNNING)
                && run.pools().get(run.ledger.pool(job)) == this;
    }

    @Override
    public @Nullable Places places() {
        return groups;
    }

    /** The tier of a job: that of its group, and within it what the preemption says. */
    @Override
    public int tier(int job) {
        Groups its = groups;
        int own = preemption.tier(job, this);
        if (its == null) {
            return own;
        }
        long both = its.partition(job).tier() * (2L * Preemption.MOST_TIERS + 1) + own;
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, both));
    }

    @Override
    public boolean mayMakeWay(int running) {
        return preemption.mayMakeWay(running, this);
    }

    @Override
    public double standing(int job, boolean runs) {
        return order.standing(job, runs, this);
    }

    /** How many nodes a running job has. */
    int nodesHeld(int job) {
        NodeSet set = run.ledger.nodeSet(job);
        return set == null || set.size() == 0 ? nodesNeeded(job) : set.size();
    }

    /** Those of the running jobs that are chosen, in a new list: who started last comes first. */
    List<Integer> latestFirst(IntPredicate chosen) {
        List<Integer> latest = new ArrayList<>();
        for (int place = 0; place < running.size(); place++) {
            if (chosen.test(running.job(place))) {
                latest.add(running.job(place));
            }
        }
        latest.sort(
                Comparator.<Integer>comparingLong(one -> -run.ledger.startMillis[one])
                        .thenComparingLong(one -> -jobs.sequence(one)));
        return latest;
    }

    /** The nodes that a running job would give back now: those that are not down. */
    NodeSet nodesUp(int job) {
        NodeSet held = run.ledger.nodeSet(job);
        if (held == null) {
            return NodeSet.EMPTY;
        }
        return damage == null ? held : damage.up(held);
    }

    @Override
    public int nodesNeeded(int job) {
        return roundsUp ? placement.nodesNeeded(job, jobs) : jobs.nodes(job);
    }

    @Override
    public @Nullable NodeSet nodeSet(int job) {
        return run.ledger.nodeSet(job);
    }

    @Override
    public long startMillis(int job) {
        return run.ledger.startMillis[job];
    }

    // The cluster.

    @Override
    public int freeNodes() {
        return free;
    }

    @Override
    public int nodesInService() {
        return inService;
    }

    @Override
    public int runningCount() {
        return running.size();
    }

    @Override
    public int running(int place) {
        return running.job(place);
    }

    @Override
    public long estimatedEndMillis(int place) {
        return running.endMillis(place);
    }

    @Override
    public int nodesOf(int place) {
        return running.nodes(place);
    }

    @Override
    public long shadowMillis(int nodes) {
        return nodes <= free ? run.nowMillis : running.endMillisOfGiven(nodes - free);
    }

    @Override
    public int freeNodesAt(long millis) {
        return unlimited ? free : free + running.nodesGivenBy(millis);
    }

    @Override
    public long nodeMillisLeft(long millis) {
        return running.nodeMillisLeft(millis);
    }

    @Override
    public @Nullable NodePool freePool() {
        return inView == null ? freePool : inView;
    }
}
