package dandori.failure;

import static dandori.failure.Draws.DAY;
import static dandori.failure.Draws.all;
import static dandori.failure.Draws.isOff;
import static dandori.failure.Draws.until;
import static dandori.failure.ManyHazards.ALL;
import static dandori.failure.ManyHazards.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import dandori.machine.NodeSet;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** How often a job is interrupted. */
class InterruptionMtbfTest {

    /** A job on 2-12 stands on 8 old nodes, 3 young ones and 4 leaves. */
    @Test
    void theMeanTimeBetweenInterruptionsCountsAllThatHitsAJob() {
        NodeSet job = NodeSet.range(2, 5).or(NodeSet.range(6, 12));
        double perDay = 8 / 20.0 + 3 / 50.0 + 4 / 40.0 + 11 / 30.0;
        assertThat(ALL.interruptionMtbfMillis(MACHINE, job)).isCloseTo(DAY / perDay, within(1.0));
        double days = 20_000;
        long hits =
                until(days * DAY, ALL, MACHINE, 1).stream()
                        .filter(failure -> failure.nodes().and(job).size() > 0)
                        .count();
        assertThat(isOff(hits, days * perDay)).isBetween(-3.0, 3.0);
    }

    @Test
    void ofAJobWithoutAPlaceItIsTheMeanOverAllPlaces() {
        // 11 of 22 nodes: half of each kind of node, and 3 of 6 leaves.
        double perDay = 5 / 20.0 + 6 / 50.0 + 3 / 40.0 + 11 / 30.0;
        assertThat(ALL.interruptionMtbfMillis(MACHINE, 11))
                .isCloseTo(DAY / perDay, Percentage.withPercentage(1e-6));
        assertThat(ALL.interruptionMtbfMillis(MACHINE, 22))
                .isCloseTo(
                        ALL.interruptionMtbfMillis(MACHINE, all(MACHINE)),
                        Percentage.withPercentage(1e-6));
        assertThat(FailureModel.NONE.interruptionMtbfMillis(MACHINE, 22)).isInfinite();
        assertThat(FailureModel.NONE.of(MACHINE, new RandomStreams(1)).nextAtMillis())
                .isEqualTo(Long.MAX_VALUE);
    }
}
