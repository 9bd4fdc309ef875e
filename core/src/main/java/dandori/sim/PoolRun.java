package dandori.sim;

import dandori.job.Cause;
import dandori.job.JobState;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.metric.SentBack;
import dandori.policy.Actions;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.Scheduler;
import dandori.policy.ShapedPlacement;
import dandori.policy.Verdict;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One pool of a run: what happens in it, and the actions by which policies change it. */
final class PoolRun extends PoolState implements Actions {

    private final Scheduler scheduler;
    final Eligibility eligibility;
    private final Interventions interventions;
    final CapacityChanges capacityChanges;
    final @Nullable Corrections corrections; // null unless the rules are told predictions
    final @Nullable Claims claims; // null where nobody makes way
    final EventNotes notes;
    private final boolean isChecking; // what O(1) can check

    private final BitSet freedEarly =
            new BitSet(); // sc15: running jobs whose nodes count as free already
    boolean touched;
    long nextCalendarMillis = Long.MIN_VALUE; // the next change that an event is pending for
    long lastWakeMillis = Long.MIN_VALUE; // the wake-up that was asked for last

    PoolRun(
            Run run,
            Machine machine,
            Pool pool,
            Policy policy,
            Scheduler scheduler,
            PlannedCapacity capacity) {
        super(run, machine, pool, policy, capacity);
        this.scheduler = scheduler;
        isChecking = run.isChecking;
        groups = newGroups();
        tenures = groups != null || jobs.mayAskForMinimum() ? new Tenures(this, run) : null;
        eligibility = new Eligibility(admission, this);
        interventions = new Interventions(this, preemption);
        capacityChanges = new CapacityChanges(this, scheduler);
        corrections = prediction == null ? null : new Corrections(this, prediction, scheduler);
        notes = new EventNotes(this, run.eventBook);
        claims = preemption == Preemption.NONE || unlimited ? null : new Claims(this);
    }

    private @Nullable Groups newGroups() {
        Bookings bookings = run.bookings(this);
        boolean isAsked =
                !pool.partitions().isEmpty()
                        || policy.backfill().reservesPlaces()
                        || !bookings.isEmpty();
        if (!isAsked || unlimited) {
            return null;
        }
        if (freePool == null) {
            throw new IllegalArgumentException(
                    "Jobs of pool '%s' need places, for its resource groups, its backfill or a reservation, but policy '%s' places by count.\nMaybe .placement(Placements.firstFit())"
                            .formatted(pool.name(), policy.name()));
        }
        return new Groups(this, run.ledger, policy.placement(), freePool, run.origin, bookings);
    }

    /** Lets things break here; before the run begins. */
    void mayBreak(Breakdowns breakdowns) {
        if (!unlimited && breakdowns.strikesAt(machine)) {
            freePlaces();
            damage = breakdowns.add(this);
        }
    }

    // What happens.

    void submit(int job) {
        touched = true;
        queue.makeRoom(job);
        int nodes = nodesNeeded(job);
        Cause why = whyNever(job, nodes);
        boolean runsAlready = run.source.runsAlready(job);
        if (why == Cause.NONE && !runsAlready && !mayEver(job)) {
            why = Cause.POLICY;
        }
        if (why != Cause.NONE) {
            run.ledger.leaves(job, JobState.REJECTED, run.nowMillis);
            run.ledger.cause(job, why);
            run.observers.jobRejected(job, this);
            run.hasLeft(job, this);
            return;
        }
        run.ledger.state(job, JobState.WAITING);
        enqueue(job, nodes);
        run.observers.jobSubmitted(job, this);
        if (runsAlready) {
            interventions.beginAtOnce(job);
            scheduler.nodesLost(this); // whoever plans is to draw the plan anew
        } else {
            scheduler.jobQueued(job, this);
        }
    }

    void end(int job) {
        JobState state = stateAtEnd(job);
        if (prediction != null) {
            prediction.learn(job);
        }
        takeOff(job);
        leave(job, state);
    }

