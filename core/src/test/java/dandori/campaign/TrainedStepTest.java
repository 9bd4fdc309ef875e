package dandori.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.FatTree;
import dandori.interconnect.Interconnect;
import dandori.interconnect.Torus;
import dandori.job.Pattern;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.network.Scatter;
import dandori.training.Parallelism;
import dandori.training.PooledConstants;
import dandori.training.Software;
import dandori.training.StepTime;
import dandori.training.TrainingCase;
import dandori.training.TrainingNode;
import dandori.training.TrainingStep;
import dandori.training.Transformer;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps on nodes that lie together and on such as lie apart. */
class TrainedStepTest {

    private static final Transformer MODEL = Transformer.gpt(48, 6144, 48, 51200, 2048);
    private static final TrainingNode A100 =
            new TrainingNode("A100", 8, 312e12, 156e12, false, 80e9, 2039e9, 240e9, 200e9, false);
    private static final TrainingNode A64FX =
            new TrainingNode("A64FX", 1, 12e12, 6e12, false, 32e9, 1e12, 1e12, 40.8e9, true);

    /** 8 nodes a leaf, 8 leaves a pod, 4 pods. */
    private static final Machine SWITCHED =
            machine(new FatTree(256, List.of(8, 8, 4), List.of(1.0, 1.0), 50e9));

    private static final Machine TORUS = machine(Torus.tofuD(4, 4, 4, 6.8e9));

    private static Machine machine(Interconnect wiring) {
        Pool all = new Pool("all", 0, wiring.nodes());
        return new Machine("machine", AllocationUnit.NODE, wiring, List.of(all));
    }

    private static TrainingCase of(Parallelism spread, TrainingNode node) {
        return new TrainingCase(MODEL, spread, Software.MODERN, node);
    }

    private static double millis(TrainingCase what, Machine machine, NodeSet nodes) {
        return new TrainedStep(what, PooledConstants.VALUES, machine).stepMillis(nodes);
    }

    /** Every so many nodes from the first on. */
    private static NodeSet every(int apart, int count) {
        BitSet nodes = new BitSet();
        for (int i = 0; i < count; i++) {
            nodes.set(i * apart);
        }
        return NodeSet.of(nodes);
    }

    @Test
    void onTheBestNodesItIsTheStepOfTheModel() {
        TrainingCase what = of(Parallelism.of(8, 4, 2, 1, 128), A100); // 64 accelerators, 8 nodes
        double best = 1_000 * TrainingStep.of(what, PooledConstants.VALUES).seconds();
        TrainedStep step = new TrainedStep(what, PooledConstants.VALUES, SWITCHED);

        assertThat(step.bestStepMillis()).isEqualTo(best);
        assertThat(step.stepMillis(NodeSet.EMPTY)).isEqualTo(best);
        assertThat(step.stepMillis(NodeSet.range(16, 23))).isEqualTo(best);
    }

    @Test
    void elsewhereOnlyMessagesBetweenNodesTakeLonger() {
        TrainingCase what = of(Parallelism.of(8, 4, 2, 1, 128), A100);
        StepTime best = TrainingStep.of(what, PooledConstants.VALUES);
        NodeSet apart = every(32, 8); // one in each of 8 leaves, two in each pod
        double times = new Scatter(SWITCHED.interconnect()).stretch(Pattern.RING_ALL_REDUCE, apart);
        double moving = best.pipeline() + best.data(); // tensor parallelism stays in the node

        assertThat(times).isGreaterThan(1.5);
        assertThat(moving).isPositive();
        assertThat(millis(what, SWITCHED, apart))
                .isCloseTo(1_000 * (best.seconds() + (times - 1) * moving), within(1e-6));
    }

    @Test
    void tensorParallelismOverNodesTakesLongerToo() {
        TrainingCase what = of(Parallelism.of(16, 2, 2, 1, 128), A100);
        StepTime best = TrainingStep.of(what, PooledConstants.VALUES);
        NodeSet apart = every(32, 8);
        double times = new Scatter(SWITCHED.interconnect()).stretch(Pattern.RING_ALL_REDUCE, apart);
        double moving = best.tensor() + best.pipeline() + best.data();

        assertThat(millis(what, SWITCHED, apart))
                .isCloseTo(1_000 * (best.seconds() + (times - 1) * moving), within(1e-6));
    }

    @Test
    void onATorusItGoesWithTheHopsOfThePatternThatTakesLongest() {
        TrainingCase what = of(Parallelism.of(6, 1, 8, 1, 64), A64FX);
        StepTime best = TrainingStep.of(what, PooledConstants.VALUES);
        NodeSet apart = every(13, 48);
        double times = new Scatter(TORUS.interconnect()).stretch(Pattern.TORUS_ALL_REDUCE, apart);
        double moving = best.tensor() + best.pipeline() + best.data();

        assertThat(times).isGreaterThan(1.5);
        assertThat(millis(what, TORUS, apart))
                .isCloseTo(1_000 * (best.seconds() + (times - 1) * moving), within(1e-6));
        assertThat(millis(what, TORUS, NodeSet.range(0, 47)))
                .isLessThan(millis(what, TORUS, apart));
    }

    @Test
    void nothingTakesLongerInOneNode() {
        TrainingCase what = of(Parallelism.of(8, 1, 1, 1, 16), A100);
        double best = 1_000 * TrainingStep.of(what, PooledConstants.VALUES).seconds();

        assertThat(millis(what, SWITCHED, NodeSet.range(200, 200))).isEqualTo(best);
    }
}
