package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.FlowTable;
import dandori.interconnect.MaxMinSharing;
import dandori.reference.SlowFilling;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Max–min sharing against its definition, and against progressive filling step by step. */
class MaxMinSharingTest {

    private static final double CLOSE = 1e-9;

    @Test
    void theFlowWithoutTheNarrowLinkRisesOn() {
        // Link 0 (1) carries A and B, link 1 (2) carries B and C: at 1/2 link 0 is full.
        FlowTable flows = new FlowTable();
        flows.add(1, Double.POSITIVE_INFINITY);
        flows.loads(0, 1);
        flows.add(1, Double.POSITIVE_INFINITY);
        flows.loads(0, 1);
        flows.loads(1, 1);
        flows.add(1, Double.POSITIVE_INFINITY);
        flows.loads(1, 1);
        assertThat(rates(flows, 1, 2)).containsExactly(0.5, 0.5, 1.5);
    }

    @Test
    void weightsShareAndCapsLeaveTheRestToOthers() {
        // Weights 1, 2 and 3 on a link of 12: 2, 4, 6; the third can only use 3, so 3, 6, 3.
        FlowTable flows = new FlowTable();
        for (int weight = 1; weight <= 3; weight++) {
            flows.add(weight, weight == 3 ? 3 : Double.POSITIVE_INFINITY);
            flows.loads(0, 1);
        }
        assertThat(rates(flows, 12)).containsExactly(3, 6, 3);
    }

    @Test
    void aFlowThatLoadsALinkThreeTimesCountsThreeTimes() {
        FlowTable flows = new FlowTable();
        flows.add(1, Double.POSITIVE_INFINITY);
        flows.loads(0, 1);
        flows.loads(0, 2);
        flows.add(1, Double.POSITIVE_INFINITY);
        flows.loads(0, 1);
        assertThat(rates(flows, 8)).containsExactly(2, 2);
    }

    @Test
    void aFlowThatNothingHoldsIsUnlimited() {
        FlowTable flows = new FlowTable();
        flows.add(1, Double.POSITIVE_INFINITY);
        flows.add(1, Double.POSITIVE_INFINITY);
        flows.loads(0, 1);
        assertThat(rates(flows, Double.POSITIVE_INFINITY))
                .containsExactly(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 3, 4000", "12, 8, 4, 4000", "60, 40, 6, 600", "300, 500, 12, 40"})
    void randomInstancesAreFairAndEqualTheTwin(int most, int links, int hops, int times) {
        MaxMinSharing sharing = new MaxMinSharing();
        FlowTable flows = new FlowTable();
        double[] capacity = new double[links];
        for (int time = 0; time < times; time++) {
            SplittableRandom random = new SplittableRandom(1_000L * most + time);
            boolean isRound = time % 2 == 0; // whole numbers make ties
            fill(flows, random, 1 + random.nextInt(most), links, hops, isRound);
            for (int link = 0; link < links; link++) {
                capacity[link] = isRound ? random.nextInt(9) : 1e10 * random.nextDouble();
            }
            sharing.solve(flows, capacity, links);
            checkDefinition(sharing, flows, capacity);
            double[] twin = SlowFilling.rates(flows, capacity);
            for (int flow = 0; flow < flows.flows(); flow++) {
                if (twin[flow] < Double.POSITIVE_INFINITY) {
                    assertThat(sharing.rate(flow))
                            .isCloseTo(twin[flow], within(CLOSE * (1 + twin[flow])));
                } else {
                    assertThat(sharing.rate(flow)).isEqualTo(twin[flow]);
                }
            }
        }
    }

    private static void fill(
            FlowTable flows,
            SplittableRandom random,
            int count,
            int links,
            int hops,
            boolean round) {
        flows.clear();
        for (int flow = 0; flow < count; flow++) {
            double weight = round ? 1 + random.nextInt(3) : 0.01 + 100 * random.nextDouble();
            double cap = round ? random.nextInt(6) : 1e10 * random.nextDouble();
            flows.add(weight, random.nextInt(3) > 0 ? Double.POSITIVE_INFINITY : cap);
            for (int hop = random.nextInt(hops + 1); hop > 0; hop--) {
                flows.loads(
                        random.nextInt(links),
                        round ? 1 + random.nextInt(2) : 1e-3 + random.nextDouble());
            }
        }
    }

    private static void checkDefinition(MaxMinSharing sharing, FlowTable flows, double[] capacity) {
        double[] load = new double[capacity.length];
        double[] highest = new double[capacity.length];
        for (int flow = 0; flow < flows.flows(); flow++) {
            double rate = sharing.rate(flow);
            assertThat(rate).isBetween(0.0, flows.cap(flow));
            for (int e = flows.firstEntry(flow); e < flows.firstEntry(flow + 1); e++) {
                load[flows.link(e)] += rate * flows.use(e);
                highest[flows.link(e)] =
                        Math.max(highest[flows.link(e)], rate / flows.weight(flow));
            }
        }
        for (int link = 0; link < capacity.length; link++) {
            assertThat(load[link]).isLessThanOrEqualTo(capacity[link] * (1 + CLOSE));
        }
        for (int flow = 0; flow < flows.flows(); flow++) {
            int link = sharing.bottleneck(flow);
            if (link == MaxMinSharing.OWN_CAP) {
                assertThat(sharing.rate(flow)).isEqualTo(flows.cap(flow));
            } else if (link == MaxMinSharing.NONE) {
                assertThat(flows.firstEntry(flow)).isEqualTo(flows.firstEntry(flow + 1));
            } else {
                assertThat(load[link]).isGreaterThanOrEqualTo(capacity[link] * (1 - CLOSE));
                assertThat(sharing.rate(flow) / flows.weight(flow))
                        .isGreaterThanOrEqualTo(highest[link] * (1 - CLOSE));
            }
        }
    }

    private static double[] rates(FlowTable flows, double... capacity) {
        MaxMinSharing sharing = new MaxMinSharing();
        sharing.solve(flows, capacity, capacity.length);
        double[] rates = new double[flows.flows()];
        Arrays.setAll(rates, sharing::rate);
        return rates;
    }
}
