package dandori.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.kit.BackfillContract;
import dandori.kit.OrderContract;
import org.junit.jupiter.api.Test;

/** How a part of one's own is tested. */
class PatienceTest {

    @Test
    void itKeepsTheContractOfOrders() {
        OrderContract.check(new SmallestAreaWithPatience(12));
    }

    @Test
    void nobodyStarves() {
        OrderContract.checkStarvesNobody(new SmallestAreaWithPatience(0.1));
    }

    @Test
    void aBackfillIsListedRatherThanThrown() {
        assertThat(BackfillContract.faults(new FirstThatFits())).isEmpty();
    }
}
