package dandori.policy.placement;

import dandori.interconnect.Torus;
import dandori.job.Job;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.ShapedPlacement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A place for a job on Fugaku, some 70 % of which is busy with boxes that came and went: the box in
 * all ways to turn it, with most contact, and its nodes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlacedBoxes {

    /** What boxes are made of. */
    @Param({"unit", "shelf"})
    public String granule = "";

    /** How many nodes the job asks for. */
    @Param({"48", "384", "400", "1100", "2900", "12000"})
    public int nodes;

    private ShapedPlacement.@Nullable Scratch pool;
    private int form;
    private @Nullable NodeSet expected;

    /** For JMH. */
    public PlacedBoxes() {}

    /** Lets jobs come and go. */
    @Setup
    public void draw() {
        Torus torus = Torus.tofuD(24, 23, 24, 6.8e9);
        Pool all = new Pool("all", 0, torus.nodes());
        Machine machine = new Machine("fugaku", AllocationUnit.NODE, torus, List.of(all));
        Granule cell = granule.equals("unit") ? Granule.UNIT : Granule.SHELF;
        ShapedPlacement placement =
                (ShapedPlacement) new TorusBoxes(cell, 384, 0.1, true).forRun(machine, all);
        SplittableRandom random = new SplittableRandom(1);
        List<Job> drawn = new ArrayList<>();
        drawn.add(new Job(0, 0, nodes, 1, 1));
        for (int job = 1; job < 5_000; job++) {
            drawn.add(new Job(job, 0, 1 << random.nextInt(13), 1, 1));
        }
        Jobs jobs = Workload.of("drawn", drawn).jobs();
        ShapedPlacement.Scratch scratch = placement.scratch();
        List<NodeSet> placed = new ArrayList<>();
        int busy = 0;
        for (int job = 1; job < drawn.size(); job++) {
            while (busy > 0.7 * torus.nodes()) {
                NodeSet gone = placed.remove(random.nextInt(placed.size()));
                busy -= gone.size();
                scratch.give(gone);
            }
            NodeSet set = scratch.place(placement.form(job, jobs));
            if (set != null) {
                scratch.take(set);
                placed.add(set);
                busy += set.size();
            }
        }
        pool = scratch;
        form = placement.form(0, jobs);
        expected = scratch.place(form);
    }

    /** The nodes for the job, or null where there is no room. */
    @Benchmark
    public @Nullable NodeSet place() {
        NodeSet set = java.util.Objects.requireNonNull(pool).place(form);
        if (set != null && !set.equals(expected)) {
            throw new IllegalStateException("%s, then %s.".formatted(expected, set));
        }
        return set;
    }
}
