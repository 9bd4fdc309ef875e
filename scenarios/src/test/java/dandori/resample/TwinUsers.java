package dandori.resample;

import dandori.job.Job;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Users who wait for their jobs, by the rules as they are written: each millisecond everything is
 * looked at again. First come first served, with EASY or without.
 */
final class TwinUsers {

    /** A job, what the log tells of it, and what becomes of it. */
    static final class One {
        final Job job;
        final long loggedSubmit;
        final long loggedEnd;
        final int place;
        long submit = -1; // -1: not known
        long start = -1;
        long end = -1;

        One(Job job, long loggedWait, int place) {
            this.job = job;
            this.place = place;
            loggedSubmit = job.submitMillis();
            loggedEnd = loggedSubmit + loggedWait + job.runMillis();
        }

        /** A job whose times are not those of the log any more. */
        One(Job changed, One logged, int place) {
            job = changed;
            this.place = place;
            loggedSubmit = logged.loggedSubmit;
            loggedEnd = logged.loggedEnd;
        }
    }

    private record Group(List<One> jobs, List<One> awaited, long think) {}

    private final int nodes;
    private final long pause;
    private final boolean easy;
    private final long day;
    private final List<One> all;
    private final List<List<Group>> users = new ArrayList<>();

    TwinUsers(List<One> all, int nodes, long pause, long day, boolean easy) {
        this.all = all;
        this.nodes = nodes;
        this.pause = pause;
        this.day = day;
        this.easy = easy;
        all.stream()
                .map(one -> one.job.user())
                .distinct()
                .forEach(user ->
                        users.add(
                                groups(
                                        all.stream()
                                                .filter(one -> one.job.user().equals(user))
                                                .toList())));
    }

    private List<Group> groups(List<One> its) {
        List<Group> groups = new ArrayList<>();
        List<One> unseen = new ArrayList<>();
        long before = Long.MIN_VALUE;
        for (One one : its) {
            long now = one.loggedSubmit;
            List<One> ended = unseen.stream().filter(other -> other.loggedEnd < now).toList();
            if (groups.isEmpty() || !ended.isEmpty() || now - before > pause) {
                long since = before;
                for (One other : ended) {
                    since = Math.max(since, other.loggedEnd);
                }
                long think = groups.isEmpty() ? 0 : now - since;
                groups.add(new Group(new ArrayList<>(), ended, think > pause ? -1 : think));
                unseen.removeAll(ended);
            }
            groups.get(groups.size() - 1).jobs.add(one);
            unseen.add(one);
            before = now;
        }
        return groups;
    }

    /** Plays all jobs, at most up to an instant. */
    void play(long until) {
        for (long now = 0; now <= until; now++) {
            for (One one : all) {
                if (one.start >= 0 && one.end < 0 && plannedEnd(one, true) == now) {
                    one.end = now;
                }
            }
            users.forEach(this::decide);
            pass(now);
        }
    }

    private void decide(List<Group> groups) {
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (group.jobs.get(0).submit >= 0) {
                continue;
            }
            long first =
                    group.jobs.stream()
                            .mapToLong(one -> one.job.submitMillis())
                            .min()
                            .orElseThrow();
            long begin = first;
            if (i > 0) {
                List<One> before = groups.get(i - 1).jobs;
                long due = before.stream().mapToLong(one -> one.submit).max().orElseThrow();
                if (due < 0 || group.awaited.stream().anyMatch(one -> one.end < 0)) {
                    return;
                }
                for (One one : group.awaited) {
                    due = Math.max(due, one.end);
                }
                if (group.think >= 0) {
                    begin = due + group.think;
                }
                while (group.think < 0 && begin < due) {
                    begin += day;
                }
            }
            for (One one : group.jobs) {
                one.submit = begin + one.job.submitMillis() - first;
            }
        }
    }

    private static long plannedEnd(One one, boolean knowsRunTime) {
        long walltime = one.job.walltimeMillis();
        return one.start + (knowsRunTime ? Math.min(walltime, one.job.runMillis()) : walltime);
    }

    private List<One> running() {
        return all.stream().filter(one -> one.start >= 0 && one.end < 0).toList();
    }

    private int free() {
        return nodes - running().stream().mapToInt(one -> one.job.nodes()).sum();
    }

    private void pass(long now) {
        List<One> queue = new ArrayList<>(all);
        queue.removeIf(one -> one.submit < 0 || one.submit > now || one.start >= 0);
        queue.sort(
                Comparator.<One>comparingLong(one -> one.submit)
                        .thenComparingInt(one -> one.place));
        while (!queue.isEmpty() && queue.get(0).job.nodes() <= free()) {
            queue.remove(0).start = now;
        }
        if (!easy || queue.isEmpty()) {
            return;
        }
        One head = queue.remove(0);
        long shadow = now;
        int then = free();
        while (then < head.job.nodes()) {
            shadow++;
            long at = shadow;
            then =
                    nodes
                            - running().stream()
                                    .filter(one -> plannedEnd(one, false) > at)
                                    .mapToInt(one -> one.job.nodes())
                                    .sum();
        }
        int spare = then - head.job.nodes();
        for (One one : queue) {
            boolean ends = now + one.job.walltimeMillis() <= shadow;
            if (one.job.nodes() <= free() && (ends || one.job.nodes() <= spare)) {
                one.start = now;
                spare -= ends ? 0 : one.job.nodes();
            }
        }
    }
}
