package dandori.cli;

import dandori.estimate.Calibrating;
import dandori.estimate.CalibrationReport;
import dandori.estimate.CalibrationTables;
import dandori.estimate.CalibrationText;
import dandori.estimate.CaseRow;
import dandori.estimate.CaseTable;
import dandori.estimate.PredictedTable;
import dandori.results.JsonText;
import dandori.results.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dandori estimate}: how long a training step takes, whether it fits, and the whole. */
@Command(
        name = "estimate",
        description =
                "Says how long a training step of a language model takes, whether it fits, and how"
                        + " long all of the training takes, with failures and without.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "What is not given of a parallelism is chosen: the quickest that fits.",
            "",
            "Examples:",
            "  dandori estimate --model llm-jp-172b --machine sakura-hokkaido --nodes 64",
            "  dandori estimate --model gpt-3 --machine selene --nodes 128 --tensor 8 --pipeline 8",
            "  dandori estimate --file cases.csv --out predicted.csv",
            "  dandori estimate --calibrate measured.csv"
        })
final class EstimateCommand implements Callable<Integer> {

    private static final int SPLITS = 20;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            completionCandidates = Choices.OfModel.class,
            description = "A model of the catalogue (dandori catalogue models), or a model file.")
    private @Nullable String model;

    @Option(
            names = "--machine",
            paramLabel = "NAME",
            completionCandidates = Choices.OfMachine.class,
            description = "A machine of the catalogue, or a machine file.")
    private @Nullable String machine;

    @Option(names = "--nodes", paramLabel = "N", description = "How many of its nodes.")
    private @Nullable Integer nodes;

    @Mixin private EstimateOptions options = new EstimateOptions();

    @Option(
            names = "--file",
            paramLabel = "CASES.csv",
            description = "Many cases, one a line, instead of one.")
    private @Nullable Path file;

    @Option(
            names = "--out",
            paramLabel = "PREDICTED.csv",
            description = "Where the cases go with what is predicted. Default: standard output.")
    private @Nullable Path out;

    @Option(
            names = "--calibrate",
            paramLabel = "MEASURED.csv",
            description = "Fits machines to measured steps (column iter_s), and says how well.")
    private @Nullable Path calibrate;

    @Mixin private JsonOptions output = new JsonOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    EstimateCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        boolean isCase = model != null || machine != null || nodes != null;
        if ((isCase ? 1 : 0) + (file != null ? 1 : 0) + (calibrate != null ? 1 : 0) != 1) {
            throw new WrongCallException(
                    "--model, --file, --calibrate: one of them must be given, and only one.",
                    "--model llm-jp-172b --machine sakura-hokkaido --nodes 64.");
        }
        if (file != null) {
            table(file, print);
        } else if (calibrate != null) {
            calibrate(calibrate, print);
        } else {
            one(print);
        }
        return 0;
    }

    private void one(PrintWriter print) {
        if (model == null || machine == null || nodes == null) {
            String missing = model == null ? "--model" : machine == null ? "--machine" : "--nodes";
            throw new WrongCallException(
                    missing + ": is missing.",
                    "--model llm-jp-172b --machine sakura-hokkaido --nodes 64.");
        }
        if (nodes < 1) {
            throw new WrongCallException(
                    "--nodes: must be at least 1, but is %d.".formatted(nodes), null);
        }
        EstimateCase call =
                new EstimateCase(
                        ModelWords.named("--model", model),
                        MachineWords.named("--machine", machine),
                        nodes,
                        options);
        EstimateText text = new EstimateText(call, call.found());
        print.print(output.json ? JsonText.of(text.tree()) : text.text());
    }

    private void table(Path cases, PrintWriter print) throws IOException {
        CaseTable table = CaseTable.read(cases);
        PredictedTable predicted = new PredictedTable(table);
        if (out == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            predicted.writeTo(bytes);
            print.print(bytes.toString(StandardCharsets.UTF_8));
            return;
        }
        WholeFile.write(out, predicted::writeTo);
        double error = predicted.meanError();
        print.printf(
                Locale.ROOT,
                "%,d cases predicted%s: %s%n",
                table.rows().size(),
                Double.isNaN(error)
                        ? ""
                        : String.format(Locale.ROOT, ", %.1f %% off where measured", 100 * error),
                out);
    }

    private static void calibrate(Path measured, PrintWriter print) {
        CaseTable table = CaseTable.read(measured);
        Calibrating calibrating = new Calibrating(table);
        if (calibrating.machines().isEmpty()) {
            throw new WrongCallException(
                    measured + ": no line has a measured time.", "fill the column 'iter_s'.");
        }
        CalibrationReport report = new CalibrationReport(calibrating, SPLITS);
        print.println(
                "Error on steps that the fit had not seen, and on machines that it had not seen\n");
        print.println(CalibrationTables.errors(report));
        for (CaseRow row : calibrating.impossible()) {
            print.printf(
                    Locale.ROOT,
                    "Left out: %s in %s s would take more than the peak of %d accelerators of %s.%n",
                    row.set().isEmpty() ? "a step" : "a step of " + row.set(),
                    row.seconds(),
                    row.what().parallelism().accelerators(),
                    row.machine());
        }
        print.println("\nFor the machine files (source FIT, section calibration)\n");
        for (String name : calibrating.machines()) {
            List<String> sets = calibrating.setsOf(name);
            print.printf(
                    Locale.ROOT,
                    "%s%n  %s%n%s%n",
                    name,
                    CalibrationText.source(sets, calibrating.steps(name).size()),
                    CalibrationText.of(report.calibration(name)));
        }
    }
}
