package dandori.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.RoutingRule;
import dandori.policy.backfill.Backfills;
import dandori.policy.backfill.Rounds;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Subject;
import dandori.policy.order.Orders;
import dandori.policy.order.QuasiShortest;
import dandori.policy.placement.Placements;
import dandori.policy.preemption.ByQos;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.policy.spi.Defaults;
import dandori.policy.spi.Parts;
import dandori.sim.Checking;
import dandori.sim.Moves;
import dandori.sim.RoutedSource;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One queue, many orders: changing a part never changes another's behaviour. */
class SwappedPartsTest {

    private static final int WORLDS = 12;

    private static <T> List<T> fresh(Class<T> kind) {
        return Parts.of(kind).stream()
                .map(provider -> provider.create(Defaults.of(provider)))
                .toList();
    }

    private static Policy policy(Order order, Backfill backfill) {
        return Policy.named("it")
                .order(order)
                .backfill(backfill)
                .placement(backfill.reservesPlaces() ? Placements.firstFit() : Placement.COUNT)
                .build();
    }

    /**
     * Every order with every backfill, all runs with the same objects, in an order of runs and in
     * its reverse: each run is that of parts of its own.
     */
    @Test
    void partsThatHaveBeenInOtherPoliciesDoWhatNewOnesDo() {
        List<Order> orders = fresh(Order.class);
        List<Backfill> backfills = fresh(Backfill.class);
        List<int[]> pairs = new ArrayList<>();
        for (int order = 0; order < orders.size(); order++) {
            for (int backfill = 0; backfill < backfills.size(); backfill++) {
                pairs.add(new int[] {order, backfill});
            }
        }
        for (int turn = 0; turn < 2; turn++) {
            for (int[] pair : pairs) {
                SmallWorld world = SmallWorld.flat(pair[0] + 31L * pair[1]);
                JobLog used = Play.of(world, policy(orders.get(pair[0]), backfills.get(pair[1])));
                Order order = fresh(Order.class).get(pair[0]);
                Backfill backfill = fresh(Backfill.class).get(pair[1]);
                JobLog own = Play.of(world, policy(order, backfill));
                assertThat(Play.difference(used, own)).as("%s, %s", order, backfill).isEmpty();
            }
            Collections.reverse(pairs);
        }
    }

    /**
     * A policy of one part of each kind, each chosen at its own pace, with a world to play it in.
     */
    private record Mixed(
            List<Order> orders,
            List<Backfill> backfills,
            List<Admission> admissions,
            List<Preemption> preemptions,
            List<Placement> placements) {

        static Mixed fresh() {
            List<Admission> admissions = new ArrayList<>(SwappedPartsTest.fresh(Admission.class));
            admissions.add(
                    Limits.NONE.withOthers(Subject.USER, Limit.NONE.jobsAtOnce(1).nodesAtOnce(6)));
            admissions.add(Admission.OPEN);
            List<Preemption> preemptions =
                    new ArrayList<>(SwappedPartsTest.fresh(Preemption.class));
            preemptions.add(qos("user1"));
            preemptions.add(Preemption.NONE);
            return new Mixed(
                    SwappedPartsTest.fresh(Order.class),
                    SwappedPartsTest.fresh(Backfill.class),
                    admissions,
                    preemptions,
                    SwappedPartsTest.fresh(Placement.class));
        }

        JobLog play(int turn) {
            Placement placement = placements.get(turn % placements.size());
            Backfill backfill = backfills.get(turn / 2 % backfills.size());
            boolean needsPlaces = backfill.reservesPlaces() && !placement.hasPlaces();
            Policy policy =
                    Policy.named("it")
                            .order(orders.get(turn / 3 % orders.size()))
                            .backfill(backfill)
                            .admission(admissions.get(turn / 5 % admissions.size()))
                            .preemption(preemptions.get(turn / 7 % preemptions.size()))
                            .placement(needsPlaces ? Placements.firstFit() : placement)
                            .build();
            try {
                return Play.of(SmallWorld.of(turn % 4, turn), policy);
            } catch (IllegalArgumentException boxesNeedATorus) {
                return Play.of(SmallWorld.of(SmallWorld.machines() - 1, turn), policy);
            }
        }
    }

