package dandori.cli;

import dandori.training.Calibration;
import dandori.training.MemoryNeed;
import dandori.training.Parallelism;
import dandori.training.ParallelismSearch.Found;
import dandori.training.Recompute;
import dandori.training.Remedy;
import dandori.training.Sharding;
import dandori.training.StepTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is said of one case. */
final class EstimateText {

    private static final int WIDTH = 100;

    private final EstimateCase call;
    private final Found found;
    private final StringBuilder text = new StringBuilder();

    EstimateText(EstimateCase call, Found found) {
        this.call = call;
        this.found = found;
    }

    /** For people. */
    String text() {
        head();
        StepTime time = found.time();
        text.append(
                String.format(
                        Locale.ROOT,
                        "  step %s s   MFU %.0f %%%n  in s: compute %s  bubble %s  tensor %s  pipeline %s  data %s  optimizer %s%n",
                        seconds(time.seconds()),
                        100 * time.mfu(),
                        seconds(time.compute()),
                        seconds(time.bubble()),
                        seconds(time.tensor()),
                        seconds(time.pipeline()),
                        seconds(time.data()),
                        seconds(time.optimizer())));
        memory();
        training().ifPresent(training -> text.append(training.text()));
        error();
        return text.toString();
    }

    private void head() {
        Parallelism spread = found.what().parallelism();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s on %,d node%s of %s (%,d %s):%n  tensor %d · pipeline %d · data %d · micro-batch %d%n",
                        call.known().title(),
                        call.nodes(),
                        call.nodes() == 1 ? "" : "s",
                        call.machine().name(),
                        spread.accelerators(),
                        call.node().kind(),
                        spread.tensor(),
                        spread.pipeline(),
                        spread.data(),
                        spread.microBatch()));
        text.append(
                String.format(
                        Locale.ROOT,
                        "  global batch %,d x %,d tokens",
                        spread.globalBatch(),
                        found.what().model().sequence()));
        if (spread.interleave() > 1) {
            text.append(" · interleave ").append(spread.interleave());
        }
        if (found.what().model().experts() > 1) {
            text.append(" · expert ").append(spread.expert());
        }
        if (spread.sequenceParallel()) {
            text.append(" · sequence parallel");
        }
        if (spread.recompute() != Recompute.NONE) {
            text.append(" · recompute ").append(spread.recompute().text());
        }
        if (spread.sharding() != Sharding.NONE) {
            text.append(" · ").append(spread.sharding().text());
        }
        text.append(" · ").append(found.what().software().precision().text()).append('\n');
    }

    private void memory() {
        MemoryNeed memory = found.memory();
        if (memory.fits()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  memory %.0f of %.0f GiB%n",
                            memory.needsGib(),
                            memory.hasGib()));
            return;
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "  does not fit: needs %.0f GiB, has %.0f%n",
                        Math.ceil(memory.needsGib()),
                        memory.hasGib()));
        Optional<Remedy> remedy = Remedy.of(found.what(), call.calibration().constants());
        text.append(
                remedy.map(least ->
                                String.format(
                                        Locale.ROOT,
                                        "  Maybe %s: then it needs %.0f GiB, and a step takes %s s.%n",
                                        least.words(),
                                        least.found().memory().needsGib(),
                                        seconds(least.found().time().seconds())))
                        .map(line ->
                                line.length() > WIDTH ? line.replace(": then", ":\n  then") : line)
                        .orElse(
                                "  Maybe a smaller model: no number of these accelerators helps.\n"));
    }

    private void error() {
        Calibration calibration = call.calibration();
        boolean isSeveral = call.nodes() > 1;
        double error = isSeveral ? calibration.errorOfSeveralNodes() : calibration.errorOfOneNode();
        int rows = isSeveral ? calibration.rowsOfSeveralNodes() : calibration.rowsOfOneNode();
        if (!calibration.isOwn()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            """
                              no step was measured on this machine: constants of others are assumed, with which the
                              error on machines so left out was %.0f %% (%d steps of %s)
                            """,
                            100 * error,
                            rows,
                            isSeveral ? "several nodes" : "one node"));
        } else if (rows > 0) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  error of this estimate on measured steps like it: %.1f %% (%d steps)%n",
                            100 * error,
                            rows));
        } else {
            text.append(
                    "  calibrated by steps of this machine, but tested on none that the fit had not seen\n");
        }
        if (call.node().isTofu()) {
            text.append(
                    "  assumed: ranks that share a matrix are neighbours on the torus, copies a box\n");
        }
    }

    /** The whole training; empty if nobody says of how many tokens. */
    private Optional<EstimateTraining> training() {
        OptionalDouble tokens = call.known().tokens();
        return tokens.isPresent()
                ? Optional.of(new EstimateTraining(call, found, tokens.getAsDouble()))
                : Optional.empty();
    }

    /** For programs. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        Parallelism spread = found.what().parallelism();
        StepTime time = found.time();
        tree.put("model", call.known().name());
        tree.put("machine", call.machine().name());
        tree.put("nodes", call.nodes());
        tree.put("accelerators", spread.accelerators());
        tree.put("tensor", spread.tensor());
        tree.put("pipeline", spread.pipeline());
        tree.put("data", spread.data());
        tree.put("interleave", spread.interleave());
        tree.put("expert", spread.expert());
        tree.put("sequence_parallel", spread.sequenceParallel());
        tree.put("micro_batch", spread.microBatch());
        tree.put("global_batch", spread.globalBatch());
        tree.put("recompute", spread.recompute().text());
        tree.put("sharding", spread.sharding().text());
        tree.put("predicted_s", time.seconds());
        tree.put("mfu", time.mfu());
        tree.put("fits", found.memory().fits());
        tree.put("needs_gib", found.memory().needsGib());
        tree.put("has_gib", found.memory().hasGib());
        tree.put("compute", time.compute());
        tree.put("bubble", time.bubble());
        tree.put("tensor_s", time.tensor());
        tree.put("pipeline_s", time.pipeline());
        tree.put("data_s", time.data());
        tree.put("optimizer", time.optimizer());
        tree.put("is_calibrated", call.calibration().isOwn());
        training().ifPresent(training -> training.addTo(tree));
        return tree;
    }

    /** Seconds with three digits, or as many decimals as a tenth of a second has. */
    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.3f" : value < 10 ? "%.2f" : "%.1f", value);
    }
}
