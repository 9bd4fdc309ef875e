package dandori.resample;

import dandori.engine.Durations;
import dandori.engine.RandomStreams;
import dandori.generate.Figure;
import dandori.job.Workload;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Mixes the users of a log into another log, of any length and with more or fewer users: each does
 * what one of the log's did, at the same hours of the same days of the week.
 *
 * <p>Zakay and Feitelson, "Workload Resampling for Performance Evaluation of Parallel Job
 * Schedulers", ICPE 2013 and Concurrency and Computation 26(12), 2014: users are cut out of the
 * log, long-term ones and temporary ones, and recombined. Long-term users are there all the time,
 * begin at a week of their own that is drawn, and begin anew when they are through; temporary ones
 * come week by week, and go when they are through. Some of them are there at the beginning already.
 *
 * <p>Assumed here: who is long-term (see {@code longTermMillis}); that users are drawn with
 * replacement, long-term ones in proportion to the weeks they span, of whom there are as many at a
 * time as in a mean week of the log; that equally many temporary ones begin each week. So the work
 * of a week is that of the log in expectation, times the part of its users. A last week of which
 * the log has less than six days is left out, so that each hour of the week is there equally often;
 * a log that is shorter than that counts as one week.
 *
 * <p>Limits: what users have in common, such as a deadline, a holiday or a failed machine, is lost,
 * and so is growth; no user meets the queue that the log's own met (see {@link Feedback}). Users
 * whom the log does not name count as one. Cost: O(n log n) for n jobs.
 *
 * @param users how many users the log would have had in its own length; its own number leaves the
 *     load as it is in expectation, twice as many double it; 0: its own number
 * @param weeks how long the new log is, in weeks, at least 1
 * @param longTermMillis users whose first and last job are at least so far apart are long-term
 */
public record Resampling(int users, int weeks, long longTermMillis) {

    /** Who is active for so many weeks is a long-term user: an assumption. */
    public static final int LONG_TERM_WEEKS = 12;

    private static final long NEARLY_WEEK_MILLIS = 6 * Durations.DAY_MILLIS;

    /** Checks the numbers. */
    public Resampling {
        if (users < 0 || weeks < 1 || longTermMillis < 0) {
            throw new IllegalArgumentException(
                    "users (%d) and longTermMillis (%d) must be at least 0, weeks (%d) at least 1."
                            .formatted(users, longTermMillis, weeks));
        }
    }

    /** As many users as the log has. */
    public static Resampling ofWeeks(int weeks) {
        return new Resampling(0, weeks, LONG_TERM_WEEKS * Durations.WEEK_MILLIS);
    }

    /** A log of the users of a whole log, which begins when that begins. */
    public Resampled of(Workload log, RandomStreams streams) {
        return of(log, new Part(0, Long.MAX_VALUE, 0), streams, 0);
    }

    /**
     * Which part of a log is mixed.
     *
     * @param fromMillis when it begins; weeks are counted from here
     * @param toMillis when it ends, or later
     * @param intoWeekMillis how much of such a week is over when the new log begins; at least 0,
     *     below a week
     */
    public record Part(long fromMillis, long toMillis, long intoWeekMillis) {}

