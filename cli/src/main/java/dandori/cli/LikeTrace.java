package dandori.cli;

import dandori.engine.RandomStreams;
import dandori.fit.FittedJobs;
import dandori.fit.FittedModel;
import dandori.fit.Fitting;
import dandori.fit.GoodnessOfFit;
import dandori.fit.GoodnessText;
import dandori.fit.ModelFile;
import dandori.fit.ModelSections;
import dandori.job.Workload;
import dandori.results.ImportTree;
import dandori.results.JsonText;
import dandori.results.WholeFile;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.NearestFile;
import dandori.trace.HeaderEntry;
import dandori.trace.ImportReportText;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.ReadProgress;
import dandori.trace.TraceHeader;
import dandori.trace.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Jobs like those of a log: fits a model or reads one, draws from it, says how well the jobs fit,
 * and writes the trace, then the model. Nothing is written before all else has been done.
 *
 * @param options which log or model
 * @param log what is said of the log that it does not say itself
 * @param days how many days are drawn; null: as many as the log has
 * @param seed the seed
 * @param out where the trace is written; null: nowhere
 * @param force whether files may be replaced
 */
record LikeTrace(
        LikeOptions options,
        TraceOptions log,
        @Nullable Double days,
        long seed,
        @Nullable Path out,
        boolean force) {

    private static final String NO_ESTIMATES = "no-estimates";

    /** A model, and the log that it was fitted to, if that is there. */
    private record Fitted(FittedModel model, @Nullable ImportedTrace log) {}

    /** What was drawn, and how well it fits if that can be said. */
    private record Drawn(double days, Workload jobs, @Nullable GoodnessOfFit goodness) {}

    /**
     * What is printed: text for people, or a JSON document.
     *
     * @param begin begins to show a piece of work, which it is told in a word
     */
    String result(boolean asJson, Function<String, Progress> begin) throws IOException {
        check();
        Fitted fitted;
        try (Progress shown = begin.apply("reading")) {
            fitted = fitted(shown::at);
        }
        Drawn drawn;
        try (Progress shown = begin.apply("drawing")) {
            drawn = drawn(fitted, shown::at);
        }
        if (out != null) {
            try (Progress shown = begin.apply("writing")) {
                GeneratedFile.write(out, header(fitted, drawn.jobs), drawn.jobs, shown::at);
            }
        }
        if (options.fitOut != null) {
            WholeFile.write(options.fitOut, ModelFile.text(fitted.model));
        }
        return asJson ? JsonText.of(tree(fitted, drawn)) : text(fitted, drawn);
    }

    private void check() throws IOException {
        if (options.like != null && options.fit != null) {
            throw new WrongCallException(
                    "--like and --fit: only one of them may be given.",
                    "--like TRACE --fit-out MODEL first, and --fit MODEL another time.");
        }
        if (days != null && !(days > 0 && days <= ModelSections.MOST_DAYS)) {
            throw new WrongCallException(
                    "--days: must be above 0 and at most 100,000, but is %s.".formatted(days),
                    null);
        }
        checkFree("--out", out);
        checkFree("--fit-out", options.fitOut);
        if (out != null && options.fitOut != null && FreePlace.isSame(out, options.fitOut)) {
            throw new WrongCallException(
                    "--fit-out: '%s' is --out too.".formatted(options.fitOut), "another name.");
        }
    }

    private void checkFree(String option, @Nullable Path file) throws IOException {
        Path read = options.like == null ? options.fit : options.like;
        if (file != null) {
            FreePlace.checkNotRead(
                    option, file, log.inputs(read == null ? List.of() : List.of(read)));
            FreePlace.check(option, file, force);
        }
    }

    private Fitted fitted(ReadProgress progress) {
        if (options.like == null) {
            Path file = options.fit == null ? Path.of("") : options.fit;
            if (!Files.exists(file)) {
                String near = NearestFile.maybe(file);
                throw new WrongCallException(
                        file + ": there is no such file.",
                        near == null ? "write one with --fit-out." : near);
            }
            return new Fitted(ModelFile.read(file), null);
        }
        ImportRules rules = ImportRules.dandori().withLog(log.options());
        ImportedTrace its = log.checked(options.like, Traces.read(options.like, rules, progress));
        boolean hasLimits = its.report().count(NO_ESTIMATES) == 0;
        try {
            int machine = its.header().machineProcessors();
            return new Fitted(Fitting.of(its.workload(), machine, hasLimits), its);
        } catch (IllegalArgumentException few) {
            throw new WrongCallException(options.like + ": " + few.getMessage(), "a longer log.");
        }
    }

    private Drawn drawn(Fitted fitted, ReadProgress progress) {
        FittedModel model = fitted.model;
        double length = days == null ? model.days() : days;
        Workload jobs;
        try {
            jobs = new FittedJobs(model, new RandomStreams(seed)).ofDays(length, progress);
        } catch (IllegalArgumentException tooMany) {
            throw new WrongCallException(
                    "--days: %s days of %s: %s"
                            .formatted(Scalars.plain(length), model.like(), tooMany.getMessage()),
                    "fewer days.");
        }
        GenerateOptions.refuseNone(jobs, length, "more days.");
        ImportedTrace its = fitted.log;
        return new Drawn(
                length,
                jobs,
                its == null || jobs.count() < GoodnessOfFit.LEAST_JOBS
                        ? null
                        : GoodnessOfFit.of(its.workload(), jobs, !model.limits().isEmpty()));
    }

    private List<HeaderEntry> header(Fitted fitted, Workload drawn) {
        FittedModel model = fitted.model;
        List<HeaderEntry> header = new ArrayList<>();
        header.add(new HeaderEntry("Version", "2.2"));
        header.add(new HeaderEntry("Computer", "none: drawn at random, like " + model.like()));
        header.add(
                new HeaderEntry(
                        "Note",
                        "dandori generate, seed %d, %s".formatted(seed, Version.ofProgram())));
        header.add(new HeaderEntry("MaxJobs", String.valueOf(drawn.count())));
        if (model.machine() > 0) {
            header.add(new HeaderEntry("MaxProcs", String.valueOf(model.machine())));
        }
        TraceHeader its = fitted.log == null ? null : fitted.log.header();
        ZonedDateTime origin = its == null ? null : its.origin();
        if (origin != null) {
            header.add(new HeaderEntry("UnixStartTime", String.valueOf(origin.toEpochSecond())));
            header.add(new HeaderEntry("TimeZoneString", GeneratedFile.zone(origin)));
        }
        return header;
    }

    private String text(Fitted fitted, Drawn drawn) {
        FittedModel model = fitted.model;
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "Like %s: %,.1f jobs a day in %,.1f days. Drawn: %,d job%s in %,.1f days, seed %d.%n",
                        model.like(),
                        model.jobsPerDay(),
                        model.days(),
                        drawn.jobs.count(),
                        drawn.jobs.count() == 1 ? "" : "s",
                        drawn.days,
                        seed));
        if (model.limits().isEmpty()) {
            text.append("The log has no time limits of its own: they are the run times.\n");
        }
        if (fitted.log != null) {
            text.append('\n').append(ImportReportText.of(fitted.log.report()));
        }
        if (drawn.goodness != null) {
            text.append('\n').append(GoodnessText.of(drawn.goodness));
        } else if (fitted.log != null) {
            text.append("Too few were drawn to say how well they fit.\n");
        }
        files().forEach((what, file) -> text.append("\n%s: %s".formatted(what, file)));
        if (out != null && model.machine() == 0) {
            text.append("\nThe size of the machine is not known: 'dandori replay' needs")
                    .append(" --processors N, %d or more.".formatted(largest(drawn.jobs)));
        }
        return text.append(files().isEmpty() ? "" : "\n").toString();
    }

    private static int largest(Workload drawn) {
        return IntStream.range(0, drawn.count()).map(drawn.jobs()::nodes).max().orElse(1);
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        if (out != null) {
            files.put("Trace", out);
        }
        if (options.fitOut != null) {
            files.put("Model", options.fitOut);
        }
        return files;
    }

    private Map<String, Object> tree(Fitted fitted, Drawn drawn) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("like", fitted.model.like());
        tree.put("seed", seed);
        tree.put("days", drawn.days);
        tree.put("jobs", drawn.jobs.count());
        tree.put("files", List.copyOf(files().values().stream().map(Path::toString).toList()));
        if (fitted.log != null) {
            tree.put("import", ImportTree.of(fitted.log.report()));
        }
        if (drawn.goodness != null) {
            tree.putAll(GoodnessText.tree(drawn.goodness));
        }
        tree.put("model", ModelFile.tree(fitted.model));
        return tree;
    }
}
