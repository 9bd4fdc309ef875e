package dandori.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.failure.Failures;
import dandori.job.Amdahl;
import dandori.job.Elasticity;
import dandori.job.ForwardingJobs;
import dandori.job.ForwardingSource;
import dandori.job.Job;
import dandori.job.JobSource;
import dandori.job.Jobs;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Reservation;
import dandori.metric.JobLog;
import dandori.metric.Window;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rows of pieces beside those of other jobs, and where they are sent. */
class PiecesInRunTest {

    private static final Workload OTHERS =
            Workload.of(
                    "others",
                    List.of(
                            new Job(70, 0, 2, 9, 9, "ann", "one", "small"),
                            new Job(41, 5, 2, 9, 9, "bob", "two", ""),
                            new Job(12, 9, 2, 9, 9, "ann", "one", "small")));

    private static Venue venue(String machine, int nodes, double stepMillis, String group) {
        return new Venue(
                Machine.flat(machine, 100),
                nodes,
                1,
                group,
                Request.PLAIN,
                1_000,
                StepSpeed.constant(stepMillis),
                50,
                3,
                5,
                0);
    }

    private static Campaign campaign(String name, String organization, long at, Venue... venues) {
        return new Campaign(
                name,
                organization,
                List.of(venues),
                1,
                10,
                0,
                at,
                -1,
                Long.MAX_VALUE,
                Chain.AFTER_END);
    }

    @Test
    void otherJobsAreAsElasticAsTheirSourceSays() {
        Elasticity some = new Amdahl(2, 8, 0.1);
        Job job = new Job(1, 0, 4, 9, 9, "ann", "", "", Request.of(some));
        Workload workload = Workload.of("elastic", List.of(job));
        JobSource rigid =
                new ForwardingSource(workload.source()) {
                    @Override
                    public Jobs jobs() {
                        return new ForwardingJobs(base.jobs()) {
                            @Override
                            public Elasticity elasticity(int row) {
                                return Elasticity.RIGID;
                            }
                        };
                    }
                };

        Jobs asTheyAsk = new CampaignSource(workload, List.of()).jobs();
        Jobs asTheyAreSent = new CampaignSource(workload, rigid, List.of()).jobs();

        assertThat(asTheyAsk.elasticity(0)).isEqualTo(some);
        assertThat(asTheyAreSent.elasticity(0).isRigid()).isTrue();
    }

