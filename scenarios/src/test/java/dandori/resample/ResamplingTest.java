package dandori.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import dandori.job.Job;
import dandori.job.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Users of a log who are drawn anew. */
class ResamplingTest {

    private static final long HOUR = 3_600_000;
    private static final long WEEK = 168 * HOUR;

    /** A user has a size of his own, and submits at hours of the week of his own. */
    private static Workload log(int weeks, int users) {
        SplittableRandom random = new SplittableRandom(weeks * 31L + users);
        List<Job> jobs = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            int first = user % 2 == 0 ? random.nextInt(3) : random.nextInt(weeks - 2);
            int last = user % 2 == 0 ? weeks - 1 - random.nextInt(3) : first + random.nextInt(2);
            for (int week = first; week <= last; week++) {
                for (int i = 0; i < 5; i++) {
                    long at = week * WEEK + (user + 40L * i) % 168 * HOUR + week;
                    jobs.add(new Job(0, at, user + 1, HOUR, HOUR, "u" + user, "lab", ""));
                }
            }
        }
        return Workload.of("log", jobs);
    }

    private static String text(Workload workload) {
        StringBuilder text = new StringBuilder();
        for (int job = 0; job < workload.count(); job++) {
            text.append(workload.jobs().id(job))
                    .append(' ')
                    .append(workload.jobs().submitMillis(job))
                    .append(' ')
                    .append(workload.jobs().nodes(job))
                    .append(' ')
                    .append(workload.users().get(workload.jobs().user(job)))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void oneSeedGivesOneLogAndAnotherAnother() {
        Workload log = log(40, 20);
        Resampling twenty = Resampling.ofWeeks(20);
        String once = text(twenty.of(log, new RandomStreams(1)).workload());

        assertThat(text(twenty.of(log, new RandomStreams(1)).workload())).isEqualTo(once);
        assertThat(text(twenty.of(log, new RandomStreams(2)).workload())).isNotEqualTo(once);
    }

    /** The hour of the week tells whose job it may be: that is so in the new log too. */
    @Test
    void everyJobComesAtItsTimeOfTheWeek() {
        Workload log = log(40, 20);
        Set<String> known = new HashSet<>();
        for (int job = 0; job < log.count(); job++) {
            known.add(log.jobs().nodes(job) + " " + log.jobs().submitMillis(job) % WEEK / HOUR);
        }
        for (long into : new long[] {0, 30 * HOUR}) {
            Workload made =
                    Resampling.ofWeeks(60)
                            .of(
                                    log,
                                    new Resampling.Part(0, Long.MAX_VALUE, into),
                                    new RandomStreams(3),
                                    0)
                            .workload();
            assertThat(made.count()).isGreaterThan(500);
            for (int job = 0; job < made.count(); job++) {
                long at = made.jobs().submitMillis(job);
                assertThat(at).isBetween(0L, 60 * WEEK - 1);
                assertThat(made.jobs().id(job)).isEqualTo(job + 1L);
                assertThat(known)
                        .contains(made.jobs().nodes(job) + " " + (at + into) % WEEK / HOUR);
            }
        }
    }

    /** 10 long-term users with 5 jobs a week each, and some that come and go. */
    @Test
    void theLoadIsInProportionToTheUsers() {
        Workload log = log(40, 20);
        double own = log.count() / 40.0;
        for (int users : new int[] {10, 20, 40}) {
            double sum = 0;
            for (int seed = 1; seed <= 40; seed++) {
                sum +=
                        new Resampling(users, 30, 12 * WEEK)
                                        .of(log, new RandomStreams(seed))
                                        .workload()
                                        .count()
                                / 30.0;
            }
            assertThat(sum / 40).isCloseTo(own * users / 20, within(0.03 * own * users / 20));
        }
    }

    /** Whoever is long-term does the same after his last week as in his first. */
    @Test
    void longTermUsersBeginAnew() {
        List<Job> jobs = new ArrayList<>();
        for (int week = 0; week < 3; week++) {
            long at = week * WEEK + (150 + week) * HOUR; // the log fills its last week
            jobs.add(new Job(0, at, 1, HOUR, HOUR, "ann", "", ""));
        }
        Workload made =
                new Resampling(0, 9, WEEK)
                        .of(Workload.of("log", jobs), new RandomStreams(4))
                        .workload();
        assertThat(made.count()).isEqualTo(9);
        assertThat(made.users()).containsExactly("ann");
        for (int job = 3; job < 9; job++) {
            assertThat(made.jobs().submitMillis(job))
                    .isEqualTo(made.jobs().submitMillis(job - 3) + 3 * WEEK);
        }
    }

    /** Ten users of one week each, of ten weeks: a new one each week, none of whom is cut. */
    @Test
    void temporaryUsersComeAndGo() {
        List<Job> jobs = new ArrayList<>();
        for (int user = 0; user < 10; user++) {
            for (int i = 0; i < 3; i++) {
                long at = user * WEEK + i * 24 * HOUR;
                jobs.add(new Job(0, at, user + 1, HOUR, HOUR, "u" + user, "", ""));
            }
        }
        Resampled made = Resampling.ofWeeks(50).of(Workload.of("log", jobs), new RandomStreams(5));
        TreeMap<Integer, Set<String>> byWeek = new TreeMap<>();
        for (int job = 0; job < made.workload().count(); job++) {
            int week = (int) (made.workload().jobs().submitMillis(job) / WEEK);
            int user = made.workload().jobs().user(job);
            byWeek.computeIfAbsent(week, any -> new TreeSet<>())
                    .add(made.workload().users().get(user));
        }
        assertThat(made.workload().count()).isEqualTo(150);
        assertThat(byWeek).hasSize(50);
        assertThat(byWeek.values()).allSatisfy(users -> assertThat(users).hasSize(1));
        assertThat(made.figures().get(2).achieved()).isEqualTo(50);
    }

    /**
     * Four users with a job each day for 4 weeks and so many days: each week of the new log has 28,
     * four each day of the week, however much of a fifth week there is.
     */
    @Test
    void aWeekThatTheLogOnlyBeginsIsLeftOut() {
        for (int days : new int[] {28, 29, 31, 33}) {
            Workload made =
                    Resampling.ofWeeks(40).of(daily(4, days), new RandomStreams(6)).workload();
            assertThat(made.count()).as("%d days", days).isEqualTo(40 * 28);
        }
        assertThat(Resampling.ofWeeks(40).expectedJobs(daily(4, 31), whole())).isEqualTo(40 * 28);
        assertThat(Resampling.ofWeeks(40).expectedJobs(daily(4, 35), whole())).isEqualTo(40 * 28);
    }

    /** Of a log of 3 days each week has as much, and of one that ends at 'to' all of it. */
    @Test
    void aShortLogIsAWeekAndOneThatGoesOnIsSeenToItsEnd() {
        assertThat(Resampling.ofWeeks(10).expectedJobs(daily(4, 3), whole())).isEqualTo(10 * 12);
        List<Job> jobs = new ArrayList<>();
        for (int week : new int[] {0, 1, 2}) {
            jobs.add(new Job(0, week * WEEK, 1, HOUR, HOUR, "ann", "", ""));
        }
        Resampling.Part two = new Resampling.Part(0, 2 * WEEK, 0);
        assertThat(Resampling.ofWeeks(10).expectedJobs(Workload.of("log", jobs), two))
                .isEqualTo(10);
    }

    private static Resampling.Part whole() {
        return new Resampling.Part(0, Long.MAX_VALUE, 0);
    }

    private static Workload daily(int users, int days) {
        List<Job> jobs = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            for (int day = 0; day < days; day++) {
                long at = day * 24 * HOUR + user;
                jobs.add(new Job(0, at, 1, HOUR, HOUR, "u" + user, "", ""));
            }
        }
        return Workload.of("log", jobs);
    }

    @Test
    void aPartOfALogHasItsOwnUsers() {
        Workload log = log(40, 20);
        Resampled part =
                Resampling.ofWeeks(5)
                        .of(
                                log,
                                new Resampling.Part(38 * WEEK, Long.MAX_VALUE, 0),
                                new RandomStreams(1),
                                0);
        assertThat(part.workload().count()).isPositive();
        assertThatThrownBy(() ->
                        Resampling.ofWeeks(5)
                                .of(
                                        log,
                                        new Resampling.Part(50 * WEEK, 60 * WEEK, 0),
                                        new RandomStreams(1),
                                        0))
                .hasMessageContaining("no job");
        assertThatThrownBy(() -> new Resampling(0, 0, 0)).hasMessageContaining("weeks (0)");
    }
}
