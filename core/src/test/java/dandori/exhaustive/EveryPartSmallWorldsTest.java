package dandori.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Reservation;
import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.metric.Segment;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Reclaim;
import dandori.policy.limit.Subject;
import dandori.policy.placement.Placements;
import dandori.policy.preemption.ByQos;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.policy.spi.Defaults;
import dandori.policy.spi.Parts;
import dandori.reference.LimitWatch;
import dandori.reference.World;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every part that is known by name, with limits or without, amid a reservation or not, with jobs
 * that make way in every mode and without, in all worlds of three jobs on three nodes: under full
 * checking no limit, reservation or promise is broken, everybody comes to an end, and work is
 * accounted to the millisecond.
 *
 * <p>Each world is played in turns, so that all turns together have each backfill with each
 * admission, preemption and reservation, and with each order.
 */
class EveryPartSmallWorldsTest {

    private static final ZonedDateTime ORIGIN =
            ZonedDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final int TURNS = 12; // of each world

    private static final List<Order> ORDERS = all(Order.class);
    private static final List<Backfill> BACKFILLS =
            all(Backfill.class).stream().filter(one -> !one.ignoresCapacity()).toList();
    private static final List<Placement> PLACES =
            List.of(
                    Placements.firstFit(),
                    Placements.bestFit(),
                    Placements.random(7),
                    Placements.roundRobin());

    private static final Limits LIMITS =
            Limits.NONE
                    .withOthers(Subject.ORGANIZATION, Limit.NONE.nodesAtOnce(2))
                    .withOthers(Subject.USER, Limit.NONE.jobsAtOnce(1));

    private static final Reservation KEPT =
            new Reservation(
                    "kept",
                    "small",
                    NodeSet.range(1, 2),
                    List.of(new Opening(1_500, 3_000, 3_000), new Opening(4_000, 5_000, 5_000)),
                    Set.of("riken"),
                    Set.of(),
                    0);

    private final List<Admission> admissions = new ArrayList<>(all(Admission.class));
    private final List<Preemption> preemptions = new ArrayList<>();
    private int turn;
    private int madeWay;
    private int rejected;

    private static <T> List<T> all(Class<T> kind) {
        return Parts.of(kind).stream()
                .map(provider -> provider.create(Defaults.of(provider)))
                .toList();
    }

    @Test
    void inNoSmallWorldAnythingIsBroken() {
        admissions.add(0, Admission.OPEN);
        admissions.add(1, LIMITS);
        preemptions.add(Preemption.NONE);
        for (Preemption named : all(Preemption.class)) {
            if (named instanceof ByQos) {
                for (PreemptMode mode : PreemptMode.values()) {
                    preemptions.add(qos(mode));
                }
            } else {
                preemptions.add(named);
            }
        }
        preemptions.add(new Reclaim(new Reclaim.Terms(1_000, false, 500, 0)));

        int count = SmallWorlds.all(3, 3, SmallWorlds.THREE_LENGTHS, this::playInTurns);

        assertThat(count).isEqualTo(2_916);
        int different = BACKFILLS.size() * admissions.size() * preemptions.size() * 2;
        assertThat(count * TURNS).as("each with each").isGreaterThan(2 * different);
        assertThat(count * TURNS).isGreaterThan(ORDERS.size() * BACKFILLS.size());
        assertThat(madeWay).isGreaterThan(count / 20);
        assertThat(rejected).isPositive();
    }

    /** The third user's jobs take from all others, who keep what they had a second ago. */
    private static Preemption qos(PreemptMode mode) {
        Qos urgent = Qos.named("urgent").priority(1).preempts(Set.of(QosTable.DEFAULT));
        Qos others = Qos.named(QosTable.DEFAULT).mode(mode).times(0, 1_000, 0);
        return new ByQos(
                new QosTable(List.of(urgent, others), Map.of("u3", "urgent"), Map.of(), Map.of()));
    }

    private void playInTurns(World world) {
        for (int i = 0; i < TURNS; i++) {
            play(world);
            turn++;
        }
    }

