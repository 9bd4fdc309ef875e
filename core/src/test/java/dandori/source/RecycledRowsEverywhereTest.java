package dandori.source;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Axis;
import dandori.interconnect.Torus;
import dandori.job.Communication;
import dandori.job.Fixture;
import dandori.job.Job;
import dandori.job.JobSource;
import dandori.job.Pattern;
import dandori.job.Request;
import dandori.job.Shape;
import dandori.job.ShapeMode;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Outage;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import dandori.metric.Observer;
import dandori.metric.Window;
import dandori.network.NetworkModel;
import dandori.network.StaticSlowdown;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.backfill.Backfills;
import dandori.policy.backfill.Easy;
import dandori.policy.order.Orders;
import dandori.policy.placement.Granule;
import dandori.policy.placement.TorusBoxes;
import dandori.reference.ByTurns;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A row that another job has had before gives its next one nothing: no shape, group or delay. */
class RecycledRowsEverywhereTest {

    private static final Torus TORUS =
            new Torus(
                    List.of(
                            new Axis("X", 3, true),
                            new Axis("Y", 4, true),
                            new Axis("Z", 4, true),
                            new Axis("a", 1, false),
                            new Axis("b", 2, false),
                            new Axis("c", 1, false)),
                    3,
                    List.of(1, 0, 2, 3, 4, 5),
                    1e9);

    private static Machine machine(boolean hasGroups) {
        List<Partition> groups =
                hasGroups
                        ? List.of(
                                group("boxes", 0, 71, 4, 12, ShapeMode.TORUS, ShapeMode.MESH),
                                group("small", 24, 95, 1, 3, ShapeMode.NONCONT),
                                group("any", 0, 95, 1, 96))
                        : List.of();
        Pool pool = new Pool("all", 0, TORUS.nodes(), groups);
        return new Machine("torus", AllocationUnit.NODE, TORUS, List.of(pool));
    }

    private static Partition group(
            String name, int first, int last, int least, int most, ShapeMode... shapes) {
        return new Partition(
                name,
                NodeSet.range(first, last),
                least,
                most,
                1_000,
                new LinkedHashSet<>(List.of(shapes)),
                0,
                Calendar.ALWAYS,
                Tenure.WHOLE);
    }

    private static Workload jobs(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Job> jobs = new ArrayList<>();
        long clock = 0;
        for (int id = 0; id < 120; id++) {
            clock += random.nextInt(12);
            long run = 1L + random.nextInt(40);
            Shape shape = random.nextInt(3) == 0 ? shape(random) : null;
            int nodes = shape == null ? 1 + random.nextInt(30) : shape.nodes();
            boolean talks = random.nextInt(3) == 0;
            Communication communication =
                    talks ? new Communication(Pattern.ALL_TO_ALL, 1e6 * run) : null;
            Request request = new Request(shape, communication, 0);
            String group = random.nextInt(3) == 0 ? "boxes" : "";
            long walltime = run + random.nextInt(20);
            jobs.add(new Job(id, clock, nodes, walltime, run, "", "", group, request));
        }
        return Workload.of("jobs", jobs);
    }

    private static Shape shape(SplittableRandom random) {
        ShapeMode mode = ShapeMode.values()[random.nextInt(3)];
        return new Shape(
                1 + random.nextInt(6),
                1 + random.nextInt(4),
                1 + random.nextInt(4),
                3,
                mode,
                Fixture.ROTATABLE);
    }

