package dandori.web.machine;

import dandori.web.timeline.JobRows;
import dandori.web.timeline.Run;
import dandori.web.timeline.RunEvents;
import dandori.web.timeline.RunMachine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A machine of a run that has been read to its end, ready to be asked about any time. */
public final class MachineRun {

    /** More nodes than this are not looked at one by one. */
    private static final int MOST_NODES = 20_000_000;

    private final RunMachine machine;
    private final JobRows jobs;
    private final JobsOverTime overTime;
    private final Outages outages;
    private final FreeMeasure measure;
    private final boolean hasPlaces;
    private final double fromSeconds;
    private final double toSeconds;
    private final List<String> problems = new ArrayList<>();
    private final Path folder;
    private @Nullable History history; // once it was asked for
    private @Nullable LinkLoads links; // once they were asked for

    MachineRun(Run run, RunMachine machine) {
        this.machine = machine;
        folder = run.about().folder();
        jobs = new JobRows(run.jobs());
        overTime = new JobsOverTime(jobs, run.jobs().machines().indexOf(machine.name()));
        hasPlaces = run.jobs().hasPlaces(machine.name()) && machine.nodes() <= MOST_NODES;
        fromSeconds = run.jobs().fromSeconds();
        toSeconds = run.jobs().toSeconds();
        int placed = hasPlaces ? machine.nodes() : 0;
        outages =
                new Outages(
                        RunEvents.of(folder, machine.name(), problems),
                        jobs,
                        Math.min(machine.nodes(), MOST_NODES));
        JsonNode made = MachineFile.machine(run.about(), machine.name(), new ArrayList<>());
        measure = MachineFile.measure(made, placed);
    }

    RunMachine machine() {
        return machine;
    }

    JobRows jobs() {
        return jobs;
    }

    JobsOverTime overTime() {
        return overTime;
    }

    Outages outages() {
        return outages;
    }

    /** Whether its jobs say which nodes they hold. */
    boolean hasPlaces() {
        return hasPlaces;
    }

    double fromSeconds() {
        return fromSeconds;
    }

    double toSeconds() {
        return toSeconds;
    }

    /**
     * How what is free lies together; no job has nodes of two pools, so no part goes beyond one.
     */
    FreeSpace spaceOf(BitSet free) {
        List<RunMachine.Pool> pools = machine.pools();
        if (pools.size() < 2 || measure instanceof FreeLeaf) {
            return measure.of(free);
        }
        FreeSpace best = measure.of(new BitSet());
        for (RunMachine.Pool pool : pools) {
            BitSet its = new BitSet();
            its.set(pool.firstNode(), pool.firstNode() + pool.nodes());
            its.and(free);
            FreeSpace space = measure.of(its);
            best = space.largestNodes() > best.largestNodes() ? space : best;
        }
        return FreeSpace.ofLargest(
                best.measure(),
                best.largestNodes(),
                free.cardinality(),
                best.first(),
                best.shape());
    }

    /** What is wrong with its files. */
    List<String> problems() {
        return problems;
    }

    /** How its counts go over the run; worked out when it is first asked for. */
    public synchronized History history() {
        if (history == null) {
            history = History.of(this);
        }
        return history;
    }

    /** What its links carry; read when it is first asked for. */
    public synchronized LinkLoads links() {
        if (links == null) {
            links = LinkLoads.read(folder, machine.name());
        }
        return links;
    }
}