    /** How a job ends by itself; its limit comes first, and its user only if it lives so long. */
    private JobState stateAtEnd(int job) {
        boolean runsTooLong = run.leftMillis(job) > run.walltimeLeftMillis(job);
        boolean isCut = isCutSlowed(job);
        if (isCut && !runsTooLong) {
            run.ledger.cause(job, Cause.SLOWED);
        }
        if (isCut || runsTooLong) {
            return JobState.KILLED;
        }
        return run.source.isEndedByUser(job) ? JobState.CANCELLED : JobState.COMPLETED;
    }

    /** Nodes come back; others would, but are out of service as planned. */
    void regain(NodeSet back, NodeSet planned) {
        freePlaces().keepOut(planned);
        if (back.size() == 0) {
            return;
        }
        touched = true;
        takeBack(back);
        run.observers.capacityChanged(this);
        scheduler.nodesBack(back.size(), this);
    }

    /** Tells the scheduler of nodes that have broken, if any have. */
    void tellIfShrunk() {
        if (shrunkBy > 0) {
            shrunkBy = 0;
            touched = true;
            run.observers.capacityChanged(this);
            scheduler.nodesLost(this);
        }
    }

    private void leave(int job, JobState state) {
        touched = true;
        run.standstill.ends();
        run.ledger.state(job, state);
        run.observers.jobEnded(job, this);
        if (drifts && scheduler.readsOrderAtEnds()) {
            rescore();
        }
        scheduler.jobEnded(job, this);
    }

    /** Ends a running job at once, so that another may have its nodes. */
    void endForAnother(int job, SentBack why) {
        endAtOnce(job, JobState.PREEMPTED, why, false);
    }

    /** Ends a running job; whether the work of its stay is lost, unless it says itself what is. */
    void endAtOnce(int job, JobState state, SentBack why, boolean isLost) {
        notes.takenOff(job, why);
        takeOff(job);
        run.cutShort(job);
        if (isLost && !run.executes(job)) {
            run.ledger.lostMillis(job, run.nowMillis - run.ledger.startMillis[job]);
            run.ledger.stalledMillis(job, 0); // all of it is lost already
        }
        leave(job, state);
        run.hasLeft(job, this);
    }

    /** A job that was held leaves the queue for good. */
    void withdraw(int job) {
        leaveQueue(job, JobState.CANCELLED);
    }

    private void leaveQueue(int job, JobState state) {
        queue.remove(job);
        run.ledger.leaves(job, state, run.nowMillis);
        order.jobWithdrawn(job, this);
        preemption.jobWithdrawn(job, this);
        run.observers.jobWithdrawn(job, this);
        run.hasLeft(job, this);
    }

    /** Sends a running job back to the queue, without the work that it has done in this stay. */
    void requeue(int job, SentBack why) {
        requeue(job, why, 0, 0, run.progress.restartMillis(job));
    }

    /** Sends a running job back to the queue; see {@link Progress#keep}. */
    void requeue(int job, SentBack why, long gainedMillis, long stoodMillis, long restartMillis) {
        int nodes = nodesHeld(job);
        notes.takenOff(job, why);
        takeOff(job);
        run.cutShort(job);
        touched = true;
        run.ledger.requeue(job, why, run.nowMillis, nodes, gainedMillis, run.executes(job));
        scheduler.jobEnded(job, this); // while its estimate is that of this stay
        if (gainedMillis > 0 || stoodMillis > 0) {
            run.progress.keep(job, gainedMillis, stoodMillis, restartMillis);
        }
        enqueue(job, nodesNeeded(job));
        run.observers.jobRequeued(job, this);
        scheduler.jobQueued(job, this);
    }

    /**
     * Takes a running job off its nodes. Whoever plans hears of those that are down before the end
     * of the job, lest they be promised to others.
     */
    private void takeOff(int job) {
        if (freedEarly.isEmpty() || !freedEarly.get(job)) {
            running.remove(job, run.ledger.startMillis[job] + estimateMillis(job));
            giveBack(job);
        } else {
            freedEarly.clear(job);
        }
        if (tenures != null) {
            tenures.left(job);
        }
        if (run.pace != null) {
            run.ledger.stalledMillis(job, run.pace.end(job));
        }
        long lost = run.lostAtEnd(job);
        if (tempo != null) {
            long work = workMillis(job);
            run.ledger.stalledMillis(job, run.nowMillis - run.ledger.startMillis[job] - work);
            lost = Math.min(lost, work);
        }
        run.ledger.lostMillis(job, lost);
        order.jobEnded(job, this);
        admission.jobEnded(job, this);
        preemption.jobEnded(job, this);
        tellIfShrunk();
    }

