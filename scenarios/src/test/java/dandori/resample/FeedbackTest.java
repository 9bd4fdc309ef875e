package dandori.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Users who wait for their jobs: by hand, and against a twin that looks at everything again. */
class FeedbackTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 400);
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final List<Job> jobs = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();

    /** All times in minutes. */
    private void job(long submit, int nodes, long run, String user, long loggedWait) {
        long id = jobs.size() + 1L;
        jobs.add(new Job(id, submit * MINUTE, nodes, run * MINUTE, run * MINUTE, user, "", ""));
        waits.add(loggedWait < 0 ? -1 : loggedWait * MINUTE);
    }

    private Workload log() {
        WorkloadBuilder builder = new WorkloadBuilder("log").keepLoggedWaits();
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            builder.add(
                    job.id(),
                    job.submitMillis(),
                    job.nodes(),
                    job.walltimeMillis(),
                    job.runMillis(),
                    builder.user(job.user()),
                    -1,
                    -1,
                    waits.get(i));
        }
        return builder.build();
    }

    private static JobLog run(Workload workload, int nodes, Backfill backfill) {
        Policy policy = Policy.named("users").order(Orders.fcfs()).backfill(backfill).build();
        return Simulation.of(Machine.flat("m", nodes), workload)
                .policy(policy)
                .checking(Checking.FULL)
                .run()
                .log();
    }

    /** When each job was submitted, in minutes. */
    private List<Long> submissions(int nodes) {
        Workload workload = new Feedback(Feedback.PAUSE_MILLIS).of(log());
        JobLog log = run(workload, nodes, Backfills.none());
        List<Long> all = new ArrayList<>();
        for (int job = 0; job < workload.count(); job++) {
            all.add(log.jobs().submitMillis(job) / MINUTE);
        }
        return all;
    }

    /** In the log the first ended at 30 and the second came at 35; here it ends at 40. */
    @Test
    void whoWaitsThinksAsLongAfterwards() {
        job(0, 4, 10, "other", 0);
        job(0, 4, 30, "ann", 0);
        job(35, 4, 10, "ann", 0);

        assertThat(submissions(4)).containsExactly(0L, 0L, 45L);
        assertThat(submissions(8)).containsExactly(0L, 0L, 35L);
    }

    /** In the log all waited an hour; here nobody does, so the next batch comes an hour earlier. */
    @Test
    void whoNeedNotWaitIsFasterThanTheLog() {
        job(0, 1, 30, "ann", 60);
        job(1, 1, 20, "ann", 60);
        job(95, 1, 10, "ann", 0);

        assertThat(submissions(4)).containsExactly(0L, 1L, 35L);
    }

    /** Two jobs within 20 minutes of each other, none of which had ended, stay together. */
    @Test
    void jobsOfABatchKeepTheirDistances() {
        job(0, 4, 10, "other", 0);
        job(0, 4, 30, "ann", 0);
        job(35, 1, 100, "ann", 0);
        job(50, 1, 10, "ann", 0);

        assertThat(submissions(4)).containsExactly(0L, 0L, 45L, 60L);
    }

    /** A session begins when it did, or as many days later as the user is late. */
    @Test
    void aLateSessionBeginsAtTheSameTimeOfALaterDay() {
        job(0, 4, 1_500, "other", 0);
        job(0, 4, 30, "ann", 0);
        job(600, 4, 10, "ann", 0);
        job(615, 4, 10, "ann", 0);

        assertThat(submissions(4)).containsExactly(0L, 0L, 600L + 1_440, 615L + 1_440);
        assertThat(submissions(8)).containsExactly(0L, 0L, 600L, 615L);
    }

    /** What still ran in the log when a session began is not waited for. */
    @Test
    void nobodyWaitsForWhatStillRan() {
        job(0, 4, 100, "ann", 100);
        job(150, 1, 10, "ann", 0);

        assertThat(submissions(4)).containsExactly(0L, 150L);
    }

    @Test
    void usersWithoutNamesDoNotWait() {
        job(0, 4, 10, "other", 0);
        job(0, 4, 30, "", 0);
        job(35, 4, 10, "", 0);

        assertThat(submissions(4)).containsExactly(0L, 0L, 35L);
    }

    /** The next comes 5 minutes after the one that the machine cannot take was refused. */
    @Test
    void whoIsRefusedGoesOn() {
        job(0, 9, 30, "ann", 0);
        job(35, 4, 10, "ann", 0);

        assertThat(submissions(4)).containsExactly(0L, 5L);
    }

    @Test
    void unknownWaitsAreCounted() {
        job(0, 1, 30, "ann", -1);
        job(35, 1, 10, "ann", 0);

        assertThat(Feedback.unknownWaits(log())).isEqualTo(1);
        assertThat(submissions(4)).containsExactly(0L, 35L);
        assertThatThrownBy(() -> new Feedback(-1)).hasMessageContaining("must be at least 0");
    }

    @Test
    void sessionsAndBatchesAreCounted() {
        job(0, 1, 30, "ann", 0);
        job(35, 1, 10, "ann", 0);
        job(300, 1, 10, "ann", 0);
        job(300, 1, 10, "bob", 0);
        Workload workload = new Feedback(Feedback.PAUSE_MILLIS).of(log());

        assertThat(workload.dependencies().batchCount()).isEqualTo(4);
        assertThat(workload.dependencies().sessionCount()).isEqualTo(3);
    }

    private static List<TwinUsers.One> world(SplittableRandom random, int nodes) {
        List<Job> jobs = new ArrayList<>();
        int count = 2 + random.nextInt(14);
        long at = 0;
        for (int i = 0; i < count; i++) {
            at += random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(6);
            long run = 1L + random.nextInt(25);
            jobs.add(
                    new Job(
                            i + 1,
                            at,
                            1 + random.nextInt(nodes),
                            Math.max(1, run + random.nextInt(12) - 3),
                            run,
                            "u" + random.nextInt(3),
                            "",
                            ""));
        }
        List<TwinUsers.One> all = new ArrayList<>();
        for (Job job : jobs) {
            all.add(new TwinUsers.One(job, random.nextInt(3) * random.nextInt(20), all.size()));
        }
        return all;
    }

    private static Workload workload(List<TwinUsers.One> world, long unit) {
        WorkloadBuilder builder = new WorkloadBuilder("world").keepLoggedWaits();
        for (TwinUsers.One one : world) {
            Job job = one.job;
            builder.add(
                    job.id(),
                    job.submitMillis() * unit,
                    job.nodes(),
                    job.walltimeMillis() * unit,
                    job.runMillis() * unit,
                    builder.user(job.user()),
                    -1,
                    -1,
                    (one.loggedEnd - job.submitMillis() - job.runMillis()) * unit);
        }
        return builder.build();
    }

    /** The twin looks every hour, and a day has 24. */
    @Test
    void allSubmissionsEqualTheTwins() {
        int lateSessions = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int nodes = 1 + random.nextInt(4);
            long pause = random.nextInt(12);
            List<TwinUsers.One> world = world(random, nodes);
            Workload workload = new Feedback(pause * HOUR).of(workload(world, HOUR));
            boolean easy = seed % 2 == 0;
            new TwinUsers(world, nodes, pause, 24, easy).play(2_000);
            JobLog log = run(workload, nodes, easy ? Backfills.easy() : Backfills.none());
            for (int job = 0; job < workload.count(); job++) {
                TwinUsers.One one = world.get(job);
                assertThat(log.jobs().submitMillis(job))
                        .as("seed %d job %d", seed, job)
                        .isEqualTo(one.submit * HOUR);
                assertThat(log.startMillis(job)).as("seed %d", seed).isEqualTo(one.start * HOUR);
                lateSessions += one.submit >= one.job.submitMillis() + 24 ? 1 : 0;
            }
        }
        assertThat(lateSessions).isGreaterThan(WORLDS / 4);
    }

    /**
     * Times of the log are changed once it is known who waited for what: the twin reads the log as
     * it was, and plays the jobs as they are.
     */
    @Test
    void changedTimesChangeNobodysReasonsToWait() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int nodes = 1 + random.nextInt(4);
            long pause = random.nextInt(12);
            List<TwinUsers.One> world = world(random, nodes);
            Workload linked = new Feedback(pause * HOUR).of(workload(world, HOUR));
            WorkloadBuilder copy = new WorkloadBuilder("changed").keepLoggedWaits();
            for (TwinUsers.One one : world) {
                copy.addLike(
                        linked,
                        one.place,
                        one.job.id(),
                        Math.max(0, one.job.submitMillis() + random.nextInt(9) - 4) * HOUR,
                        one.job.nodes(),
                        Math.max(1, one.job.runMillis() + random.nextInt(5) - 2) * HOUR,
                        one.job.user());
            }
            linked.dependencies()
                    .copyTo(copy.dependencies(), IntStream.range(0, world.size()).toArray());
            Workload changed = copy.build();
            TwinUsers.One[] ones = new TwinUsers.One[world.size()];
            for (int row = 0; row < changed.count(); row++) {
                TwinUsers.One logged = world.get((int) changed.jobs().id(row) - 1);
                Job job =
                        new Job(
                                logged.job.id(),
                                changed.jobs().submitMillis(row) / HOUR,
                                logged.job.nodes(),
                                logged.job.walltimeMillis(),
                                changed.runMillis(row) / HOUR,
                                logged.job.user(),
                                "",
                                "");
                ones[logged.place] = new TwinUsers.One(job, logged, row);
            }
            new TwinUsers(List.of(ones), nodes, pause, 24, true).play(2_000);
            JobLog log = run(changed, nodes, Backfills.easy());
            for (TwinUsers.One one : ones) {
                assertThat(log.jobs().submitMillis(one.place))
                        .as("seed %d job %d", seed, one.job.id())
                        .isEqualTo(one.submit * HOUR);
                assertThat(log.startMillis(one.place))
                        .as("seed %d job %d", seed, one.job.id())
                        .isEqualTo(one.start * HOUR);
            }
        }
    }

    /** Whoever waits as in the log submits as in the log. */
    @Test
    void aScheduleThatIsTheLogsGivesTheLog() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(~seed);
            List<TwinUsers.One> world = new ArrayList<>(world(random, 3));
            List<Job> plain =
                    world.stream()
                            .map(one -> one.job)
                            .map(job ->
                                    new Job(
                                            job.id(),
                                            job.submitMillis(),
                                            job.nodes(),
                                            job.runMillis(),
                                            job.runMillis(),
                                            job.user(),
                                            "",
                                            ""))
                            .sorted(Comparator.comparingLong(Job::id))
                            .toList();
            JobLog told = run(Workload.of("log", plain), 3, Backfills.easy());
            List<TwinUsers.One> logged = new ArrayList<>();
            for (Job job : plain) {
                int place = logged.size();
                logged.add(new TwinUsers.One(job, told.waitMillis(place), place));
            }
            Workload workload = new Feedback(random.nextInt(12)).of(workload(logged, 1));
            JobLog log = run(workload, 3, Backfills.easy());
            for (int job = 0; job < workload.count(); job++) {
                assertThat(log.state(job)).isEqualTo(JobState.COMPLETED);
                assertThat(log.jobs().submitMillis(job)).isEqualTo(plain.get(job).submitMillis());
                assertThat(log.startMillis(job)).isEqualTo(told.startMillis(job));
            }
        }
    }
}
