package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.interconnect.Torus;
import dandori.job.Cause;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Shape;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import dandori.metric.JobLog;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.ShapedPlacement;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Granule;
import dandori.policy.placement.Placements;
import dandori.policy.placement.TorusBoxes;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What jobs take on a torus of Fugaku's size, and where. */
class BoxPlacementRulesTest {

    private static final Torus TORUS = Torus.tofuD(24, 23, 24, 6.8e9);
    private static final int PLANE = 6_912;

    private static Machine fugaku(Pool... pools) {
        List<Pool> all = pools.length == 0 ? List.of(new Pool("all", 0, 158_976)) : List.of(pools);
        return new Machine("fugaku", AllocationUnit.NODE, TORUS, all);
    }

    private static JobLog play(Machine machine, Placement placement, Job... jobs) {
        Policy policy =
                Policy.named("easy")
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .placement(placement)
                        .build();
        return Simulation.of(machine, Workload.of("jobs", List.of(jobs)))
                .policy(policy)
                .checking(Checking.FULL)
                .run()
                .log();
    }

    private static Job shaped(long id, String shape) {
        return new Job(id, 0, Shape.parse(shape), 10, 10);
    }

    @ParameterizedTest
    @CsvSource({
        // shape, nodes on units, nodes on shelves
        "48x6x48:torus, 13824, 13824",
        "48x6x48:torus:strict-io, 13824, 13824",
        "4x6x16:torus, 384, 384",
        "4x3x4:torus, 48, 96",
        "3x1x1:torus, 12, 48",
        "3x1x1:torus:strict, 24, 96",
        "1x1x1:torus, 12, 48",
        "1x1:torus, 12, 48",
        "1:torus, 1, 1",
        "13:torus, 24, 48",
        "6x4:torus, 24, 48",
        "4x3x4, 48, 48",
        "5x5x5, 125, 125",
    })
    void aShapeIsCoveredByCells(String shape, int onUnits, int onShelves) {
        Placement unit = Placements.torusUnit();
        assertThat(play(fugaku(), unit, shaped(1, shape)).nodeSet(0).size()).isEqualTo(onUnits);
        Placement shelf = Placements.torusShelf();
        assertThat(play(fugaku(), shelf, shaped(1, shape)).nodeSet(0).size()).isEqualTo(onShelves);
    }

    @ParameterizedTest
    @CsvSource({
        // nodes asked for, on units, on shelves
        "1, 1, 1",
        "384, 384, 384",
        "385, 432, 432", // 33 units: 3 x 3 x 4; 9 shelves
        "816, 864, 864", // 17 shelves: 2 x 3 x 3 and not a rod
        "158976, 158976, 158976",
    })
    void aNumberOfNodesTakesACompactBox(int nodes, int onUnits, int onShelves) {
        Job job = new Job(1, 0, nodes, 10, 10);
        assertThat(play(fugaku(), Placements.torusUnit(), job).nodeSet(0).size())
                .isEqualTo(onUnits);
        assertThat(play(fugaku(), Placements.torusShelf(), job).nodeSet(0).size())
                .isEqualTo(onShelves);
    }

    @Test
    void withoutSlackItIsTheLeastVolume() {
        Job job = new Job(1, 0, 816, 10, 10);
        Placement least = new TorusBoxes(Granule.SHELF, 384, 0, true);
        assertThat(play(fugaku(), least, job).nodeSet(0).size()).isEqualTo(816);
    }

    /** Two small jobs, and behind them a box of 22 planes, which the second of them may bar. */
    @ParameterizedTest
    @CsvSource({"false, 100", "true, 1"})
    void gatheredJobsLeaveThePlanesWhole(boolean gathers, long startMillis) {
        Placement shelves = new TorusBoxes(Granule.SHELF, 384, 0.1, true, gathers);
        JobLog log =
                play(
                        fugaku(),
                        shelves,
                        new Job(1, 0, Shape.parse("48x66x48:torus"), 1, 1), // all planes but one
                        new Job(2, 0, 384, 100, 100), // beside them, in the last
                        new Job(3, 1, 100, 100, 100),
                        new Job(4, 1, Shape.parse("48x66x48:torus"), 10, 10));
        assertThat(log.startMillis(3)).isEqualTo(startMillis);
    }