    void enqueue(int job, int needed) {
        if (prediction != null) {
            prediction.predict(job);
        }
        order.jobQueued(job, this);
        preemption.jobQueued(job, this);
        long sequence = jobs.sequence(job);
        queue.add(job, tier(job), score(job), sequence, needed, estimateMillis(job));
        eligibility.submitted(job);
    }

    /** A calendar has turned a leaf, or a job is no longer safe, if it still runs. */
    void calendarChanged() {
        boolean turns = run.nowMillis == nextCalendarMillis;
        if (!turns && (tenures == null || !tenures.anyEndsBeingSafe())) {
            return;
        }
        touched = true;
        if (turns && groups != null) {
            groups.clearOpenings();
            eligibility.stale();
        }
        scheduler.capacityChanged(this);
    }

    /**
     * Counts the nodes of running jobs as free whose estimated end has come, before their ends are
     * handled; but not of those that go on because nobody needs their nodes.
     */
    void freeAtEstimatedEnds() {
        int place = 0;
        while (place < running.size() && running.endMillis(place) <= run.nowMillis) {
            int job = running.job(place);
            if (run.ledger.endMillis[job] > run.nowMillis) {
                place++;
                continue;
            }
            running.remove(job, running.endMillis(place));
            freedEarly.set(job);
            giveBack(job);
        }
    }

    void pass() {
        beginPass();
        do {
            scheduler.schedule(this, this);
        } while (claim());
        endPass();
    }

    /** Lets those start who can in the place of others; whether any has. */
    boolean claim() {
        return claims != null && claims.settle(scheduler);
    }

    /** Before anybody decides. */
    void beginPass() {
        touched = false;
        if (drifts && order.hasDrifted(this)) {
            rescore();
        }
        eligibility.refresh();
        claim();
    }

    void endPass() {
        touched = false; // those who made way wait for another pass
        eligibility.wake();
        run.observers.passEnded(this);
    }

    /** The pass after an arrival, where there is one pass an event. */
    void passAfterArrival(int job, boolean onlyWithRoom) {
        boolean waits = queue.contains(job);
        boolean needsRoom = onlyWithRoom && claims == null && !scheduler.passesWithoutRoom();
        if (waits && (!needsRoom || nodesNeeded(job) <= free)) {
            pass();
        }
    }

    /** How many jobs have started later than they were promised. */
    int brokenPromises() {
        return scheduler.brokenPromises();
    }

    /** Whether nothing but the count of free nodes decides whether a job fits. */
    boolean fitsByCount() {
        boolean byCount =
                damage == null && groups == null && (tenures == null || !tenures.anyEver());
        if (run.source.recyclesRows() && placement instanceof ShapedPlacement) {
            return false; // those whose rows others have now may have had shapes
        }
        for (int job = 0; byCount && freePool != null && job < jobs.count(); job++) {
            byCount = !placement.shapeDecides(job, jobs);
        }
        return byCount;
    }

    private void rescore() {
        queue.rescore(this::score);
    }

    private double score(int job) {
        double score = order.score(job, this);
        if (isChecking && Double.isNaN(score)) {
            throw new IllegalStateException(
                    "The order of policy '%s' gives job %d no number as its score."
                            .formatted(policy.name(), jobs.id(job)));
        }
        return score;
    }

    // Actions.