    @Test
    void piecesStandBehindAllOthersAndAreCountedAsTheyCome() {
        Campaign late = campaign("late", "three", 9, venue("m", 4, 10, "large"));
        Campaign early = campaign("early", "two", 5, venue("m", 3, 10, "small"));
        Campaign also = campaign("also", "four", 9, venue("m", 3, 10, ""));
        CampaignSource source = new CampaignSource(OTHERS, List.of(late, early, also));
        List<Integer> rows = new ArrayList<>();
        while (source.nextSubmitMillis() < Long.MAX_VALUE) {
            rows.add(source.next());
        }
        Jobs jobs = source.jobs();

        // 70 at 0 | 41 and early at 5 | 12, late and also at 9
        assertThat(rows).containsExactly(0, 1, 3, 2, 4, 5);
        assertThat(rows.stream().map(jobs::sequence)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(rows.stream().map(jobs::id)).containsExactly(70L, 41L, 71L, 12L, 72L, 73L);
        assertThat(rows.stream().map(jobs::submitMillis)).containsExactly(0L, 5L, 5L, 9L, 9L, 9L);
        assertThat(rows.stream().map(row -> source.users().get(jobs.user(row))))
                .containsExactly("ann", "bob", "early", "ann", "late", "also");
        assertThat(rows.stream().map(row -> source.organizations().get(jobs.organization(row))))
                .containsExactly("one", "two", "two", "one", "three", "four");
        assertThat(rows.stream().map(jobs::partition)).containsExactly(0, -1, 0, 0, 1, -1);
        assertThat(source.partitions()).containsExactly("small", "large");
        assertThat(source.organizations()).containsExactly("one", "two", "three", "four");
        assertThat(jobs.nodes(4)).isEqualTo(5); // with its spare
        assertThat(jobs.walltimeMillis(4)).isEqualTo(1_000);
        assertThat(source.runMillis(4)).isEqualTo(5 + 10 * 10 + 2 * 3);
        assertThat(source.knowsAll()).isFalse();
        assertThat(source.pool(0, List.of())).isEqualTo(-1);
    }

    /** A checkpoint would be written after 48 ms, but all nodes break every 30 ms. */
    @Test
    @Timeout(60)
    void whoeverNeverGetsAnywhereIsGivenUpLestTheRunGoOnForEver() {
        Failures often =
                new Failures() {
                    private long at = 30;

                    @Override
                    public long nextAtMillis() {
                        return at;
                    }

                    @Override
                    public Failure next() {
                        at += 30;
                        return new Failure(at - 30, Breakage.SWITCH, NodeSet.range(0, 3), 1);
                    }
                };
        Machine machine = Machine.flat("m", 4);
        List<CampaignSource> sources = new ArrayList<>();
        Campaign hopeless = campaign("c", "one", 0, venue("m", 3, 40, ""));
        Simulation.of(
                        List.of(machine),
                        () -> {
                            Workload none = Workload.of("none", List.of());
                            sources.add(new CampaignSource(none, List.of(hopeless)));
                            return sources.get(0);
                        })
                .policy(
                        Policy.named("p")
                                .order(Orders.fcfs())
                                .backfill(Backfills.easy())
                                .placement(Placements.firstFit())
                                .build())
                .failures(same -> often)
                .window(new Window(0, 100))
                .run();
        CampaignOutcome outcome = sources.get(0).outcomes(1_000_000).get(0);
        assertThat(outcome.pieces()).isEqualTo(10_000);
        assertThat(outcome.stepsDone()).isZero();
        assertThat(outcome.givenUpMillis()).isEqualTo(30 * 10_000);
    }

    @Test
    void aReservationForACampaignIsForItsUser() {
        // All four nodes are kept for 'c' from 0 to 200. Its only piece comes at 0 and takes 5 +
        // 10 · 10 + 2 · 3; another job that comes then waits beyond its end.
        Campaign reserved = campaign("c", "one", 0, venue("m", 3, 10, ""));
        Workload other = Workload.of("w", List.of(new Job(1, 5, 2, 9, 9, "bob", "one", "")));
        Reservation kept =
                new Reservation(
                        "r",
                        "m",
                        NodeSet.range(0, 3),
                        List.of(new Opening(0, 200, 200)),
                        Set.of(),
                        Set.of("c"),
                        0);
        JobLog log =
                Simulation.of(
                                List.of(Machine.flat("m", 4)),
                                () -> new CampaignSource(other, List.of(reserved)))
                        .policy(
                                Policy.named("p")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.easy())
                                        .placement(Placements.firstFit())
                                        .build())
                        .reservation(kept)
                        .checking(Checking.FULL)
                        .window(new Window(0, 300))
                        .run()
                        .log();
        assertThat(log.startMillis(0)).isEqualTo(200);
        assertThat(log.startMillis(1)).isEqualTo(0);
        assertThat(log.endMillis(1)).isEqualTo(111);
    }