    private void play(World world) {
        int left = turn;
        Backfill backfill = BACKFILLS.get(left % BACKFILLS.size());
        left /= BACKFILLS.size();
        Admission admission = admissions.get(left % admissions.size());
        left /= admissions.size();
        Preemption preemption = preemptions.get(left % preemptions.size());
        left /= preemptions.size();
        boolean isReserved = left % 2 == 1;
        Order order = ORDERS.get((turn + left) % ORDERS.size());
        boolean hasPlaces = isReserved || backfill.reservesPlaces();
        Placement placement = hasPlaces ? PLACES.get(turn % PLACES.size()) : Placement.COUNT;
        String what =
                "turn %d, %s, %s, %s, %s, %s, reserved %s: %s"
                        .formatted(
                                turn,
                                order,
                                backfill,
                                admission,
                                placement,
                                preemption,
                                isReserved,
                                world);
        Workload workload = Workload.of("small", owned(world.jobs()));
        Simulation simulation =
                Simulation.of(Machine.flat("small", 3), workload)
                        .policy(
                                Policy.named("it")
                                        .order(order)
                                        .backfill(backfill)
                                        .placement(placement)
                                        .admission(admission)
                                        .preemption(preemption)
                                        .build())
                        .origin(ORIGIN)
                        .checking(Checking.FULL);
        simulation.observe(new Patience());
        if (admission == LIMITS) {
            simulation.observe(new LimitWatch(LIMITS, workload, ORIGIN));
        }
        if (isReserved) {
            simulation.reservation(KEPT);
        }
        try {
            Outcome outcome = simulation.run();
            boolean isPromised =
                    !isReserved
                            && preemption == Preemption.NONE
                            && backfill.preemption() == Preemption.NONE;
            assertThat(isPromised ? outcome.brokenPromises() : 0).isZero();
            check(world, outcome.log(), isReserved);
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError(what + ": " + broken.getMessage(), broken);
        }
    }

    /** Ends a run that does not end by itself. */
    private static final class Patience implements Observer {

        private int passes;

        @Override
        public void passEnded(Situation now) {
            passes++;
            if (passes > 2_000) {
                throw new IllegalStateException("the run does not end.");
            }
        }
    }

    /** Each of another user; the second of another organization. */
    private static List<Job> owned(List<Job> jobs) {
        return jobs.stream()
                .map(job ->
                        new Job(
                                job.id(),
                                job.submitMillis(),
                                job.nodes(),
                                job.walltimeMillis(),
                                job.runMillis(),
                                "u" + job.id(),
                                job.id() == 2 ? "ntt" : "riken",
                                ""))
                .toList();
    }

    private void check(World world, JobLog log, boolean isReserved) {
        madeWay += log.hasSegments() ? 1 : 0;
        for (int job = 0; job < log.jobs().count(); job++) {
            JobState state = log.state(job);
            assertThat(state).isIn(JobState.COMPLETED, JobState.REJECTED, JobState.PREEMPTED);
            rejected += state == JobState.REJECTED ? 1 : 0;
            madeWay += state == JobState.PREEMPTED ? 1 : 0;
            if (state == JobState.COMPLETED) {
                checkWork(log, job, world.jobs().get((int) log.jobs().id(job) - 1).runMillis());
            }
            if (state == JobState.REJECTED) {
                continue;
            }
            if (isReserved && log.jobs().id(job) == 2) {
                NodeSet set = log.nodeSet(job);
                keepsOut(set, log.startMillis(job), log.endMillis(job));
                for (Segment one : log.segmentsBefore(job)) {
                    keepsOut(one.nodeSet(), one.startMillis(), one.endMillis());
                }
            }
        }
    }

    /** What was done and not lost is what there was to do. */
    private static void checkWork(JobLog log, int job, long runMillis) {
        long work = log.executedLastMillis(job) - log.lostLastMillis(job) - log.stalledMillis(job);
        for (Segment one : log.segmentsBefore(job)) {
            assertThat(one.lostMillis()).isBetween(0L, one.lengthMillis());
            work += one.lengthMillis() - one.lostMillis();
        }
        assertThat(work).as("work of job %d", log.jobs().id(job)).isEqualTo(runMillis);
    }

    private static void keepsOut(NodeSet set, long startMillis, long endMillis) {
        for (Opening span : KEPT.spans()) {
            boolean isThen = startMillis < span.toMillis() && endMillis > span.fromMillis();
            assertThat(isThen && set != null && set.and(KEPT.nodes()).size() > 0).isFalse();
        }
    }
}
