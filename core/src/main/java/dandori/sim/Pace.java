package dandori.sim;

import dandori.job.Communication;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.network.LinkSeries;
import dandori.network.NetworkModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the running jobs that communicate have got, where the network has a say in how fast they
 * do.
 *
 * <p>A job is done when the work done, in milliseconds of its run time on the best place, equals
 * its run time; it is still ended at its walltime, unless overruns are extended. When its speed
 * changes, its end moves: a new event is pushed, and the old one is recognized as stale when it
 * comes.
 */
final class Pace {

    private final Run run;
    private final NetworkModel model;
    private final boolean isLimited; // whether jobs are ended at their walltime
    private final NetworkModel.Listener changed = this::change;
    private final Map<Machine, NetworkModel> ofMachine = new LinkedHashMap<>();
    private final List<NetworkModel> ofPool = new ArrayList<>();

    private double[] speed = new double[0]; // of a row; 0 where the job does not communicate
    private double[] doneMillis = new double[0]; // work done until `sinceMillis`
    private long[] sinceMillis = new long[0];
    private final BitSet cut = new BitSet(); // jobs that reach their walltime first

    private @Nullable LinkWatch links; // null where nobody asks what they carry

    private boolean outlived; // whether any job is, or was, to run beyond its walltime

    Pace(Run run, NetworkModel model, Overrun overrun) {
        this.run = run;
        this.model = model;
        isLimited = overrun == Overrun.KILL;
    }

    /** Has what links carry written down; before pools are taken in. */
    void watch(LinkWatch watch) {
        links = watch;
    }

    /** Takes in a pool, in the order of pools; those of a machine share its network. */
    void add(Machine machine) {
        ofPool.add(ofMachine.computeIfAbsent(machine, this::forRun));
    }

    private NetworkModel forRun(Machine machine) {
        NetworkModel its = model.forRun(machine);
        if (links != null && its.looksAtLinks()) {
            links.add(machine, its);
        }
        return its;
    }

    /** Takes note that nothing more happens at this instant, and when the next is. */
    void passed(long nextMillis) {
        if (links != null && run.nowMillis > Long.MIN_VALUE) {
            links.passed(run.nowMillis, nextMillis);
        }
    }

    /** What links carried, up to now; nothing where nobody asked. */
    List<LinkSeries> loads() {
        return links == null ? List.of() : links.end(run.nowMillis);
    }

    private NetworkModel modelOf(int job) {
        return ofPool.get(run.ledger.pool(job));
    }

    /**
     * Takes note of a job that starts now at full speed. One whose run time depends on its nodes is
     * left alone: it says itself how long it runs.
     */
    void begin(int job, NodeSet nodes) {
        Communication communication = run.jobs.request(job).communication();
        long runMillis = run.source.runMillis(job);
        boolean isLeftAlone = runMillis == 0 || nodes.size() < 2 || run.executes(job);
        if (communication == null || isLeftAlone) {
            return;
        }
        if (job >= speed.length) {
            int rows = Math.max(run.jobs.count(), job + 1);
            speed = Arrays.copyOf(speed, rows);
            doneMillis = Arrays.copyOf(doneMillis, rows);
            sinceMillis = Arrays.copyOf(sinceMillis, rows);
        }
        speed[job] = 1;
        doneMillis[job] = 0;
        sinceMillis[job] = run.nowMillis;
        cut.clear(job);
        modelOf(job).started(job, nodes, communication, runMillis);
        changed();
    }

    private void changed() {
        if (links != null) {
            links.changed();
        }
    }

    /** Takes note of a job that has ended; says for how long it has stood still. */
    long end(int job) {
        if (!isPaced(job)) {
            return 0;
        }
        modelOf(job).ended(job);
        changed();
        advance(job);
        speed[job] = 0;
        cut.clear(job);
        long executed = run.nowMillis - run.ledger.startMillis[job];
        return Math.max(0, executed - (long) Math.floor(doneMillis[job]));
    }

    /** How much a running job has got done in this stay on its nodes, in milliseconds. */
    long workMillis(int job) {
        if (!isPaced(job)) {
            return run.nowMillis - run.ledger.startMillis[job];
        }
        advance(job);
        return (long) Math.floor(doneMillis[job]);
    }

    private boolean isPaced(int job) {
        return job < speed.length && speed[job] > 0;
    }

    /** Moves the ends of those whose speed has changed at this instant. */
    void update() {
        for (NetworkModel one : ofMachine.values()) {
            one.changes(changed);
        }
    }

    private void change(int job, double newSpeed) {
        if (!(newSpeed > 0 && newSpeed <= 1)) {
            throw new IllegalStateException(
                    "A speed must be above 0 and at most 1, but job %d is to have %s."
                            .formatted(run.jobs.id(job), newSpeed));
        }
        advance(job);
        speed[job] = newSpeed;
        double left = Math.max(0, run.leftMillis(job) - doneMillis[job]);
        double neededMillis = Math.ceil(left / newSpeed); // may be more than a long holds
        long limit = run.ledger.startMillis[job] + run.walltimeLeftMillis(job);
        boolean isBeyond = neededMillis > limit - run.nowMillis;
        boolean isCut = isLimited && isBeyond;
        outlived |= isBeyond && !isLimited;
        long end = isCut ? limit : run.nowMillis + (long) neededMillis;
        cut.set(job, isCut);
        if (end != run.ledger.endMillis[job]) {
            run.moveEnd(job, end);
        }
    }

    private void advance(int job) {
        doneMillis[job] += (run.nowMillis - sinceMillis[job]) * speed[job];
        sinceMillis[job] = run.nowMillis;
    }

    /**
     * Whether any job runs or has run longer than the rules were told, so that no promise holds.
     */
    boolean hasOutlived() {
        return outlived;
    }

    /** Whether a job is ended at its walltime because it has been slowed. */
    boolean isCut(int job) {
        return cut.get(job);
    }
}
