package dandori.policy.backfill;

import dandori.engine.Durations;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.List;

/**
 * How Fujitsu's job scheduler plans: settings of papjm.conf, with its defaults.
 *
 * @param horizonMillis {@code SchedulePeriod}: how far ahead starts are planned; positive
 * @param gapMillis {@code DecidedGap}: how long after its estimated end a job is reckoned with
 * @param graceMillis {@code Grace}: an end that is earlier by no more changes no plan
 * @param jobs {@code JobSchedulingTargetLimit}: how many jobs of the queue are planned
 * @param fine {@code CreateRscMap}: the step of the map that comes first
 * @param middle the step behind it
 * @param coarseMillis the step behind both; positive
 */
public record TcsParameters(
        long horizonMillis,
        long gapMillis,
        long graceMillis,
        int jobs,
        MapStep fine,
        MapStep middle,
        long coarseMillis) {

    /**
     * A step of the map of resources to come.
     *
     * @param stepMillis planned starts are rounded up to multiples of it; positive
     * @param untilMillis up to how far ahead
     */
    public record MapStep(long stepMillis, long untilMillis) {}

    /** What the command reference gives. */
    public static final TcsParameters DEFAULT =
            new TcsParameters(
                    25 * Durations.HOUR_MILLIS,
                    60_000,
                    120_000,
                    10_000,
                    new MapStep(600_000, Durations.HOUR_MILLIS),
                    new MapStep(Durations.HOUR_MILLIS, 24 * Durations.HOUR_MILLIS),
                    24 * Durations.HOUR_MILLIS);

    /** Steps, horizon and jobs must be positive; gap and grace 0 or more. */
    public TcsParameters {
        long step = Math.min(Math.min(fine.stepMillis(), middle.stepMillis()), coarseMillis);
        if (Math.min(Math.min(step, horizonMillis), jobs) < 1
                || Math.min(gapMillis, graceMillis) < 0) {
            throw new IllegalArgumentException(
                    "The steps, the horizon and the jobs of tcs must be positive, but are %d, %d, %d, %d ms and %d; gap %d ms, grace %d ms."
                            .formatted(
                                    fine.stepMillis(),
                                    middle.stepMillis(),
                                    coarseMillis,
                                    horizonMillis,
                                    jobs,
                                    gapMillis,
                                    graceMillis));
        }
    }

    /** When a job starts on the map that could start so long from now: no earlier. */
    long roundedUp(long aheadMillis) {
        long inFine = multiple(aheadMillis, fine.stepMillis());
        if (inFine <= fine.untilMillis()) {
            return inFine;
        }
        long inMiddle = multiple(aheadMillis, middle.stepMillis());
        return inMiddle <= middle.untilMillis() ? inMiddle : multiple(aheadMillis, coarseMillis);
    }

    private static long multiple(long millis, long step) {
        return millis + Math.floorMod(-millis, step);
    }

    static TcsParameters of(Options options) {
        return new TcsParameters(
                options.millis("horizon"),
                options.millis("gap"),
                options.millis("grace"),
                options.count("jobs"),
                new MapStep(options.millis("fineStep"), options.millis("fineUntil")),
                new MapStep(options.millis("middleStep"), options.millis("middleUntil")),
                options.millis("coarseStep"));
    }

    static List<Option> options() {
        return List.of(
                span("horizon", "25h").says("SchedulePeriod: later starts are not planned."),
                Option.duration("gap", "1min")
                        .says(
                                "DecidedGap: so long after its estimated end a job is reckoned with."),
                Option.duration("grace", "2min")
                        .says("Grace: an end that is earlier by no more changes no plan."),
                Option.count("jobs", "10000")
                        .positive()
                        .says("JobSchedulingTargetLimit: how many jobs are planned."),
                span("fineStep", "10min")
                        .says("CreateRscMap: the first step; planned starts are multiples of it."),
                span("fineUntil", "1h").says("How far ahead fineStep goes."),
                span("middleStep", "1h").says("CreateRscMap: the step behind that."),
                span("middleUntil", "24h").says("How far ahead middleStep goes."),
                span("coarseStep", "24h").says("CreateRscMap: the last step."));
    }

    private static Option span(String name, String defaultText) {
        return Option.duration(name, defaultText).positive();
    }
}