    @Test
    void twoPlanesAreARangeOfNodes() {
        JobLog log = play(fugaku(), Placements.torusShelf(), shaped(1, "48x6x48:torus"));
        assertThat(log.nodeSet(0)).isEqualTo(NodeSet.range(0, 2 * PLANE - 1));
    }

    /** Planes 1, 3, 5 … and the last are busy, so there is no room for two side by side. */
    @ParameterizedTest
    @CsvSource({
        // shape, when it starts
        "48x6x48:torus, 100", // not through 16 planes, with the 48 nodes of a ring along no ring
        "48x6x48:mesh, 100", // turned it has no room either
        "48x3x48:torus, 1",
        "47x6x47:torus, 100", // covered by whole rings
        "48x6x8:torus, 100", // one ring, along X or Z
        "48x3x12:torus, 1",
    })
    void whatClosesToARingStaysARing(String shape, long startMillis) {
        List<Job> jobs = new ArrayList<>();
        for (int plane = 0; plane < 23; plane++) {
            long millis = plane % 2 == 1 || plane == 22 ? 100 : 1;
            jobs.add(new Job(plane, 0, Shape.parse("48x3x48:torus:strict"), millis, millis));
        }
        jobs.add(new Job(23, 1, Shape.parse(shape), 10, 10));
        JobLog log = play(fugaku(), Placements.torusUnit(), jobs.toArray(Job[]::new));
        assertThat(log.startMillis(23)).isEqualTo(startMillis);
    }

    @Test
    void anAxisThatClosesMayBeExchangedWithOneOnWhichItClosesToo() {
        Job[] jobs = {
            new Job(1, 0, Shape.parse("4x69x48:torus:strict"), 100, 100), // X 0-1 of all planes
            new Job(2, 1, Shape.parse("48x6x8:torus"), 10, 10), // X is closed to it, Z is not
            new Job(3, 1, Shape.parse("48x6x8:torus:strict"), 10, 10),
            new Job(4, 1, Shape.parse("48x6x8:mesh"), 10, 10),
        };
        JobLog log = play(fugaku(), Placements.torusUnit(), jobs);
        assertThat(log.startMillis(1)).isEqualTo(1);
        assertThat(coordinates(log.nodeSet(1), 2)).hasSize(24);
        assertThat(log.startMillis(2)).isEqualTo(100);
        assertThat(log.startMillis(3)).isEqualTo(1);
    }

    private static Set<Integer> coordinates(NodeSet nodes, int axis) {
        Set<Integer> coordinates = new TreeSet<>();
        for (int i = 0; i < nodes.intervalCount(); i++) {
            for (int node = nodes.first(i); node <= nodes.last(i); node++) {
                coordinates.add(TORUS.coordinate(node, axis));
            }
        }
        return coordinates;
    }

    @Test
    void sixteenPlanesOfLargeAreExactlyTwoJobsOfEight() {
        Pool large = new Pool("large", 0, 16 * PLANE);
        Pool rest = new Pool("rest", 16 * PLANE, 7 * PLANE);
        JobLog log =
                play(
                        fugaku(large, rest),
                        Placements.torusShelf(),
                        shaped(1, "48x24x48:torus"),
                        new Job(2, 0, 55_296, 10, 10),
                        new Job(3, 0, 385, 10, 10));
        assertThat(log.startMillis(0)).isZero();
        assertThat(log.startMillis(1)).isZero();
        assertThat(log.startMillis(2)).isEqualTo(10);
    }

    @Test
    void freeNodesThatAreNotAdjacentDoNotStartAJob() {
        // Racks of 8 x 8 x 8 units in a checkerboard: half of the units are free, in cubes.
        List<Job> jobs = new ArrayList<>();
        Torus torus = Torus.tofuD(16, 16, 16, 6.8e9);
        Machine machine =
                new Machine(
                        "torus",
                        AllocationUnit.NODE,
                        torus,
                        List.of(new Pool("all", 0, torus.nodes())));
        for (int job = 0; job < 8; job++) { // fill all with cubes of 512 units
            jobs.add(new Job(job, 0, Shape.parse("16x24x16:torus"), job % 2 == 0 ? 100 : 5, 5));
            jobs.set(
                    job, new Job(job, 0, Shape.parse("16x24x16:torus"), 100, isOdd(job) ? 100 : 5));
        }
        jobs.add(new Job(8, 10, 12_288, 10, 10)); // 1,024 units: as much as two cubes side by side
        JobLog log = play(machine, Placements.torusUnit(), jobs.toArray(Job[]::new));
        assertThat(log.startMillis(7)).isZero();
        assertThat(log.startMillis(8)).as("four cubes are free").isEqualTo(100);
    }