    @Override
    public Verdict tryStart(int job) {
        if (!queue.mayStart(job)) {
            if (!queue.contains(job)) {
                throw new IllegalStateException(
                        "Job %d cannot start: it does not wait.".formatted(jobs.id(job)));
            }
            return eligibility.verdict(job);
        }
        boolean mayTakeFromOthers = tenures != null && job == queue.first();
        if (nodesNeeded(job) > free) {
            Verdict why = tooFew(nodesNeeded(job));
            return mayTakeFromOthers ? startOnOthers(job, why) : why;
        }
        if (!unlimited && capacity.stepCount() > 0 && !fitsKnownCapacity(job)) {
            return obstacle(job);
        }
        NodeSet set = unlimited ? NodeSet.EMPTY : place(job);
        if (set == null) {
            return mayTakeFromOthers ? startOnOthers(job, Verdict.SHAPE) : Verdict.SHAPE;
        }
        begin(job, set);
        return Verdict.STARTED;
    }

    @Nullable NodeSet place(int job) {
        return groups == null ? placement.place(job, this) : groups.placeNow(job);
    }

    /** What the placement gives in a part of the pool. */
    @Nullable NodeSet placeIn(View view, int job) {
        inView = view.free;
        NodeSet set = view.placement.place(job, this);
        inView = null;
        return set;
    }

    private Verdict startOnOthers(int job, Verdict otherwise) {
        NodeSet set = tenures == null || !fitsKnownCapacity(job) ? null : tenures.makeRoom(job);
        if (set == null) {
            return otherwise;
        }
        NodeSet taken = set.size() > 0 || freePool == null ? set : place(job);
        if (taken == null) {
            return otherwise;
        }
        begin(job, taken);
        return Verdict.STARTED;
    }

    @Override
    public void start(int job, NodeSet nodes) {
        boolean fits = nodesNeeded(job) <= free && nodes.size() == nodesNeeded(job);
        if (!queue.mayStart(job) || !fits || !fitsKnownCapacity(job)) {
            throw new IllegalStateException(
                    "Job %d (%d nodes) cannot start on %d nodes (%s) while %d are free."
                            .formatted(jobs.id(job), nodesNeeded(job), nodes.size(), nodes, free));
        }
        begin(job, nodes);
    }

    @Override
    public Verdict tryStart(int job, NodeSet nodes) {
        if (!queue.mayStart(job) || nodesNeeded(job) > free) {
            return queue.mayStart(job) ? tooFew(nodesNeeded(job)) : eligibility.verdict(job);
        }
        if (capacity.stepCount() > 0 && !fitsKnownCapacity(job)) {
            return obstacle(job);
        }
        start(job, nodes);
        return Verdict.STARTED;
    }

    @Override
    public Placement placement() {
        return placement;
    }

    void begin(int job, NodeSet set) {
        if (isChecking && freePool != null && set.size() != nodesNeeded(job)) {
            throw new IllegalStateException(
                    "Job %d takes %d nodes, but its placement gives %d (%s)."
                            .formatted(jobs.id(job), nodesNeeded(job), set.size(), set));
        }
        take(job, set);
        queue.remove(job);
        int needed = nodesNeeded(job);
        long now = run.nowMillis;
        running.add(job, needed, now + estimateMillis(job));
        run.ledger.nodeSet(job, set);
        run.begin(job, set, now + stayMillis(job, set));
        notes.started(job);
        if (corrections != null) {
            corrections.watch(job);
        }
        if (tenures != null && tenures.began(job)) {
            run.calendarAt(now + tenures.safeMillis(job), this);
        }
        order.jobStarted(job, this);
        admission.jobStarted(job, this);
        preemption.jobStarted(job, this);
        run.observers.jobStarted(job, this);
        eligibility.refresh();
    }

    @Override
    public void preempt(int job) {
        interventions.preempt(job);
    }

    @Override
    public void resize(int job, int nodes) {
        interventions.resize(job, nodes);
    }

    @Override
    public void reject(int job) {
        run.ledger.cause(job, Cause.POLICY);
        eligibility.rejected(job);
        leaveQueue(job, JobState.REJECTED);
    }

    @Override
    public void promiseBroken(int job, long promisedMillis) {
        notes.promiseBroken(job, promisedMillis);
    }

    @Override
    public void wakeAt(long atMillis) {
        run.wakeAt(atMillis, this);
    }
}
