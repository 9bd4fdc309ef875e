package dandori.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Torus;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Request;
import dandori.job.Shape;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What RIKEN says of Fugaku must come out of the model. Times are in hours. */
class FugakuStoriesTest {

    private static final long HOUR = 3_600_000;
    private static final int PLANE = 24 * 24 * 12;

    private final Machine fugaku = Catalogue.machine("fugaku");
    private final Torus torus = (Torus) fugaku.interconnect();
    private final List<Job> jobs = new ArrayList<>();

    private void job(String group, String shape, long submit, long walltime) {
        Shape asked = Shape.parse(shape);
        jobs.add(
                new Job(
                        jobs.size(),
                        submit * HOUR,
                        asked.nodes(),
                        walltime * HOUR,
                        walltime * HOUR,
                        "",
                        "",
                        group,
                        shape.contains(":") ? Request.of(asked) : Request.PLAIN));
    }

    private JobLog play(Machine machine) {
        return Simulation.of(machine, Workload.of("story", jobs))
                .policy(
                        Policy.named("easy")
                                .order(Orders.fcfs())
                                .backfill(Backfills.easy())
                                .placement(Placements.torusShelf())
                                .build())
                .origin(ZonedDateTime.of(2025, 9, 1, 0, 0, 0, 0, ZoneId.of("Asia/Tokyo")))
                .checking(Checking.FULL)
                .run()
                .log();
    }

    private NavigableSet<Integer> planes(NodeSet nodes) {
        TreeSet<Integer> planes = new TreeSet<>();
        for (int i = 0; i < nodes.intervalCount(); i++) {
            for (int node = nodes.first(i); node <= nodes.last(i); node++) {
                planes.add(torus.coordinate(node, 1));
            }
        }
        return planes;
    }

    @Test
    void thirteenThousandNodesInTorusModeAreTwoWholeYPlanesOrWait() {
        for (int i = 0; i < 12; i++) { // 11 pairs of the 23 planes
            job("", "48x6x48:torus", 0, 10);
        }
        JobLog log = play(fugaku.withoutGroups());
        TreeSet<Integer> taken = new TreeSet<>();
        for (int job = 0; job < 11; job++) {
            assertThat(log.startMillis(job)).isZero();
            NavigableSet<Integer> planes = planes(log.nodeSet(job));
            assertThat(log.nodeSet(job).size()).isEqualTo(2 * PLANE);
            assertThat(planes).hasSize(2);
            assertThat(Math.floorMod(planes.last() - planes.first(), 23)).isIn(1, 22);
            assertThat(taken.addAll(planes)).isTrue();
        }
        assertThat(taken).hasSize(22);
        assertThat(log.startMillis(11)).isEqualTo(10 * HOUR);
    }

