package dandori.kit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Preemption;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Subject;
import dandori.policy.order.Orders;
import dandori.policy.spi.Defaults;
import dandori.policy.spi.Parts;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every part that is known by name keeps the contract of its kind. */
class EveryPartKeepsItsContractTest {

    @TestFactory
    Stream<DynamicTest> orders() {
        return all(Order.class, OrderContract::check);
    }

    @TestFactory
    Stream<DynamicTest> backfills() {
        return all(Backfill.class, BackfillContract::check);
    }

    @TestFactory
    Stream<DynamicTest> admissions() {
        return all(Admission.class, AdmissionContract::check);
    }

    @TestFactory
    Stream<DynamicTest> placements() {
        return all(Placement.class, PlacementContract::check);
    }

    @TestFactory
    Stream<DynamicTest> preemptions() {
        return all(Preemption.class, PreemptionContract::check);
    }

    private static <T> Stream<DynamicTest> all(Class<T> kind, Consumer<T> check) {
        return Parts.of(kind).stream()
                .map(provider ->
                        dynamicTest(
                                provider.name(),
                                () -> check.accept(provider.create(Defaults.of(provider)))));
    }

    @Test
    void partsWithoutANameDoSoToo() {
        AdmissionContract.check(Admission.OPEN);
        AdmissionContract.check(
                Limits.NONE.withOthers(Subject.USER, Limit.NONE.jobsAtOnce(1).nodesAtOnce(6)));
        PreemptionContract.check(Preemption.NONE);
    }

    @Test
    void someOrdersStarveNobody() {
        OrderContract.checkStarvesNobody(Orders.fcfs());
        OrderContract.checkStarvesNobody(Orders.largestExpansionFirst());
        OrderContract.checkStarvesNobody(Orders.wfp3());
    }
}
