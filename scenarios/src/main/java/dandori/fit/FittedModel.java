package dandori.fit;

import dandori.engine.Durations;
import java.util.List;

/**
 * A model of jobs, with the parameters that fit a log.
 *
 * @param like the name of the log
 * @param machine how many units the log's machine has; 0: not known
 * @param days how long the log is, in days; above 0
 * @param jobsPerDay how many jobs come a day, on average; above 0
 * @param sameSecond the share of jobs that come at the second of the one before
 * @param gaps gaps between the others, in working time (see {@link WeekProfile}), over their mean
 * @param samePhase how likely a gap is of the phase of the one before, beyond chance: how much gaps
 *     come in bursts; from 0 and below 1
 * @param week when jobs come
 * @param sizes how many units they ask for
 * @param runTimes how long they run, by size
 * @param limits which time limits they have, by run time; empty if the log has none of its own
 * @param habits who submits
 */
public record FittedModel(
        String like,
        int machine,
        double days,
        double jobsPerDay,
        double sameSecond,
        HyperExponential gaps,
        double samePhase,
        WeekProfile week,
        PopularValues sizes,
        List<SizeClass> runTimes,
        List<LimitClass> limits,
        UserHabits habits) {

    /** Checks the numbers. */
    public FittedModel {
        runTimes = List.copyOf(runTimes);
        limits = List.copyOf(limits);
        boolean isShare = sameSecond >= 0 && sameSecond < 1 && samePhase >= 0 && samePhase < 1;
        if (!(days > 0) || !(jobsPerDay > 0) || !isShare || runTimes.isEmpty()) {
            throw new IllegalArgumentException(
                    ("days (%s) and jobsPerDay (%s) must be above 0, sameSecond (%s) and samePhase"
                                    + " (%s) from 0 and below 1, and there must be runTimes.")
                            .formatted(days, jobsPerDay, sameSecond, samePhase));
        }
    }

    /**
     * A name as it may stand in the header of a trace: control characters become question marks.
     */
    static String oneLine(String name) {
        return name.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}]", "?");
    }

    /** How many jobs are to be expected in so many days. */
    public double expectedJobs(double days) {
        return jobsPerDay
                / Durations.DAY_MILLIS
                * week.workingMillis(0, (long) (days * Durations.DAY_MILLIS));
    }

    /** The same, of which more or fewer jobs come. */
    FittedModel withJobsPerDay(double jobs) {
        return new FittedModel(
                like,
                machine,
                days,
                jobs,
                sameSecond,
                gaps,
                samePhase,
                week,
                sizes,
                runTimes,
                limits,
                habits);
    }

    /** The place of the class of sizes to which one belongs. */
    int sizeClass(int nodes) {
        int place = 0;
        while (place < runTimes.size() - 1 && nodes > runTimes.get(place).upTo()) {
            place++;
        }
        return place;
    }

    /** The place of the class of time limits to which a run time in seconds belongs. */
    int limitClass(double run) {
        int place = 0;
        while (place < limits.size() - 1 && run > limits.get(place).upToSeconds()) {
            place++;
        }
        return place;
    }

    /** A run time in whole seconds, cut at the longest that there are limits for. */
    double runSeconds(int sizeClass, double which, double where) {
        return wholeSeconds(runTimes.get(sizeClass).runSeconds().draw(which, where));
    }

    /** A run time as it is used: rounded, and cut at the longest that there are limits for. */
    double wholeSeconds(double run) {
        double longest =
                limits.isEmpty()
                        ? Double.POSITIVE_INFINITY
                        : limits.get(limits.size() - 1).upToSeconds();
        return Math.min(longest, StrictMath.rint(run));
    }
}