    private static ByQos qos(String urgentUser) {
        Qos urgent = Qos.named("urgent").priority(1).preempts(Set.of(QosTable.DEFAULT));
        return new ByQos(
                new QosTable(List.of(urgent), Map.of(urgentUser, "urgent"), Map.of(), Map.of()));
    }

    /** The same of admissions, placements and preemptions, among parts of all kinds. */
    @Test
    void partsOfEveryKindDoWhatNewOnesDo() {
        Mixed used = Mixed.fresh();
        for (int turn = 0; turn < 600; turn++) {
            JobLog own = Mixed.fresh().play(turn);
            assertThat(Play.difference(used.play(turn), own)).as("turn %d", turn).isEmpty();
        }
        for (int turn = 599; turn >= 0; turn -= 7) {
            JobLog own = Mixed.fresh().play(turn);
            assertThat(Play.difference(used.play(turn), own)).as("back %d", turn).isEmpty();
        }
    }

    /** The same of routing rules, whoever ran before. */
    @Test
    void routingRulesDoWhatNewOnesDo() {
        List<RoutingRule> used = fresh(RoutingRule.class);
        for (int turn = 0; turn < 40 * used.size(); turn++) {
            Backfill backfill = turn % 2 == 0 ? Backfills.easy() : Backfills.conservative();
            JobLog log = route(turn, used.get(turn % used.size()), backfill);
            RoutingRule own = fresh(RoutingRule.class).get(turn % used.size());
            assertThat(Play.difference(log, route(turn, own, backfill))).as("%s", own).isEmpty();
        }
    }

    private static JobLog route(int seed, RoutingRule rule, Backfill backfill) {
        SmallWorld world = SmallWorld.flat(seed);
        Workload workload = world.workload();
        int organizations = workload.organizations().size();
        Moves moves =
                new Moves(
                        IntStream.range(0, organizations).mapToObj(i -> i % 2).toList(),
                        Collections.nCopies(organizations, true),
                        List.of(1.0, 1.0),
                        List.of(1.0, 1.5),
                        seed % 3 * 1_000L);
        RoutedSource source = new RoutedSource(workload, rule, moves);
        int nodes = world.machine().nodes();
        return Simulation.of(
                        List.of(Machine.flat("one", nodes), Machine.flat("two", nodes)),
                        () -> source)
                .routing(source)
                .policy(policy(Orders.fcfs(), backfill))
                .checking(Checking.FULL)
                .run()
                .log();
    }

    /** What forbids nothing and takes nothing changes nothing, whatever the other parts are. */
    @Test
    void partsThatHaveNoSayMoveNobody() {
        List<Order> orders = fresh(Order.class);
        List<Backfill> backfills = fresh(Backfill.class);
        for (int turn = 0; turn < orders.size() * backfills.size(); turn++) {
            SmallWorld world = SmallWorld.flat(turn);
            Backfill backfill = backfills.get(turn % backfills.size());
            Policy plain = policy(orders.get(turn / backfills.size()), backfill);
            Policy.Builder wide =
                    Policy.named("it")
                            .order(plain.order())
                            .backfill(backfill)
                            .placement(plain.placement())
                            .admission(
                                    Limits.NONE.withOthers(
                                            Subject.USER, Limit.NONE.nodesAtOnce(1_000_000)));
            if (backfill.preemption() == Preemption.NONE) {
                wide.preemption(qos("nobody"));
            }
            assertThat(Play.difference(Play.of(world, wide.build()), Play.of(world, plain)))
                    .as("%s, %s", plain.order(), backfill)
                    .isEmpty();
        }
    }

