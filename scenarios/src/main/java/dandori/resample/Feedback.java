package dandori.resample;

import dandori.generate.Figure;
import dandori.job.Dependencies;
import dandori.job.Jobs;
import dandori.job.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.impl.factory.primitive.IntLists;

/**
 * Users who wait for their jobs: what a user submitted in the log after some of his jobs had ended
 * is submitted in a run when the same jobs have left.
 *
 * <p>Zakay and Feitelson, "Preserving User Behavior Characteristics in Trace-Based Simulation of
 * Parallel Job Scheduling", MASCOTS 2014: the log shows sessions, and in them batches of jobs, with
 * think times between the end of one batch and the submission of the next; these stay, and instants
 * follow from the schedule. So throughput is a result (Feitelson, "Resampling with Feedback", JSSPP
 * 2021).
 *
 * <p>The jobs of a user are gone through in order of submission. A job begins a batch if one of his
 * jobs has ended since the one before was submitted, or if that is longer ago than a session's
 * pause; the batch awaits all of his jobs that had ended, in the log, before it. He thinks for the
 * time from the later of these two, the last of the ends and the last submission, to the batch. If
 * that is longer than a pause, a session begins instead: at the time of the log, or so many whole
 * days later that all this has happened. A pause of 20 minutes is that of Shmueli and Feitelson,
 * "On Simulation and Design of Parallel-Systems Schedulers", IEEE TPDS 20(7), 2009; that batches
 * end with the first job that the user sees end, and that late sessions move by whole days, is
 * assumed.
 *
 * <p>If each job waits as it did in the log, each is submitted as it was. Nobody gives up, and
 * nobody submits jobs that the log has not; a session never begins before its time in the log, so
 * faster schedules gain within sessions only. Users whom the log does not name do not wait. Cost:
 * O(n log n) for n jobs.
 *
 * @param pauseMillis who thinks longer has left, and begins another session; at least 0
 */
public record Feedback(long pauseMillis) {

    /** What Shmueli and Feitelson take, 2009. */
    public static final long PAUSE_MILLIS = 20 * 60_000;

    /** Checks the pause. */
    public Feedback {
        if (pauseMillis < 0) {
            throw new IllegalArgumentException(
                    "pauseMillis (%d) must be at least 0.".formatted(pauseMillis));
        }
    }

    /**
     * The jobs of a log, whose users wait for them.
     *
     * @param log with the waits that it tells; those that it does not tell count as 0
     */
    public Workload of(Workload log) {
        TreeMap<Integer, MutableIntList> rowsOf = new TreeMap<>();
        for (int job = 0; job < log.count(); job++) {
            int user = log.jobs().user(job);
            if (user >= 0) {
                rowsOf.computeIfAbsent(user, any -> IntLists.mutable.empty()).add(job);
            }
        }
        return log.withDependencies(
                links -> rowsOf.values().forEach(rows -> addUser(log, rows.toArray(), links)));
    }

    /** What is known of users who wait: jobs, and what their waits are made of. */
    public List<Figure> figures(Workload workload) {
        Dependencies links = workload.dependencies();
        int batches = links == null ? 0 : links.batchCount();
        int sessions = links == null ? 0 : links.sessionCount();
        return List.of(
                new Figure("batches", batches, batches),
                new Figure("sessions", sessions, sessions),
                new Figure("jobs whose wait in the log is not known", 0, unknownWaits(workload)));
    }

    /** How many jobs have a wait that the log does not tell. */
    public static int unknownWaits(Workload log) {
        int unknown = 0;
        for (int job = 0; job < log.count(); job++) {
            unknown += log.jobs().loggedWaitMillis(job) < 0 ? 1 : 0;
        }
        return unknown;
    }

    /** When a job ended in the log. */
    private static long endMillis(Workload log, int job) {
        Jobs jobs = log.jobs();
        return jobs.submitMillis(job)
                + Math.max(0, jobs.loggedWaitMillis(job))
                + log.runMillis(job);
    }

    private void addUser(Workload log, int[] rows, Dependencies.Builder links) {
        Jobs jobs = log.jobs();
        PriorityQueue<Integer> going =
                new PriorityQueue<>(
                        Comparator.<Integer>comparingLong(job -> endMillis(log, job))
                                .thenComparing(Comparator.naturalOrder()));
        List<Integer> batch = new ArrayList<>();
        List<Integer> awaited = List.of();
        long think = 0;
        int previous = -1;
        long beforeMillis = 0;
        for (int row : rows) {
            long submit = jobs.submitMillis(row);
            List<Integer> ended = new ArrayList<>();
            while (!going.isEmpty() && endMillis(log, going.element()) < submit) {
                ended.add(going.remove());
            }
            boolean begins = !ended.isEmpty() || submit - beforeMillis > pauseMillis;
            if (begins && !batch.isEmpty()) {
                previous = links.batch(previous, array(batch), array(awaited), think);
                batch.clear();
                long since = beforeMillis;
                for (int job : ended) {
                    since = Math.max(since, endMillis(log, job));
                }
                think = submit - since > pauseMillis ? -1 : submit - since;
                awaited = ended;
            }
            batch.add(row);
            going.add(row);
            beforeMillis = submit;
        }
        links.batch(previous, array(batch), array(awaited), think);
    }

    private static int[] array(List<Integer> rows) {
        return rows.stream().mapToInt(row -> row).toArray();
    }
}
