package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.machine.Machine;
import dandori.machine.Precision;
import dandori.training.AttentionKernel;
import dandori.training.MemoryNeed;
import dandori.training.Parallelism;
import dandori.training.ParallelismSearch;
import dandori.training.ParallelismSearch.Found;
import dandori.training.PooledConstants;
import dandori.training.Recompute;
import dandori.training.Remedy;
import dandori.training.Sharding;
import dandori.training.Software;
import dandori.training.StepConstants;
import dandori.training.StepTime;
import dandori.training.TrainingCase;
import dandori.training.TrainingNode;
import dandori.training.TrainingStep;
import dandori.training.Transformer;
import dandori.training.Wish;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/models/training.md says of steps, memory and the search. */
class TrainingRulesTest {

    private static final Transformer GPT3 = Transformer.gpt(96, 12288, 96, 51200, 2048);
    private static final TrainingNode A100 =
            new TrainingNode(
                    "A100",
                    8,
                    312e12,
                    156e12,
                    false,
                    80.0 * (1 << 30),
                    2039e9,
                    240e9,
                    200e9,
                    false);
    private static final TrainingNode A64FX =
            new TrainingNode(
                    "A64FX", 1, 12e12, 6e12, false, 32.0 * (1 << 30), 1024e9, 1024e9, 40.8e9, true);
    private static final Software UNFUSED = new Software(Precision.BF16, AttentionKernel.UNFUSED);
    private static final StepConstants CONSTANTS = PooledConstants.VALUES;

    private static TrainingCase gpt3(Parallelism spread) {
        return new TrainingCase(GPT3, spread, UNFUSED, A100);
    }

    private static StepTime time(Parallelism spread) {
        return TrainingStep.of(gpt3(spread), CONSTANTS);
    }

    /** Narayanan et al., SC 2021, table 1: layers, hidden width, heads, billions of parameters. */
    @ParameterizedTest
    @CsvSource({
        "24,2304,24,1.7",
        "30,3072,32,3.6",
        "40,6144,48,18.4",
        "96,12288,96,174.6",
        "128,25600,160,1008.0"
    })
    void aModelHasTheParametersOfItsForm(int layers, int hidden, int heads, double billions) {
        Transformer model = Transformer.gpt(layers, hidden, heads, 51200, 2048);

        assertThat(model.parameters() / 1e9).isCloseTo(billions, Percentage.withPercentage(4));
    }

    /** The same, equation 3, without what is computed twice: 72 B s L h² (1 + s/6h + V/12Lh). */
    @Test
    void aTokenTakesTheOperationsOfTheEquation() {
        double h = 12288;
        double layers = 96;
        double equation = 72 * layers * h * h * (1 + 2048 / (6 * h) + 51200 / (12 * layers * h));

        assertThat(GPT3.flopsPerToken()).isCloseTo(equation, Percentage.withPercentage(1e-9));
    }

    @Test
    void ofExpertsOnlyThoseThatATokenPassesCount() {
        Transformer dense =
                new Transformer(80, 8192, 64, 8, 28672, true, 1, 1, 102400, false, 4096);
        Transformer eight =
                new Transformer(80, 8192, 64, 8, 28672, true, 8, 2, 102400, false, 4096);

        assertThat(eight.parameters()).isGreaterThan(6 * dense.parameters());
        assertThat(eight.activeParameters()).isLessThan(2 * dense.parameters());
        assertThat(eight.flopsPerToken()).isLessThan(2 * dense.flopsPerToken());
        assertThat(dense.activeParameters()).isEqualTo(dense.parameters());
    }

    @Test
    void aModelOfMoreHeadsForKeysThanHeadsCannotBe() {
        assertThatThrownBy(() -> new Transformer(1, 64, 4, 5, 256, false, 1, 1, 100, true, 16))
                .hasMessageContaining("5 of 4 heads");
    }

    @Test
    void aStepIsTheSumOfItsPartsAndNoneIsNegative() {
        StepTime step = time(Parallelism.of(8, 8, 16, 1, 1536));

        assertThat(step.seconds())
                .isEqualTo(
                        step.compute()
                                + step.bubble()
                                + step.tensor()
                                + step.pipeline()
                                + step.data()
                                + step.optimizer());
        assertThat(step.compute()).isPositive();
        assertThat(step.bubble()).isPositive();
        assertThat(step.tensor()).isPositive();
        assertThat(step.pipeline()).isPositive();
        assertThat(step.data()).isPositive();
        assertThat(step.optimizer()).isPositive();
        double flops = GPT3.flopsPerToken() * 1536 * 2048;
        assertThat(step.mfu()).isCloseTo(flops / (1024 * 312e12) / step.seconds(), within(1e-12));
    }

    @Test
    void withoutADegreeThereIsNothingOfItsPart() {
        StepTime alone = time(Parallelism.of(1, 1, 1, 1, 8));

        assertThat(alone.bubble()).isZero();
        assertThat(alone.tensor()).isZero();
        assertThat(alone.pipeline()).isZero();
        assertThat(alone.data()).isZero();
    }