    /** Cubes by z, y, x: every other one along each axis. */
    private static boolean isOdd(int cube) {
        return Integer.bitCount(cube) % 2 == 1;
    }

    @Test
    void whatNeverFitsIsRejected() {
        JobLog log =
                play(
                        fugaku(),
                        Placements.torusShelf(),
                        shaped(1, "49x1x49:torus:strict"),
                        shaped(2, "48x70x2:torus:strict"),
                        new Job(3, 0, 158_977, 1, 1),
                        shaped(4, "48x1x60:torus"));
        assertThat(log.state(0)).isEqualTo(JobState.REJECTED);
        assertThat(log.state(1)).isEqualTo(JobState.REJECTED);
        assertThat(log.state(2)).isEqualTo(JobState.REJECTED);
        assertThat(log.cause(0)).isEqualTo(Cause.NO_ROOM);
        assertThat(log.cause(2)).isEqualTo(Cause.TOO_LARGE);
        assertThat(log.state(3)).as("turned, 60 nodes lie along y").isEqualTo(JobState.COMPLETED);
    }

    /** Planes 1 to 3 are a group, in a pool of eight. */
    @ParameterizedTest
    @CsvSource({
        // asked for, nodes given; 0 if it is rejected
        "48x9x48:torus, 20736",
        "48x12x48:torus, 0", // the pool has four more planes, the group has none
        "48x48x9:torus:strict, 0",
        "48x48x9:mesh, 20736", // turned
        "9x48x48:mesh, 20736",
        "9x60x48:mesh, 0",
        "48x9x48:torus:strict-io, 0", // no rack begins on plane 1, and from plane 2 there are two
        "48x6x48:torus:strict-io, 13824",
        "3072:torus, 3168", // 3 x 8 x 11 units; in the whole pool it were 4 x 8 x 8
        "20736:torus, 20736",
        "20737:torus, 0",
    })
    void aBoxMustFitInItsGroup(String shape, int given) {
        Partition group =
                new Partition(
                        "three",
                        NodeSet.range(PLANE, 4 * PLANE - 1),
                        1,
                        158_976,
                        1_000,
                        Set.of(),
                        0,
                        Calendar.ALWAYS,
                        Tenure.WHOLE);
        Pool pool = new Pool("eight", 0, 8 * PLANE, List.of(group));
        Pool rest = new Pool("rest", 8 * PLANE, 15 * PLANE);
        JobLog log =
                play(
                        fugaku(pool, rest),
                        Placements.torusUnit(),
                        shaped(1, shape),
                        new Job(2, 0, 385, 10, 10));
        assertThat(log.state(1)).isEqualTo(JobState.COMPLETED);
        assertThat(log.state(0)).isEqualTo(given == 0 ? JobState.REJECTED : JobState.COMPLETED);
        assertThat(log.cause(0) == Cause.NONE).isEqualTo(given > 0);
        assertThat(log.nodeSet(0).size()).isEqualTo(given);
        assertThat(log.nodeSet(0).minus(group.nodes())).isEqualTo(NodeSet.EMPTY);
    }

