package dandori.estimate;

import dandori.machine.Precision;
import dandori.scenario.text.NearestName;
import dandori.training.AttentionKernel;
import dandori.training.Parallelism;
import dandori.training.ParallelismSearch;
import dandori.training.Recompute;
import dandori.training.Sharding;
import dandori.training.Software;
import dandori.training.TrainingCase;
import dandori.training.Transformer;
import dandori.training.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a case of a line. Of {@code note} only the words for precision and sharding are read; what
 * it or {@code tflops_per_gpu_reported} say of the result is never looked at.
 */
final class CaseReading {

    private static final int VOCABULARY = 51_200; // Megatron's, padded
    private static final int BLOOM = 250_880;
    private static final int HEAD = 128; // width of a head where heads are not given
    private static final double SLENDER = 200; // hidden width over layers, where neither is given
    private static final List<String> RECOMPUTE =
            List.of("none", "selective", "full", "none/selective");

    private final CaseMachines machines;
    private final Map<List<Object>, Parallelism> searched = new HashMap<>();

    CaseReading(CaseMachines machines) {
        this.machines = machines;
    }

    /** The line as a case; null where issues say why there is none. */
    @Nullable CaseRow row(CaseCells cells, List<String> texts) {
        CaseMachines.Entry machine;
        try {
            machine = machines.of(cells.text("machine"));
        } catch (IllegalArgumentException unknown) {
            String[] lines = String.valueOf(unknown.getMessage()).split("\nMaybe ", 2);
            cells.issue("machine", lines[0], lines.length > 1 ? lines[1] : null);
            return null;
        }
        double seconds = cells.number("iter_s");
        List<String> remarks = new ArrayList<>();
        Transformer model = model(cells, remarks);
        Software software = software(cells, machine);
        Parallelism spread = parallelism(cells, model, software, machine, remarks);
        if (model == null || spread == null) {
            return null;
        }
        Integer perNode = cells.count("gpus_per_node");
        if (perNode != null && perNode != machine.node().accelerators()) {
            remarks.add(
                    "a node of %s has %d accelerators, not %d"
                            .formatted(
                                    cells.text("machine"), machine.node().accelerators(), perNode));
        }
        return new CaseRow(
                texts,
                cells.text("set"),
                cells.text("machine"),
                new TrainingCase(model, spread, software, machine.node()),
                cells.isEmpty("tp") || cells.isEmpty("pp") || cells.isEmpty("micro_batch"),
                seconds,
                remarks);
    }

    private static @Nullable Transformer model(CaseCells cells, List<String> remarks) {
        Integer vocabulary = cells.count("vocab");
        if (vocabulary == null) {
            vocabulary = cells.text("set").equals("bloom") ? BLOOM : VOCABULARY;
            remarks.add("vocabulary of " + vocabulary + " assumed");
        }
        int sequence = cells.needed("seq");
        Integer layers = cells.count("layers");
        Integer hidden = cells.count("hidden");
        Integer heads = cells.count("heads");
        if (layers == null || hidden == null) {
            double parameters = 1e9 * cells.number("params_B");
            if (Double.isNaN(parameters)) {
                cells.issue("layers", "is empty, and so is 'params_B'.", "layers and hidden.");
                return null;
            }
            int stages = Objects.requireNonNullElse(cells.count("pp"), 1);
            double wanted = StrictMath.cbrt(parameters / 12 / SLENDER / SLENDER);
            layers = stages * (int) Math.max(1, Math.rint(wanted / stages));
            double v = vocabulary;
            hidden =
                    (int)
                            Math.rint(
                                    (Math.sqrt(v * v + 48 * layers * parameters) - v)
                                            / 24
                                            / layers);
            remarks.add("%d layers of width %d assumed".formatted(layers, hidden));
        }
        if (heads == null) {
            heads = Math.max(1, hidden / HEAD);
            remarks.add("%d heads assumed".formatted(heads));
        }
        return Transformer.gpt(layers, hidden, heads, vocabulary, sequence);
    }

    private static Software software(CaseCells cells, CaseMachines.Entry machine) {
        String note = cells.text("note");
        boolean isFp8 = note.toLowerCase(Locale.ROOT).contains("fp8");
        boolean isSharded = note.contains("FSDP");
        boolean isTuned = !isSharded && (isFp8 || cells.text("set").equals("mlperf"));
        Precision usual =
                machine.node().peak16() > 2 * machine.node().peak32()
                                || machine.node().accelerators() > 1
                        ? Precision.BF16
                        : Precision.FP32;
        return new Software(
                isFp8 ? Precision.FP8 : usual,
                isSharded
                        ? AttentionKernel.FLASH
                        : isTuned ? AttentionKernel.FLASH_TUNED : AttentionKernel.UNFUSED);
    }

