package dandori.published;

import dandori.catalogue.Catalogue;
import dandori.catalogue.ModelCatalogue;
import dandori.failure.Checkpointing;
import dandori.interconnect.FatTree;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.machine.Precision;
import dandori.training.AttentionKernel;
import dandori.training.Calibration;
import dandori.training.Parallelism;
import dandori.training.ParallelismSearch;
import dandori.training.Recompute;
import dandori.training.Sharding;
import dandori.training.Software;
import dandori.training.StepConstants;
import dandori.training.TrainingCase;
import dandori.training.TrainingNode;
import dandori.training.Wish;
import java.util.List;

/**
 * The runs of docs/models/campaigns.md, with what their sources say. What no source says is assumed
 * there, too: restarts, margins, and checkpoints of all but BLOOM.
 */
final class PublishedRuns {

    private static final Software FLASH = new Software(Precision.BF16, AttentionKernel.FLASH);
    private static final Software UNFUSED = new Software(Precision.BF16, AttentionKernel.UNFUSED);

    private PublishedRuns() {}

    /** No spares, pieces of a week, a minute to write, ten to restart; all of it is assumed. */
    private static Habits usual(int nodes, double perThousandNodeDays) {
        return new Habits(0, 168, young(60, nodes, perThousandNodeDays), 60, 10, 5);
    }

    /** The best interval in minutes, which is assumed to have been kept where nobody says. */
    private static double young(double checkpointSeconds, int nodes, double perThousandNodeDays) {
        double mtbfMinutes = 1_000 * 1_440 / perThousandNodeDays / nodes;
        return new Checkpointing.Young().intervalMillis(checkpointSeconds / 60, mtbfMinutes);
    }

    static List<PublishedRun> all() {
        return List.of(llmJp172(), llmJp13(), bloom(), llama65(), opt(), gpt3(), llama405());
    }

    /** "About 2k steps a day on 64 nodes", 292,812 steps. */
    static PublishedRun llmJp172() {
        Parallelism spread = sharded(Parallelism.of(4, 16, 8, 1, 1_728));
        return llmJp("LLM-jp-3 172B", "llm-jp-172b", spread, 292_812, 2_000);
    }

    /** "About 20k steps a day", on 32 nodes, 494,120 steps. */
    static PublishedRun llmJp13() {
        Parallelism spread = sharded(Parallelism.of(2, 2, 64, 2, 1_024));
        return llmJp("LLM-jp-3 13B", "llm-jp-13b", spread, 494_120, 20_000);
    }

    private static PublishedRun llmJp(
            String name, String model, Parallelism spread, double steps, double stepsPerDay) {
        Machine machine = Catalogue.machine("sakura-hokkaido");
        TrainingCase what = trained(model, spread, Software.MODERN, machine);
        return new PublishedRun(
                name,
                steps / stepsPerDay,
                true,
                machine,
                what,
                constants(machine),
                steps * what.tokensPerStep(),
                86_400 / stepsPerDay,
                2.3, // assumed, as SAKURAONE
                usual((int) spread.accelerators() / 8, 2.3));
    }

    /** 341 B tokens from 11 March to 28 June 2022, in pieces of 100 h, 48 nodes and 4 spare. */
    static PublishedRun bloom() {
        Machine machine = Catalogue.machine("jean-zay-a100");
        Parallelism spread =
                Parallelism.of(4, 12, 8, 2, 2_048)
                        .withRecompute(Recompute.FULL)
                        .withSharding(Sharding.ZERO_1);
        return new PublishedRun(
                "BLOOM 176B",
                109,
                true,
                machine,
                trained("bloom-176b", spread, UNFUSED, machine),
                constants(machine),
                341e9,
                105.2,
                4.1,
                new Habits(4, 100, 100 * 105.2 / 60, 40, 15, 5));
    }

    /** 380 tokens a second on each of 2,048 A100, 1.4 T tokens in about 21 days. */
    static PublishedRun llama65() {
        Machine selene = Catalogue.machine("selene");
        return new PublishedRun(
                "LLaMA 65B",
                21,
                false,
                selene,
                searched("llama-65b", FLASH, selene, 2_048, 2_048),
                constants(selene),
                1.4e12,
                2_048 * 2_048 / (380.0 * 2_048),
                6.5, // RSC-1
                usual(256, 6.5));
    }