    /** Many others, of all sizes, come and go; nothing is strict. */
    @Test
    void amongOtherJobsTheyAreTwoWholeYPlanesOrWaitToo() {
        SplittableRandom random = new SplittableRandom(12);
        List<Integer> wide = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            if (i % 40 == 39) {
                wide.add(i);
                job("", "48x6x48:torus", i / 6, 4 + random.nextInt(8));
            } else {
                int nodes = (int) StrictMath.pow(2, 13 * StrictMath.sqrt(random.nextDouble()));
                job("", nodes + ":torus", i / 6, 1 + random.nextInt(30));
            }
        }
        JobLog log = play(fugaku.withoutGroups());
        int waited = 0;
        for (int job : wide) {
            NavigableSet<Integer> planes = planes(log.nodeSet(job));
            assertThat(log.nodeSet(job).size()).isEqualTo(2 * PLANE);
            assertThat(planes).as("job %d", job).hasSize(2);
            assertThat(Math.floorMod(planes.last() - planes.first(), 23)).isIn(1, 22);
            waited += log.startMillis(job) > jobs.get(job).submitMillis() ? 1 : 0;
        }
        assertThat(waited).as("%d asked", wide.size()).isBetween(5, wide.size());
    }

    @Test
    void anEmptyMachineTakesExactlySixteenPlanesOfLarge() {
        for (int i = 0; i < 17; i++) {
            job("large", "48x3x48:torus", 0, 10);
        }
        JobLog log = play(fugaku);
        TreeSet<Integer> taken = new TreeSet<>();
        for (int job = 0; job < 16; job++) {
            assertThat(log.startMillis(job)).isZero();
            taken.addAll(planes(log.nodeSet(job)));
        }
        assertThat(taken).hasSize(16).contains(3, 18);
        assertThat(log.startMillis(16)).isEqualTo(10 * HOUR);
    }

    @Test
    void anEmptyMachineTakesThreePlanesOfSmallJobs() {
        for (int i = 0; i < 3 * PLANE / 384 + 1; i++) {
            job("small", "384", 0, 10);
        }
        JobLog log = play(fugaku);
        int atOnce = 0;
        for (int job = 0; job < jobs.size(); job++) {
            atOnce += log.startMillis(job) == 0 ? 1 : 0;
            assertThat(planes(log.nodeSet(job))).isSubsetOf(0, 1, 2);
        }
        assertThat(atOnce).isEqualTo(54); // 20,736 / 384
        assertThat(log.startMillis(54)).isEqualTo(10 * HOUR);
    }

    /** Every other plane is busy: 76,032 nodes are free, but no two planes side by side. */
    @Test
    void tenThousandFreeNodesThatAreNotAdjacentDoNotStartATenThousandNodeTorusJob() {
        for (int plane = 0; plane < 23; plane++) {
            job("", "48x3x48:torus", 0, plane % 2 == 0 ? 20 : 10);
        }
        job("", "48x6x48:torus", 11, 10); // after the odd planes have ended
        job("", "10000:torus", 11, 10);
        job("", "48x3x48:torus", 11, 9);
        JobLog log = play(fugaku.withoutGroups());
        assertThat(log.startMillis(23)).isEqualTo(20 * HOUR);
        assertThat(log.startMillis(24)).isEqualTo(20 * HOUR);
        assertThat(log.startMillis(25)).isEqualTo(11 * HOUR); // one plane is enough for this one
    }

    @Test
    void halfTheMachineRunsInItsMonthlyWindowAndNobodyElseIsOnItsPlanesThen() {
        job("huge", "48x36x48:torus", 0, 20); // 82,944 nodes, 52.2 % of the system
        job(
                "large",
                "48x9x48:torus",
                24 * 15 + 10,
                10); // would run into Tuesday 15:00 on 12 planes
        job("large", "48x12x48:torus", 24 * 15 + 10, 2);
        JobLog log = play(fugaku);
        long tuesday = 24 * 15 + 15; // 16 September 2025, 15:00
        assertThat(log.nodeSet(0).size()).isEqualTo(82_944);
        assertThat(log.startMillis(0)).isEqualTo(tuesday * HOUR);
        assertThat(log.startMillis(1)).isEqualTo((24 * 15 + 10) * HOUR);
        assertThat(planes(log.nodeSet(1))).isSubsetOf(15, 16, 17, 18);
        assertThat(log.startMillis(2)).isEqualTo((24 * 15 + 10) * HOUR);
        assertThat(log.state(2)).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void aSpotJobYieldsAfterFourHours() {
        for (int i = 0; i < 54; i++) {
            job("spot-small", "384", 0, 12);
        }
        job("small", "384", 2, 5);
        JobLog log = play(fugaku);
        assertThat(log.startMillis(54)).isEqualTo(4 * HOUR);
        int ended = 0;
        for (int job = 0; job < 54; job++) {
            ended += log.state(job) == JobState.PREEMPTED ? 1 : 0;
        }
        assertThat(ended).isEqualTo(1);
    }
}