    @Test
    void noNumberIsTooLargeToBeRejected() {
        JobLog log =
                play(
                        fugaku(),
                        Placements.torusUnit(),
                        new Job(1, 0, Integer.MAX_VALUE, 1, 1),
                        shaped(2, "999999999:torus"),
                        new Job(3, 0, 158_976, 1, 1));
        assertThat(log.state(0)).isEqualTo(JobState.REJECTED);
        assertThat(log.state(1)).isEqualTo(JobState.REJECTED);
        assertThat(log.state(2)).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void strictIoBeginsWhereARackDoes() {
        Job first = shaped(1, "2x3x2:torus:strict");
        JobLog log =
                play(fugaku(), Placements.torusUnit(), first, shaped(2, "4x6x16:torus:strict-io"));
        int unit = log.nodeSet(1).first(0);
        assertThat(TORUS.coordinate(unit, 0) % 2).isZero();
        assertThat(TORUS.coordinate(unit, 1) % 2).isZero();
        assertThat(TORUS.coordinate(unit, 2) % 8).isZero();
        assertThat(log.nodeSet(1).size()).isEqualTo(384);
    }

    @Test
    void aPoolOfSomePlanesDoesNotCloseToARing() {
        Pool before = new Pool("before", 0, 4 * PLANE);
        Pool behind = new Pool("behind", 4 * PLANE, 19 * PLANE);
        Job[] jobs = {
            shaped(1, "48x3x48:torus:strict"), // plane 0; the next lies beside it
            new Job(2, 0, Shape.parse("48x6x48:torus:strict"), 100, 100), // planes 1 and 2
            new Job(3, 10, Shape.parse("48x6x48:torus:strict"), 10, 10) // not planes 3 and 0
        };
        JobLog log = play(fugaku(before, behind), Placements.torusUnit(), jobs);
        assertThat(log.startMillis(2)).isEqualTo(100);
    }

    @Test
    void smallJobsFillTheFullestUnitThatHoldsThem() {
        JobLog log =
                play(
                        fugaku(),
                        Placements.noncont(),
                        new Job(1, 0, 5, 10, 10), // 7 left in the first unit
                        new Job(2, 0, 9, 10, 10), // 3 left in the unit beside it
                        new Job(3, 0, 3, 10, 10),
                        new Job(4, 0, 7, 10, 10),
                        new Job(5, 0, 14, 10, 10));
        int[] units = new int[5];
        for (int job = 0; job < 5; job++) {
            units[job] = log.nodeSet(job).first(0) / 12;
        }
        assertThat(units[0]).isZero();
        assertThat(TORUS.hops(0, log.nodeSet(1).first(0))).isLessThanOrEqualTo(4);
        assertThat(units[2]).isEqualTo(units[1]);
        assertThat(units[3]).isEqualTo(units[0]);
        assertThat(log.nodeSet(4).size()).isEqualTo(14);
    }

    @Test
    void whatIsTakenAndGivenBackLeavesNoTrace() {
        SplittableRandom random = new SplittableRandom(3);
        Machine machine = fugaku();
        for (Granule granule : List.of(Granule.UNIT, Granule.SHELF)) {
            TorusBoxes boxes = new TorusBoxes(granule, 384, 0.1, true);
            ShapedPlacement used = (ShapedPlacement) boxes.forRun(machine, machine.pools().get(0));
            ShapedPlacement fresh = (ShapedPlacement) boxes.forRun(machine, machine.pools().get(0));
            Job[] jobs = new Job[60];
            Arrays.setAll(jobs, i -> new Job(i, 0, 1 + random.nextInt(9_000), 1, 1));
            FixedSituation now = new FixedSituation(0, Workload.of("jobs", List.of(jobs)).jobs());
            List<NodeSet> taken = new ArrayList<>();
            for (int job = 0; job < jobs.length; job++) {
                NodeSet set = used.place(job, now);
                if (set != null) {
                    assertThat(set.size()).isEqualTo(used.nodesNeeded(job, now.jobs()));
                    used.taken(set);
                    taken.add(set);
                }
                if (job == 20) {
                    used.reserve(taken.get(3));
                }
            }
            assertThat(taken).hasSizeGreaterThan(20);
            used.reserve(NodeSet.EMPTY);
            while (!taken.isEmpty()) {
                used.given(taken.remove(random.nextInt(taken.size())));
            }
            for (int job = 0; job < jobs.length; job++) {
                assertThat(used.place(job, now)).isEqualTo(fresh.place(job, now));
                assertThat(used.placeOutside(job, now)).isEqualTo(fresh.place(job, now));
            }
        }
    }

    @Test
    void boxesNeedATorusThatTheyDivide() {
        Machine flat = Machine.flat("flat", 100);
        assertThatThrownBy(() -> play(flat, Placements.torusUnit(), new Job(1, 0, 1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("need a torus")
                .hasMessageContaining("'flat'");
        TorusBoxes odd = new TorusBoxes(new Granule(false, 1, 1, 5), 384, 0.1, true);
        assertThatThrownBy(() -> play(fugaku(), odd, new Job(1, 0, 1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Blocks of 5 units along axis Z do not divide");
    }
}