    /**
     * 33 days of computing on 1,024 A100, so 34.1 on the 992 that trained; 147 TFLOP/s on each,
     * what is computed twice counted twice: 2.913e18 in a step.
     */
    static PublishedRun opt() {
        Machine selene = Catalogue.machine("selene");
        Parallelism spread =
                Parallelism.of(8, 1, 124, 8, 992)
                        .withRecompute(Recompute.FULL)
                        .withSharding(Sharding.ZERO_3);
        return new PublishedRun(
                "OPT 175B",
                33 * 1_024 / 992.0,
                false,
                selene,
                trained("opt-175b", spread, UNFUSED, selene),
                constants(selene),
                300e9,
                2.913e18 / 992 / 147e12,
                15.6,
                new Habits(12, 168, young(60, 124, 15.6), 60, 120, 5)); // restarts by hand
    }

    /**
     * 14.8 days on 10,000 V100, of which 9,216 can share 96 layers and 1,536 sequences. Nobody has
     * published a step: the one here is that of the days.
     */
    static PublishedRun gpt3() {
        Machine azure = Catalogue.machine("azure-openai-2020");
        Software half = new Software(Precision.FP16, AttentionKernel.UNFUSED);
        double days = 14.8 * 10_000 / 9_216;
        return new PublishedRun(
                "GPT-3 175B",
                days,
                false,
                azure,
                searched("gpt-3", half, azure, 9_216, 1_536),
                constants(azure),
                300e9,
                days * 86_400 / (300e9 / (1_536 * 2_048)),
                6.5,
                usual(1_152, 6.5));
    }

    /** 30.84 million GPU hours on 16,384 H100 for 15.6 T tokens; 400 TFLOP/s on each. */
    static PublishedRun llama405() {
        Machine eos = Catalogue.machine("eos-h100");
        Machine machine = llamaMachine();
        return new PublishedRun(
                "Llama 3.1 405B",
                30.84e6 / 16_384 / 24,
                true,
                machine,
                llama405Case(eos),
                constants(eos),
                15.6e12,
                6.2,
                3.79,
                new Habits(16, 24 * 365, young(10, 2_048, 3.79), 10, 3, 5));
    }

    /**
     * Tensor 8, pipeline 16, data 128. Nobody says in how many portions the layers of a stage lie:
     * in as many as is quickest, one layer each.
     */
    private static TrainingCase llama405Case(Machine machine) {
        Parallelism spread = sharded(Parallelism.of(8, 16, 128, 1, 2_048)).withInterleave(8);
        return trained("llama-3-405b", spread, Software.MODERN, machine);
    }

    /** A cluster of 24,576 GPUs, which is remembered; 16 nodes below a leaf are assumed. */
    static Machine llamaMachine() {
        return new Machine(
                "llama",
                AllocationUnit.NODE,
                new FatTree(3_072, List.of(16), List.of(1.0), 400e9),
                List.of(new Pool("llama", 0, 3_072)));
    }

    private static Parallelism sharded(Parallelism spread) {
        return spread.withSequenceParallel(true).withSharding(Sharding.ZERO_1);
    }

    private static StepConstants constants(Machine machine) {
        return Calibration.of(machine).constants();
    }

    private static TrainingCase trained(
            String model, Parallelism spread, Software software, Machine machine) {
        return new TrainingCase(
                ModelCatalogue.model(model).transformer(),
                spread,
                software,
                TrainingNode.of(machine));
    }

    /** Spread as is quickest, since nobody says how it was. */
    private static TrainingCase searched(
            String model, Software software, Machine machine, int accelerators, int batch) {
        return new ParallelismSearch(
                        ModelCatalogue.model(model).transformer(),
                        software,
                        TrainingNode.of(machine),
                        accelerators,
                        batch,
                        constants(machine),
                        Wish.NONE)
                .best()
                .orElseThrow()
                .what();
    }
}
