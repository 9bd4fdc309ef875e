package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.metric.JobLog;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.backfill.Easy;
import dandori.policy.limit.Both;
import dandori.policy.limit.FixedQuota;
import dandori.policy.limit.LentQuota;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Owner;
import dandori.policy.placement.Placements;
import dandori.reference.CoreRun;
import dandori.reference.LimitWatch;
import dandori.reference.LimitedWorld;
import dandori.reference.ObviousLimits;
import dandori.reference.ObviousLog;
import dandori.reference.ObviousQuota;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.wait.Wait;
import dandori.wait.WaitLog;
import dandori.wait.WaitReason;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Limits and quotas against obvious twins that sum everything up at each question, job by job, and
 * say whose limit holds a job; and no limit is ever broken, by a count of its own.
 */
class LimitsUnderEveryBackfillTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 400);
    private final Set<String> holders = new TreeSet<>(); // whose limits have held somebody

    private static final List<String> ORDERS = List.of("fcfs", "wfp3", "saf", "lxf", "ljf");

    private static final List<Backfill> BACKFILLS =
            List.of(
                    Backfills.none(),
                    Backfills.easy(),
                    new Easy(2),
                    Backfills.shortest(),
                    Backfills.conservative(),
                    Backfills.depth(1),
                    Backfills.depth(3),
                    Backfills.identityEasy(),
                    Backfills.replan());

    @Test
    void limitsEqualTheTwinAndAreNeverBroken() {
        for (int seed = 0; seed < WORLDS; seed++) {
            LimitedWorld limited = LimitedWorld.random(seed, 50);
            compare(seed, limited, limited.limits(), new ObviousLimits(limited.limits()));
        }
        assertThat(holders).containsExactly("QOS", "organization", "partition", "user");
    }

    @Test
    void quotasEqualTheTwin() {
        for (int seed = 0; seed < WORLDS; seed++) {
            LimitedWorld limited = LimitedWorld.random(~seed, 50);
            boolean lends = seed % 3 > 0;
            Owner owner = Owner.values()[seed / 3 % 3];
            Admission fast = lends ? new LentQuota(owner) : new FixedQuota(owner);
            compare(seed, limited, fast, new ObviousQuota(owner, lends));
        }
        assertThat(holders).containsExactly("", "account", "organization", "user");
    }

    @Test
    void bothTogetherEqualTheTwins() {
        for (int seed = 0; seed < WORLDS / 2; seed++) {
            LimitedWorld limited = LimitedWorld.random(seed * 1_001L, 50);
            compare(
                    seed,
                    limited,
                    Both.of(limited.limits(), new FixedQuota()),
                    Both.of(
                            new ObviousLimits(limited.limits()),
                            new ObviousQuota(Owner.ORGANIZATION, false)));
        }
    }

    @Test
    void whomTheLogStartsIsHeldByLimits() {
        int held = 0;
        for (int seed = 0; seed < WORLDS / 2; seed++) {
            LimitedWorld limited = LimitedWorld.random(seed * 77L, 50);
            Admission admission =
                    switch (seed % 3) {
                        case 0 -> limited.limits();
                        case 1 -> new LentQuota();
                        default -> new FixedQuota();
                    };
            JobLog log = logged(seed, limited, Backfills.asLogged(), admission);
            JobLog slow = logged(seed, limited, new ObviousLog(), admission);
            for (int job = 0; job < log.jobs().count(); job++) {
                String what = "seed %d, job %d".formatted(seed, job);
                assertThat(log.state(job)).as(what).isEqualTo(slow.state(job));
                assertThat(log.state(job)).as(what).isNotEqualTo(JobState.WAITING);
                if (log.hasStarted(job)) {
                    long due = Math.max(0, log.jobs().loggedWaitMillis(job));
                    assertThat(log.startMillis(job)).as(what).isEqualTo(slow.startMillis(job));
                    assertThat(log.waitMillis(job)).as(what).isGreaterThanOrEqualTo(due);
                    held += log.waitMillis(job) > due ? 1 : 0;
                }
            }
        }
        assertThat(held).isGreaterThan(WORLDS);
    }

    private static JobLog logged(
            int seed, LimitedWorld limited, Backfill backfill, Admission admission) {
        WorkloadBuilder builder = new WorkloadBuilder("logged").keepLoggedWaits();
        for (Job job : limited.world().jobs()) {
            builder.add(
                    job.id(),
                    job.submitMillis(),
                    job.nodes(),
                    job.walltimeMillis(),
                    job.runMillis(),
                    job.user().isEmpty() ? -1 : builder.user(job.user()),
                    job.organization().isEmpty() ? -1 : builder.organization(job.organization()),
                    -1,
                    (job.id() + seed) % 4 == 0 ? -1 : job.runMillis() * (job.id() % 3));
        }
        return Simulation.of(Machine.flat("world", limited.world().nodes()), builder.build())
                .policy(
                        Policy.named("logged")
                                .order(CoreRun.order(ORDERS.get(seed % ORDERS.size())))
                                .backfill(backfill)
                                .admission(admission)
                                .build())
                .origin(limited.origin())
                .accounts(limited.accounts())
                .checking(Checking.FULL)
                .run()
                .log();
    }

    private void compare(int seed, LimitedWorld limited, Admission fast, Admission slow) {
        Backfill backfill = BACKFILLS.get(seed % BACKFILLS.size());
        World world =
                seed % 4 == 0
                        ? Worlds.withMaintenance(limited.world(), seed, true)
                        : limited.world();
        Workload workload = Workload.of("limited", world.jobs());
        LimitWatch watch = new LimitWatch(limited.limits(), workload, limited.origin());
        boolean isLimited = fast instanceof Limits || fast instanceof Both;
        Simulation one = simulation(seed, limited, world, backfill, fast);
        Outcome quick = (isLimited ? one.observe(watch) : one).explainWaits(true).run();
        JobLog log = quick.log();
        Outcome other = simulation(seed, limited, world, backfill, slow).explainWaits(true).run();
        WaitLog waits = Objects.requireNonNull(quick.waits());
        WaitLog others = Objects.requireNonNull(other.waits());
        for (int job = 0; job < workload.count(); job++) {
            String what = "seed %d, %s, job %d".formatted(seed, backfill, job);
            assertThat(log.state(job)).as(what).isEqualTo(other.log().state(job));
            assertThat(log.startMillis(job)).as(what).isEqualTo(other.log().startMillis(job));
            assertThat(log.endMillis(job)).as(what).isEqualTo(other.log().endMillis(job));
            assertThat(log.state(job)).as(what).isNotEqualTo(JobState.WAITING);
            assertThat(waits.of(job)).as(what).isEqualTo(others.of(job));
            for (Wait wait : waits.of(job)) {
                if (wait.reason() == WaitReason.QUOTA || wait.reason() == WaitReason.SHARE) {
                    holders.add(wait.name().split(" ")[0]);
                }
            }
        }
    }

    private static Simulation simulation(
            int seed, LimitedWorld limited, World world, Backfill backfill, Admission admission) {
        boolean hasPlaces = backfill.reservesPlaces() || seed % 2 == 0;
        Policy policy =
                Policy.named("limited")
                        .order(CoreRun.order(ORDERS.get(seed % ORDERS.size())))
                        .backfill(backfill)
                        .placement(hasPlaces ? Placements.firstFit() : Placement.COUNT)
                        .admission(admission)
                        .build();
        boolean isOfThePaper = seed % 7 == 0 && world.outages().isEmpty();
        Simulation simulation =
                Simulation.of(
                                Machine.flat("world", world.nodes()),
                                Workload.of("limited", world.jobs()))
                        .policy(policy)
                        .conventions(isOfThePaper ? Conventions.SC15 : Conventions.DANDORI)
                        .origin(limited.origin())
                        .accounts(limited.accounts())
                        .checking(Checking.FULL);
        for (Outage outage : world.outages()) {
            simulation.outage(outage);
        }
        return simulation;
    }
}