    @Test
    void nobodyInheritsAnything() {
        List<Backfill> backfills =
                List.of(
                        Backfills.none(),
                        new Easy(),
                        new Easy(2),
                        Backfills.conservative(),
                        Backfills.replan(),
                        Backfills.selective(2),
                        Backfills.lookAhead(50),
                        Backfills.slack(1),
                        Backfills.slurm(),
                        CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                        Backfills.tcs(),
                        CoreRun.backfill(Setting.of("fcfs", "tcs:0")));
        for (int seed = 0; seed < 80; seed++) {
            Workload workload = jobs(seed);
            Machine machine = machine(seed % 2 == 1);
            Backfill backfill = backfills.get(seed / 2 % backfills.size());
            NetworkModel network = seed % 3 > 0 ? new StaticSlowdown() : NetworkModel.NONE;
            Told plain = new Told();
            Outcome expected = play(machine, workload::source, workload, backfill, network, plain);
            Told recycled = new Told();
            List<RecycledRows> used = new ArrayList<>();
            Supplier<JobSource> rows =
                    () -> {
                        used.add(new RecycledRows(workload));
                        return used.get(used.size() - 1);
                    };
            Outcome outcome = play(machine, rows, workload, backfill, network, recycled);
            assertThat(used.get(0).rows()).isLessThan(workload.count());
            assertThat(recycled.of).as("seed %d", seed).isEqualTo(plain.of);
            var figures = outcome.summary().figures();
            assertThat(figures.killed()).isEqualTo(expected.summary().figures().killed());
            assertThat(figures.rejected()).isEqualTo(expected.summary().figures().rejected());
        }
    }

    @Test
    void nobodyInheritsWorkThatAnotherHasKept() {
        for (int seed = 0; seed < 60; seed++) {
            Workload workload = jobs(seed);
            Machine machine = machine(seed % 2 == 1);
            Backfill backfill = seed % 3 == 0 ? Backfills.conservative() : new Easy();
            NetworkModel network = seed % 4 > 1 ? new StaticSlowdown() : NetworkModel.NONE;
            Preemption rule = ByTurns.of(seed);
            Told plain = new Told();
            Outcome expected =
                    play(machine, workload::source, workload, backfill, network, plain, rule);
            Told recycled = new Told();
            Supplier<JobSource> rows = () -> new RecycledRows(workload);
            Outcome outcome = play(machine, rows, workload, backfill, network, recycled, rule);
            assertThat(recycled.of).as("seed %d", seed).isEqualTo(plain.of);
            var figures = outcome.summary().figures();
            assertThat(figures.requeued()).isEqualTo(expected.summary().figures().requeued());
            assertThat(figures.lostNodeMillis())
                    .isEqualTo(expected.summary().figures().lostNodeMillis());
        }
    }

    @Test
    void aRowOfOneThatWasRejectedKeepsNoGroup() {
        Partition boxes = group("boxes", 0, 2, 1, 3, ShapeMode.TORUS); // one cell of 2, and a half
        Partition small = group("small", 3, 95, 1, 93, ShapeMode.NONCONT);
        Pool pool = new Pool("all", 0, TORUS.nodes(), List.of(boxes, small));
        Machine machine = new Machine("torus", AllocationUnit.NODE, TORUS, List.of(pool));
        Workload workload =
                Workload.of(
                        "jobs",
                        List.of(
                                new Job(1, 0, 3, 9, 9, "", "", "boxes"), // two cells: rejected
                                new Job(2, 20, 4, 9, 9)));
        Told told = new Told();
        Supplier<JobSource> rows = () -> new RecycledRows(workload);
        play(machine, rows, workload, new Easy(), NetworkModel.NONE, told);
        assertThat(told.of)
                .containsEntry(0L, "rejected")
                .containsEntry(1L, "20 on 8-9 16-17 until 29");
    }