    /** A score that never changes is that of the job, whoever overtakes it. */
    @Test
    void ordersGiveTheSameScoresUnderEveryBackfill() {
        for (Order order : fresh(Order.class)) {
            if (order.drift() != Drift.NEVER || order instanceof QuasiShortest) {
                continue; // it may go by what has run, which is the backfill's doing
            }
            for (int seed = 0; seed < WORLDS; seed++) {
                SmallWorld world = SmallWorld.flat(seed);
                Map<Integer, Double> scores = new HashMap<>();
                for (Backfill backfill : fresh(Backfill.class)) {
                    if (backfill.preemption() != Preemption.NONE) {
                        continue; // who comes back may have less to do
                    }
                    List<Integer> asked = new ArrayList<>();
                    Order watched =
                            Probe.forRun(
                                    Order.class,
                                    order,
                                    made ->
                                            Probe.answering(
                                                    Order.class,
                                                    made,
                                                    "score",
                                                    (score, to) -> {
                                                        asked.add((Integer) to[0]);
                                                        Double before =
                                                                scores.putIfAbsent(
                                                                        (Integer) to[0],
                                                                        (Double) score);
                                                        assertThat(score)
                                                                .isEqualTo(
                                                                        before == null
                                                                                ? score
                                                                                : before);
                                                        return score;
                                                    }));
                    Play.of(world, policy(watched, backfill));
                    assertThat(asked).as("%s, %s", order, backfill).isNotEmpty();
                }
            }
        }
    }

    /** Under any order, a backfill sees the queue in that order and no other. */
    @Test
    void everyBackfillSeesTheQueueInTheOrdersOrder() {
        for (Order order : fresh(Order.class)) {
            for (Backfill backfill : fresh(Backfill.class)) {
                Sorted sorted = new Sorted();
                Order watched = Probe.forRun(Order.class, order, sorted::of);
                Play.of(SmallWorld.flat(5), policy(watched, backfill), sorted);
                assertThat(sorted.passes).isPositive();
            }
        }
    }

    /** Which nodes jobs have, where any will do, moves no start under any order and backfill. */
    @Test
    void labelsMoveNobody() {
        List<Backfill> backfills = fresh(Backfill.class);
        List<Order> orders = fresh(Order.class);
        for (int seed = 0; seed < 4 * WORLDS; seed++) {
            SmallWorld world = SmallWorld.flat(seed);
            Order order = orders.get(seed % orders.size());
            Backfill backfill = backfills.get(seed % backfills.size());
            JobLog first = play(world, order, backfill, Placements.firstFit());
            JobLog random = play(world, order, backfill, Placements.random(seed));
            boolean isCounted = !backfill.reservesPlaces();
            JobLog counted = isCounted ? play(world, order, backfill, Placement.COUNT) : first;
            for (int job = 0; isCounted && job < first.jobs().count(); job++) {
                String what = "seed %d, %s, %s".formatted(seed, order, backfill);
                assertThat(random.startMillis(job)).as(what).isEqualTo(counted.startMillis(job));
                assertThat(first.startMillis(job)).as(what).isEqualTo(counted.startMillis(job));
            }
        }
    }

    private static JobLog play(
            SmallWorld world, Order order, Backfill backfill, Placement placement) {
        return Play.of(
                world,
                Policy.named("it").order(order).backfill(backfill).placement(placement).build());
    }

    /** Where all fit at once, no backfill does anything that another does not. */
    @Test
    void backfillsAreAlikeWhereNobodyWaits() {
        for (Order order : fresh(Order.class)) {
            SmallWorld world = SmallWorld.flat(6);
            SmallWorld roomy =
                    new SmallWorld(6, Machine.flat("roomy", 10_000), world.jobs(), List.of());
            JobLog none = Play.of(roomy, policy(order, Backfills.none()));
            for (Backfill backfill : fresh(Backfill.class)) {
                boolean waitsForRounds = backfill instanceof Rounds;
                if (!backfill.ignoresCapacity() && !backfill.reservesPlaces() && !waitsForRounds) {
                    JobLog log = Play.of(roomy, policy(order, backfill));
                    assertThat(Play.difference(log, none)).as("%s", backfill).isEmpty();
                }
            }
        }
    }

    /** Looks whether scores never fall along the queue. */
    private static final class Sorted implements Observer {

        private Order order = (job, now) -> 0;
        private int passes;

        Order of(Order made) {
            order = made;
            return made;
        }

        @Override
        public void passEnded(Situation now) {
            passes++;
            double last = Double.NEGATIVE_INFINITY;
            if (order.drift() != Drift.NEVER) {
                return; // scores have been taken at the beginning of the pass
            }
            for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
                double score = order.score(job, now);
                assertThat(score).isGreaterThanOrEqualTo(last);
                last = score;
            }
        }
    }
}