    /**
     * A log of the users of a part of a log.
     *
     * @param subject which log it is of those that are mixed from the same streams
     * @throws IllegalArgumentException if there is no job in that part
     */
    public Resampled of(Workload log, Part part, RandomStreams streams, long subject) {
        int logWeeks = wholeWeeks(log, part);
        List<SubTrace> all = users(log, part, logWeeks);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There is no job to be resampled.");
        }
        List<SubTrace> longTerm =
                all.stream().filter(one -> one.spanMillis() >= longTermMillis).toList();
        List<SubTrace> temporary =
                all.stream().filter(one -> one.spanMillis() < longTermMillis).toList();
        int known = SubTrace.of(log.jobs(), part.fromMillis, part.toMillis).size();
        double times = users == 0 ? 1 : (double) users / known;
        Cast cast = new Cast(log, part, weeks);
        double seats = times * spanWeeks(longTerm) / logWeeks;
        int seated =
                seat(cast, longTerm, seats, streams.stream("resample long-term users", subject));
        double perWeek = times * temporary.size() / logWeeks;
        int passing =
                pass(cast, temporary, perWeek, streams.stream("resample temporary users", subject));
        Workload mixed = cast.workload();
        return new Resampled(
                mixed,
                List.of(
                        new Figure("users of the log", known * times, known),
                        new Figure("long-term users at a time", seats, seated),
                        new Figure("temporary users that begin", perWeek * weeks, passing),
                        new Figure(
                                "jobs a week",
                                times * rows(all) / logWeeks,
                                (double) mixed.count() / weeks),
                        new Figure(
                                "node-hours a week",
                                times * nodeHours(log, all) / logWeeks,
                                nodeHours(mixed) / weeks)));
    }

    /** How many jobs are to be expected; 0 if there are none in that part of the log. */
    public double expectedJobs(Workload log, Part part) {
        int logWeeks = wholeWeeks(log, part);
        List<SubTrace> all = users(log, part, logWeeks);
        int known = SubTrace.of(log.jobs(), part.fromMillis, part.toMillis).size();
        double times = users == 0 || known == 0 ? 1 : (double) users / known;
        return times * rows(all) / logWeeks * weeks;
    }

    /** How many weeks of a part are played: those that are whole, or nearly so; at least 1. */
    private static int wholeWeeks(Workload log, Part part) {
        int count = log.count();
        long last = count == 0 ? part.fromMillis : log.jobs().submitMillis(count - 1);
        long end = Math.max(part.fromMillis, Math.min(part.toMillis, last));
        long nearly = Durations.WEEK_MILLIS - NEARLY_WEEK_MILLIS;
        return (int) Math.max(1, (end - part.fromMillis + nearly) / Durations.WEEK_MILLIS);
    }

    private static List<SubTrace> users(Workload log, Part part, int logWeeks) {
        long end = part.fromMillis + logWeeks * Durations.WEEK_MILLIS;
        return SubTrace.of(log.jobs(), part.fromMillis, Math.min(part.toMillis, end));
    }

    private static int seat(
            Cast cast, List<SubTrace> from, double seats, UniformRandomProvider random) {
        int count = (int) (seats + random.nextDouble());
        int total = spanWeeks(from);
        for (int seat = 0; seat < count; seat++) {
            int week = random.nextInt(total);
            int place = 0;
            while (week >= from.get(place).weeks()) {
                week -= from.get(place).weeks();
                place++;
            }
            cast.playAround(from.get(place), week);
        }
        return count;
    }

    private int pass(Cast cast, List<SubTrace> from, double perWeek, UniformRandomProvider random) {
        int longest = from.stream().mapToInt(SubTrace::weeks).max().orElse(0);
        int begun = 0;
        for (int week = -longest; !from.isEmpty() && week <= weeks; week++) {
            int count = (int) (perWeek + random.nextDouble());
            for (int i = 0; i < count; i++) {
                cast.playOnce(from.get(random.nextInt(from.size())), week);
            }
            begun += week >= 0 && week < weeks ? count : 0;
        }
        return begun;
    }

    private static int spanWeeks(List<SubTrace> users) {
        return users.stream().mapToInt(SubTrace::weeks).sum();
    }

    private static int rows(List<SubTrace> users) {
        return users.stream().mapToInt(one -> one.rows().size()).sum();
    }

    private static double nodeHours(Workload log, List<SubTrace> users) {
        return users.stream()
                .mapToDouble(one ->
                        one.rows().primitiveStream().mapToDouble(job -> hours(log, job)).sum())
                .sum();
    }

    private static double nodeHours(Workload log) {
        double sum = 0;
        for (int job = 0; job < log.count(); job++) {
            sum += hours(log, job);
        }
        return sum;
    }

    private static double hours(Workload log, int job) {
        return log.jobs().nodes(job) * (log.runMillis(job) / 3.6e6);
    }
}