    @Test
    void aPromiseThatAShapeBrokeIsNoFaultThoughItsRowIsAnotherJobs() {
        List<Axis> axes =
                List.of(new Axis("X", 6, false), new Axis("Y", 1, false), new Axis("Z", 1, false));
        Torus line = new Torus(axes, 0, List.of(0, 1, 2), 1e9);
        Machine machine =
                new Machine("line", AllocationUnit.NODE, line, List.of(new Pool("all", 0, 6)));
        List<Job> jobs = new ArrayList<>();
        jobs.add(new Job(0, 0, Shape.parse("2x1x1:torus"), 10, 10));
        jobs.add(new Job(1, 0, Shape.parse("2x1x1:torus"), 100, 100)); // parts the line
        jobs.add(new Job(2, 0, Shape.parse("2x1x1:torus"), 10, 10));
        jobs.add(new Job(3, 1, Shape.parse("4x1x1:torus"), 20, 20)); // promised 10
        for (int id = 4; id < 8; id++) {
            jobs.add(new Job(id, 200, 1, 9, 9)); // in those four rows, without a shape
        }
        Workload workload = Workload.of("jobs", jobs);
        Supplier<JobSource> rows = () -> new RecycledRows(workload);
        Outcome outcome =
                play(
                        machine,
                        rows,
                        workload,
                        Backfills.conservative(),
                        NetworkModel.NONE,
                        new Told());
        assertThat(outcome.brokenPromises()).isEqualTo(1);
    }

    @Test
    void anEndThatIsNoneDoesNotBringForwardThatOfTheNextJobInItsRow() {
        Workload workload =
                Workload.of(
                        "jobs",
                        List.of(
                                new Job(0, 0, 2, 10, 10), // in row 0 until 10
                                new Job(
                                        1, 1, 2, 90,
                                        90), // from 10 in row 1, lost at 40, not at 100
                                new Job(2, 2, 1, 98, 98), // from 2 to 100
                                new Job(3, 15, 1, 50, 50), // takes row 0; from 40 to 90
                                new Job(4, 60, 1, 40, 40))); // takes row 1, until 100
        Machine machine = Machine.flat("m", 3);
        Outage outage = new Outage(40, 50, 1).onBegin(Calendar.OnBegin.KILL);
        for (Conventions conventions : Conventions.presets()) {
            for (Supplier<JobSource> rows :
                    List.<Supplier<JobSource>>of(
                            workload::source, () -> new RecycledRows(workload))) {
                List<String> ends = new ArrayList<>();
                Simulation.of(List.of(machine), rows)
                        .policy(Policy.named("p").order(Orders.fcfs()).backfill(new Easy()).build())
                        .conventions(conventions)
                        .window(Window.ofSubmissions(workload.jobs()))
                        .checking(Checking.FULL)
                        .outage(outage)
                        .observe(
                                new Observer() {
                                    @Override
                                    public void jobEnded(int job, Situation now) {
                                        ends.add(now.jobs().id(job) + " at " + now.nowMillis());
                                    }
                                })
                        .run();
                assertThat(ends)
                        .as(conventions.name())
                        .containsExactly("0 at 10", "1 at 40", "3 at 90", "2 at 100", "4 at 100");
            }
        }
    }

    private static Outcome play(
            Machine machine,
            Supplier<JobSource> source,
            Workload workload,
            Backfill backfill,
            NetworkModel network,
            Told told) {
        return play(machine, source, workload, backfill, network, told, Preemption.NONE);
    }

    private static Outcome play(
            Machine machine,
            Supplier<JobSource> source,
            Workload workload,
            Backfill backfill,
            NetworkModel network,
            Told told,
            Preemption preemption) {
        Policy policy =
                Policy.named("p")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .placement(new TorusBoxes(Granule.UNIT, 4, 0.1, true))
                        .preemption(preemption)
                        .build();
        return Simulation.of(List.of(machine), source)
                .origin(ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
                .policy(policy)
                .network(network)
                .window(Window.ofSubmissions(workload.jobs()))
                .checking(Checking.FULL)
                .observe(told)
                .run();
    }

    /** When and where each job ran, by its number. */
    private static final class Told implements Observer {

        final TreeMap<Long, String> of = new TreeMap<>();

        @Override
        public void jobStarted(int job, Situation now) {
            of.put(now.jobs().sequence(job), now.nowMillis() + " on " + now.nodeSet(job));
        }

        @Override
        public void jobEnded(int job, Situation now) {
            of.merge(now.jobs().sequence(job), " until " + now.nowMillis(), String::concat);
        }

        @Override
        public void jobRejected(int job, Situation now) {
            of.put(now.jobs().sequence(job), "rejected");
        }
    }
}