    /** (p - 1) / m of the time of the micro-batches, over v where layers are interleaved. */
    @Test
    void theBubbleIsThatOfThePipeline() {
        StepTime plain = time(Parallelism.of(8, 8, 1, 1, 64));
        StepTime interleaved = time(Parallelism.of(8, 8, 1, 1, 64).withInterleave(4));
        double plainWork = plain.compute() + plain.tensor() + plain.pipeline();
        double work = interleaved.compute() + interleaved.tensor() + interleaved.pipeline();

        // The last stage has the vocabulary besides, and so is the busiest: the others wait more.
        assertThat(plain.bubble() / plainWork).isCloseTo(7.0 / 64, within(0.005));
        assertThat(interleaved.bubble() / work).isCloseTo(7.0 / 64 / 4, within(1e-9));
    }

    @Test
    void whatIsComputedTwiceTakesLonger() {
        Parallelism spread = Parallelism.of(8, 8, 1, 1, 64);
        double none = time(spread).seconds();
        double selective = time(spread.withRecompute(Recompute.SELECTIVE)).seconds();
        double full = time(spread.withRecompute(Recompute.FULL)).seconds();

        assertThat(none).isLessThan(selective);
        assertThat(selective).isLessThan(full);
        assertThat(full / none).isBetween(1.2, 1.35);
    }

    @Test
    void ranksThatShareAMatrixOverNodesPayForIt() {
        assertThat(time(Parallelism.of(16, 1, 1, 1, 8)).tensor())
                .isGreaterThan(time(Parallelism.of(8, 1, 1, 1, 8)).tensor() * 1.1);
    }

    /** Rajbhandari et al., ZeRO: 16 bytes a parameter, 4 + 12/d, 2 + 14/d, 16/d. */
    @Test
    void memoryIsSharedOutAsTheStageSays() {
        Parallelism spread = Parallelism.of(1, 1, 64, 1, 64);
        double parameters = GPT3.parameters();
        MemoryNeed none = MemoryNeed.of(gpt3(spread));
        MemoryNeed one = MemoryNeed.of(gpt3(spread.withSharding(Sharding.ZERO_1)));
        MemoryNeed two = MemoryNeed.of(gpt3(spread.withSharding(Sharding.ZERO_2)));
        MemoryNeed three = MemoryNeed.of(gpt3(spread.withSharding(Sharding.ZERO_3)));

        assertThat(state(none)).isCloseTo(16 * parameters, Percentage.withPercentage(1e-6));
        assertThat(state(one))
                .isCloseTo((4 + 12 / 64.0) * parameters, Percentage.withPercentage(1e-6));
        assertThat(state(two))
                .isCloseTo((2 + 14 / 64.0) * parameters, Percentage.withPercentage(1e-6));
        double gathered = 2 * 2 * parameters / 96; // two layers
        assertThat(state(three))
                .isCloseTo(16 / 64.0 * parameters + gathered, Percentage.withPercentage(1e-6));
    }

    private static double state(MemoryNeed need) {
        return need.parameters() + need.gradients() + need.optimizer();
    }

    /** Korthikanti et al.: s b h (10 + 24/t + 5 a s / h t) a layer; s b h (34 + 5 a s / h) / t. */
    @Test
    void activationsAreThoseOfTheFormula() {
        double token = 2048.0 * 12288;
        double matrix = 5 * 96 * 2048.0 / 12288;
        Parallelism spread = Parallelism.of(8, 1, 1, 1, 8);
        double logits = 4 * 2048.0 * 51200 / 8;

        assertThat(MemoryNeed.of(gpt3(spread)).activations())
                .isCloseTo(
                        96 * token * (10 + (24 + matrix) / 8) + logits,
                        Percentage.withPercentage(1e-6));
        assertThat(MemoryNeed.of(gpt3(spread.withSequenceParallel(true))).activations())
                .isCloseTo(
                        96 * token * (34 + matrix) / 8 + logits, Percentage.withPercentage(1e-6));
    }

    @Test
    void whatDoesNotFitIsToldWithTheLeastChange() {
        TrainingCase what =
                gpt3(
                        Parallelism.of(8, 8, 16, 32, 1536)
                                .withSequenceParallel(true)
                                .withRecompute(Recompute.SELECTIVE)
                                .withSharding(Sharding.ZERO_1));
        MemoryNeed need = MemoryNeed.of(what);
        Remedy remedy = Remedy.of(what, CONSTANTS).orElseThrow();

        assertThat(need.fits()).isFalse();
        assertThat(need.needsGib()).isGreaterThan(need.hasGib());
        assertThat(remedy.words()).isEqualTo("micro-batch 1");
        assertThat(remedy.found().memory().fits()).isTrue();
        assertThat(Remedy.of(remedy.found().what(), CONSTANTS)).isEmpty();
    }