    @Test
    void sequencesAscendInTheOrderOfArrival() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Job> others = new ArrayList<>();
            int jobCount = random.nextInt(40);
            for (int id = 0; id < jobCount; id++) {
                others.add(new Job(id, random.nextInt(50), 1, 5, 5));
            }
            List<Campaign> campaigns = new ArrayList<>();
            int campaignCount = random.nextInt(20);
            for (int i = 0; i < campaignCount; i++) {
                campaigns.add(campaign("c" + i, "org", random.nextInt(50), venue("m", 3, 10, "")));
            }
            CampaignSource source = new CampaignSource(Workload.of("others", others), campaigns);
            List<Integer> rows = new ArrayList<>();
            while (source.nextSubmitMillis() < Long.MAX_VALUE) {
                long at = source.nextSubmitMillis();
                rows.add(source.next());
                assertThat(source.jobs().submitMillis(rows.get(rows.size() - 1))).isEqualTo(at);
            }
            assertThat(rows).hasSize(others.size() + campaigns.size());
            for (int place = 0; place < rows.size(); place++) {
                assertThat(source.jobs().sequence(rows.get(place))).isEqualTo(place);
            }
        }
    }

    @Test
    void withoutCampaignsTheRunIsThatOfTheWorkload() {
        SplittableRandom random = new SplittableRandom(3);
        List<Job> jobs = new ArrayList<>();
        for (int id = 0; id < 500; id++) {
            int run = random.nextInt(60);
            jobs.add(new Job(id, random.nextInt(9_000), 1 + random.nextInt(8), 60, run));
        }
        Workload workload = Workload.of("jobs", jobs);
        List<Machine> machines = List.of(Machine.flat("m", 10));
        JobLog plain = Simulation.of(machines, workload).policy(easy()).run().log();
        JobLog same =
                Simulation.of(machines, () -> new CampaignSource(workload, List.of()))
                        .policy(easy())
                        .run()
                        .log();
        for (int job = 0; job < workload.count(); job++) {
            assertThat(same.startMillis(job)).isEqualTo(plain.startMillis(job));
        }
    }

    private static Policy easy() {
        return Policy.named("easy").order(Orders.fcfs()).backfill(Backfills.easy()).build();
    }

    /** Where the piece goes that comes at 10, beside others on machines a and b. */
    private static int poolOf(Campaign campaign, List<Job> others) {
        return poolOf(campaign, others, new ArrayList<>());
    }

    private static int poolOf(Campaign campaign, List<Job> others, List<CampaignSource> used) {
        Workload workload = Workload.of("others", others);
        JobLog log =
                Simulation.of(
                                List.of(Machine.flat("a", 10), Machine.flat("b", 20)),
                                () -> {
                                    used.add(new CampaignSource(workload, List.of(campaign)));
                                    return used.get(0);
                                })
                        .routing((job, pools) -> {
                            int pool = used.get(0).pool(job, pools);
                            return pool < 0 ? (int) used.get(0).jobs().id(job) : pool;
                        })
                        .policy(easy())
                        .window(new Window(0, 1_000))
                        .horizonMillis(10)
                        .run()
                        .log();
        return log.pool(others.size());
    }

    @Test
    void aCampaignGoesWhereItCanStartAndTrainsFastest() {
        Campaign either = campaign("c", "org", 10, venue("a", 4, 10, ""), venue("b", 4, 9, ""));
        assertThat(poolOf(either, List.of())).isEqualTo(1);

        Job onB = new Job(1, 0, 16, 500, 500); // 4 of 20 are free, 5 are needed
        assertThat(poolOf(either, List.of(onB))).isZero();

        Campaign equal = campaign("c", "org", 10, venue("b", 4, 9, ""), venue("a", 4, 9, ""));
        assertThat(poolOf(equal, List.of())).isEqualTo(1); // the first that it names
    }

    @Test
    void whereNothingIsFreeItGoesWhereTheQueueAndTheTrainingAreShortest() {
        Campaign either = campaign("c", "org", 10, venue("a", 4, 10, ""), venue("b", 4, 10, ""));
        Job onA = new Job(0, 0, 10, 110, 110); // 100 ms left for all nodes
        Job onB = new Job(1, 0, 20, 90, 90); // 80 ms left
        assertThat(poolOf(either, List.of(onA, onB))).isEqualTo(1);

        Job waitsOnB = new Job(1, 0, 10, 50, 50); // 25 ms more for all nodes
        assertThat(poolOf(either, List.of(onA, onB, waitsOnB))).isZero();

        Campaign fasterOnB = campaign("c", "org", 10, venue("a", 4, 10, ""), venue("b", 4, 9, ""));
        assertThat(poolOf(fasterOnB, List.of(onA, onB, waitsOnB))).isEqualTo(1); // 10 ms less
    }

    @Test
    void ofSeveralNumbersOfNodesOnOneMachineItTakesTheFastestThatFits() {
        Campaign range = campaign("c", "org", 10, venue("b", 4, 20, ""), venue("b", 12, 9, ""));
        assertThat(nodesOf(range, List.of())).isEqualTo(13);
        assertThat(nodesOf(range, List.of(new Job(1, 0, 8, 500, 500)))).isEqualTo(5);
    }

    private static int nodesOf(Campaign campaign, List<Job> others) {
        List<CampaignSource> used = new ArrayList<>();
        poolOf(campaign, others, used);
        return used.get(0).jobs().nodes(others.size());
    }

    @Test
    void oneThatMayRunOnNoMachineOfTheRunIsRefused() {
        Campaign nowhere = campaign("c", "org", 10, venue("x", 4, 10, ""));
        assertThatThrownBy(() -> poolOf(nowhere, List.of()))
                .hasMessage("Campaign 'c' may run on x, but no such machine is simulated.");
    }
}
