package dandori.cli;

import dandori.engine.RandomStreams;
import dandori.generate.Demand;
import dandori.generate.PopularEstimates;
import dandori.job.Workload;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Units;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For which machine, how much and from when jobs are made. */
final class GenerateOptions {

    private static final int LATEST_YEAR = 9999;
    private static final double MOST_LOAD = 100;
    private static final double MOST_JOBS_PER_DAY = 1e9;
    private static final double MOST_DAYS = 36_500;
    private static final long LEAST_LIMIT_MILLIS = 60_000;
    private static final double DAY_MILLIS = 86_400_000;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "The size of the machine that the jobs of a model are for.")
    @Nullable Integer nodes;

    @Option(
            names = "--load",
            paramLabel = "X",
            description =
                    "Their expected node time over that of the machine: 0.8. This or"
                            + " --jobs-per-day.")
    @Nullable Double load;

    @Option(
            names = "--jobs-per-day",
            paramLabel = "X",
            description = "How many come a day, on average.")
    @Nullable Double jobsPerDay;

    @Option(
            names = "--days",
            paramLabel = "X",
            defaultValue = "28",
            description = "For how many days jobs come. Default: ${DEFAULT-VALUE}.")
    double days = 28;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            defaultValue = "2026-01-05",
            description =
                    "The date of time 0, with zone and time or without: 0 o'clock UTC. Default:"
                            + " ${DEFAULT-VALUE}, a Monday.")
    String start = "2026-01-05";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed; equal seeds give equal jobs. Default: ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(
            names = "--set",
            paramLabel = "OPTION=VALUE",
            description =
                    "A value of one of the model's options, such as nodes.max=64; may be repeated."
                            + " 'dandori catalogue generators' lists them.")
    List<String> settings = new ArrayList<>();

    @Option(
            names = "--estimates",
            paramLabel = "WORD",
            description =
                    "How users give time limits: tsafrir, or tsafrir:24h where 24 h is the longest."
                            + " Default: as the model has it.")
    @Nullable String estimates;

    /** For picocli. */
    GenerateOptions() {}

    /**
     * Refuses to write a trace without jobs.
     *
     * @param maybe what to try
     */
    static void refuseNone(Workload drawn, double days, String maybe) {
        if (drawn.count() == 0) {
            throw new WrongCallException(
                    "--days: no job came in %s days.".formatted(Scalars.plain(days)), maybe);
        }
    }

    /** How users give time limits; null: as the model has it. */
    @Nullable PopularEstimates popular() {
        if (estimates == null) {
            return null;
        }
        String[] parts = estimates.split(":", 2);
        OptionalLong longest = parts.length == 1 ? OptionalLong.of(0) : Units.millis(parts[1]);
        boolean isLimit = parts.length == 1 || longest.orElse(0) >= LEAST_LIMIT_MILLIS;
        if (!parts[0].equals("tsafrir") || !isLimit) {
            throw new WrongCallException(
                    "--estimates: must be tsafrir or tsafrir:TIME, with a time of at least 1 min,"
                            + " but is '%s'.".formatted(estimates),
                    "tsafrir:24h.");
        }
        return new PopularEstimates(longest.orElse(0), -1, 0);
    }

    /** What is asked for. */
    Demand demand() {
        if (nodes == null) {
            throw new WrongCallException(
                    "--nodes: is missing: how large is the machine?", "--nodes 128.");
        }
        if (nodes < 1) {
            throw new WrongCallException(
                    "--nodes: must be at least 1, but is %d.".formatted(nodes), null);
        }
        Double amount = load == null ? jobsPerDay : load;
        if (amount == null || load != null && jobsPerDay != null) {
            throw new WrongCallException(
                    amount == null
                            ? "--load: is missing: how many jobs come?"
                            : "--load: and --jobs-per-day both say how many jobs come.",
                    amount == null ? "--load 0.8." : "one of the two.");
        }
        inRange(load == null ? "--jobs-per-day" : "--load", amount, 1e-9, most());
        inRange("--days", days, 1e-3, MOST_DAYS);
        return new Demand(
                "generated",
                0,
                nodes,
                startDate(),
                Math.max(1, Math.round(days * DAY_MILLIS)),
                load == null ? Demand.Measure.JOBS_PER_DAY : Demand.Measure.LOAD,
                amount,
                new RandomStreams(seed));
    }

    private double most() {
        return load == null ? MOST_JOBS_PER_DAY : MOST_LOAD;
    }

    private static void inRange(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new WrongCallException(
                    "%s: must be from %s to %s, but is %s."
                            .formatted(option, plain(least), plain(most), plain(value)),
                    null);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private ZonedDateTime startDate() {
        ZonedDateTime date;
        try {
            date =
                    start.length() <= 10
                            ? LocalDate.parse(start).atStartOfDay(ZoneOffset.UTC)
                            : ZonedDateTime.parse(start);
        } catch (DateTimeException none) {
            throw new WrongCallException(
                    "--start: is no date: '%s'.".formatted(start),
                    "'2026-04-01', or '2026-04-01T00:00+09:00'.");
        }
        if (date.toEpochSecond() <= 0 || date.getYear() > LATEST_YEAR) { // as headers have them
            throw new WrongCallException(
                    "--start: must lie after 1970-01-01 and before the year 10000, but is %s."
                            .formatted(start),
                    null);
        }
        return date;
    }
}