    @Test
    void whereNoSingleChangeHelpsMoreAcceleratorsAreToldOf() {
        Remedy remedy = Remedy.of(gpt3(Parallelism.of(8, 1, 1, 1, 1536)), CONSTANTS).orElseThrow();

        assertThat(remedy.words()).startsWith("64 accelerators, ");
        assertThat(remedy.found().memory().fits()).isTrue();
    }

    @Test
    void theSearchTakesTheQuickestThatFits() {
        Found best = search(256, Wish.NONE);
        double least = Double.POSITIVE_INFINITY;
        for (int t = 1; t <= 8; t *= 2) {
            for (int p = 1; p <= 32; p++) {
                for (int b = 1; 256 % (t * p) == 0 && 96 % p == 0 && b <= 16; b *= 2) {
                    int d = 256 / t / p;
                    for (int v = 1; 1536 % (d * b) == 0 && v <= 96 / p; v++) {
                        boolean isWhole = 96 / p % v == 0 && 1536 / d / b % p == 0 && p > 1;
                        if (v == 1 || isWhole) {
                            least = Math.min(least, quickest(t, p, d, b, v));
                        }
                    }
                }
            }
        }

        assertThat(best.memory().fits()).isTrue();
        assertThat(best.time().seconds()).isEqualTo(least);
    }

    private static double quickest(int t, int p, int d, int b, int v) {
        double least = Double.POSITIVE_INFINITY;
        for (Recompute recompute : Recompute.values()) {
            for (Sharding sharding : Sharding.values()) {
                boolean isUsual =
                        d == 1
                                ? sharding == Sharding.NONE
                                : sharding == Sharding.ZERO_1
                                        || sharding == Sharding.ZERO_3 && p == 1;
                TrainingCase what =
                        gpt3(new Parallelism(t, p, d, v, 1, t > 1, b, 1536, recompute, sharding));
                if (isUsual && MemoryNeed.of(what).fits()) {
                    least = Math.min(least, TrainingStep.of(what, CONSTANTS).seconds());
                }
            }
        }
        return least;
    }

    @Test
    void theSearchKeepsWhatIsGiven() {
        Found found = search(256, new Wish(4, 8, null, null, null, null, 2, Recompute.FULL, null));
        Parallelism spread = found.what().parallelism();

        assertThat(spread.tensor()).isEqualTo(4);
        assertThat(spread.pipeline()).isEqualTo(8);
        assertThat(spread.data()).isEqualTo(8);
        assertThat(spread.microBatch()).isEqualTo(2);
        assertThat(spread.recompute()).isEqualTo(Recompute.FULL);
    }

    @Test
    void whatNothingDividesIsNotFound() {
        ParallelismSearch prime =
                new ParallelismSearch(GPT3, UNFUSED, A100, 8 * 101, 1536, CONSTANTS, Wish.NONE);

        assertThat(prime.best()).isEmpty();
    }

    private static Found search(int accelerators, Wish wish) {
        return new ParallelismSearch(GPT3, UNFUSED, A100, accelerators, 1536, CONSTANTS, wish)
                .best()
                .orElseThrow();
    }

    /** Fugaku-LLM: one rank a node, tensor parallelism over nodes of the torus. */
    @Test
    void onATorusRanksThatShareAMatrixTalkOverIt() {
        Transformer model = Transformer.gpt(40, 5184, 36, 60000, 2048);
        Software software = new Software(Precision.FP32, AttentionKernel.UNFUSED);
        StepTime six = torus(model, software, Parallelism.of(6, 8, 288, 1, 2016));
        StepTime one = torus(model, software, Parallelism.of(1, 8, 288, 1, 2016));

        assertThat(six.tensor()).isPositive();
        assertThat(one.tensor()).isZero();
        assertThat(six.data()).isLessThan(one.data());
    }

    private static StepTime torus(Transformer model, Software software, Parallelism spread) {
        return TrainingStep.of(new TrainingCase(model, spread, software, A64FX), CONSTANTS);
    }

    @Test
    void aMachineThatSaysTooLittleIsTold() {
        assertThatThrownBy(() -> TrainingNode.of(Machine.flat("ours", 4)))
                .hasMessage(
                        "Machine 'ours' does not say what its nodes are.\nMaybe add 'nodeTypes'.");
    }

    @Test
    void aStepFasterThanThePeakIsImpossible() {
        TrainingCase what = gpt3(Parallelism.of(8, 8, 16, 1, 1536));
        double least = 6 * GPT3.parameters() * 1536 * 2048 / (1024 * 312e12);

        assertThat(what.isImpossible(0.99 * least)).isTrue();
        assertThat(what.isImpossible(1.01 * least)).isFalse();
        Parallelism twice = what.parallelism().withRecompute(Recompute.FULL);
        assertThat(gpt3(twice).isImpossible(1.3 * least)).isTrue();
    }
}