    private @Nullable Parallelism parallelism(
            CaseCells cells,
            @Nullable Transformer model,
            Software software,
            CaseMachines.Entry machine,
            List<String> remarks) {
        int accelerators = cells.needed("n_accel");
        int batch = cells.needed("global_batch");
        Integer tensor = cells.count("tp");
        Integer pipeline = cells.count("pp");
        Integer microBatch = cells.count("micro_batch");
        Recompute recompute = recompute(cells, remarks);
        if (model == null || recompute == null) {
            return null;
        }
        boolean isShared = cells.text("seq_par").equals("1");
        Integer interleave = cells.count("vpp");
        Sharding sharding = sharding(cells);
        if (tensor == null || pipeline == null || microBatch == null) {
            Wish wish =
                    new Wish(
                            tensor,
                            pipeline,
                            null,
                            interleave,
                            null,
                            null,
                            microBatch,
                            recompute,
                            null);
            return searched(cells, model, software, machine, accelerators, batch, wish, remarks);
        }
        long each = (long) tensor * pipeline;
        if (each > accelerators) {
            cells.issue(
                    "n_accel",
                    "is %d, but tp x pp is %d.".formatted(accelerators, each),
                    "smaller degrees, or more accelerators.");
            return null;
        }
        int data = (int) (accelerators / each);
        Integer given = cells.count("dp");
        if (accelerators % each != 0) {
            remarks.add("%d accelerators are left over".formatted(accelerators % each));
        }
        if (given != null && given != data) {
            remarks.add("dp is %d, but %d follows from n_accel".formatted(given, data));
        }
        return new Parallelism(
                tensor,
                pipeline,
                data,
                pipeline == 1 || interleave == null ? 1 : interleave,
                1,
                isShared,
                microBatch,
                batch,
                recompute,
                sharding);
    }

    private @Nullable Parallelism searched(
            CaseCells cells,
            Transformer model,
            Software software,
            CaseMachines.Entry machine,
            int accelerators,
            int batch,
            Wish wish,
            List<String> remarks) {
        List<Object> key = List.of(model, software, machine.node(), accelerators, batch, wish);
        Parallelism spread = searched.get(key);
        if (spread == null) {
            Optional<ParallelismSearch.Found> found =
                    new ParallelismSearch(
                                    model,
                                    software,
                                    machine.node(),
                                    accelerators,
                                    batch,
                                    machine.calibration().constants(),
                                    wish)
                            .best();
            if (found.isEmpty()) {
                cells.issue(
                        "global_batch",
                        "no parallelism of %d accelerators divides the model and %d sequences."
                                .formatted(accelerators, batch),
                        "another number of accelerators or sequences.");
                return null;
            }
            spread = found.get().what().parallelism();
            searched.put(key, spread);
        }
        remarks.add(
                "tensor %d, pipeline %d, micro-batch %d chosen"
                        .formatted(spread.tensor(), spread.pipeline(), spread.microBatch()));
        return spread;
    }

    private static @Nullable Recompute recompute(CaseCells cells, List<String> remarks) {
        String word = cells.text("recompute");
        if (word.isEmpty()) {
            boolean isFull = cells.text("set").equals("vtrain-multi");
            remarks.add(isFull ? "full recompute assumed" : "no recompute assumed");
            return isFull ? Recompute.FULL : Recompute.NONE;
        }
        if (!RECOMPUTE.contains(word)) {
            cells.issue(
                    "recompute", "there is no '" + word + "'.", NearestName.maybe(word, RECOMPUTE));
            return null;
        }
        return word.equals("none/selective")
                ? Recompute.SELECTIVE
                : Recompute.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Sharding sharding(CaseCells cells) {
        String note = cells.text("note");
        if (note.contains("FULL_SHARD") || note.contains("ZeRO-3")) {
            return Sharding.ZERO_3;
        }
        if (note.contains("SHARD_GRAD_OP") || note.contains("ZeRO-2")) {
            return Sharding.ZERO_2;
        }
        // NVIDIA's entries to MLPerf use Megatron's distributed optimizer.
        return note.contains("ZeRO-1") || cells.text("set").equals("mlperf")
                ? Sharding.ZERO_1
                : Sharding.NONE;
    }
}
