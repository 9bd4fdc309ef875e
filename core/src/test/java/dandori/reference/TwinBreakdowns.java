package dandori.reference;

import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.job.Job;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Node by node and millisecond by millisecond: first come, first served on the lowest free nodes,
 * with EASY or without, while nodes break.
 */
public final class TwinBreakdowns {

    /** A job in this world. */
    public static final class Its {
        final Job asked;
        public long start = -1;
        public long end = -1;
        public int runs;
        public long lost;
        public boolean failed;
        boolean waits;
        boolean isThere;

        Its(Job asked) {
            this.asked = asked;
        }
    }

    private final Its[] on; // who is on a node
    private final long[] downUntil;
    private final List<Its> jobs = new ArrayList<>();
    private final boolean isEasy;
    private final boolean requeues;
    private long now;

    private TwinBreakdowns(int nodes, List<Job> all, boolean isEasy, boolean requeues) {
        on = new Its[nodes];
        downUntil = new long[nodes]; // repairs come after failures of the same instant
        Arrays.fill(downUntil, -1);
        this.isEasy = isEasy;
        this.requeues = requeues;
        all.forEach(job -> jobs.add(new Its(job)));
    }

    /** What becomes of jobs of whole milliseconds, each at least 1, until an instant. */
    public static List<Its> play(
            int nodes,
            List<Job> jobs,
            List<Failure> failures,
            boolean isEasy,
            boolean requeues,
            long until) {
        TwinBreakdowns world = new TwinBreakdowns(nodes, jobs, isEasy, requeues);
        for (world.now = 0; world.now <= until; world.now++) {
            world.instant(failures);
        }
        return world.jobs;
    }

    private void instant(List<Failure> failures) {
        for (Its job : jobs) {
            if (job.isThere && job.end == now) {
                leave(job);
            }
        }
        for (Failure failure : failures) {
            if (failure.atMillis() == now) {
                strike(failure);
            }
        }
        for (Its job : jobs) {
            job.waits |= job.asked.submitMillis() == now;
        }
        pass();
    }

    private void strike(Failure failure) {
        List<Its> hit = new ArrayList<>();
        List<Integer> fresh = new ArrayList<>();
        for (int node = 0; node < on.length; node++) {
            if (failure.nodes().contains(node) && downUntil[node] < now) {
                fresh.add(node);
                if (on[node] != null && !hit.contains(on[node])) {
                    hit.add(on[node]);
                }
            }
        }
        hit.sort(Comparator.comparingLong(job -> job.asked.id()));
        for (Its job : hit) {
            leave(job);
            job.lost += now - job.start;
            job.end = now;
            job.waits = requeues;
            job.failed = !requeues;
        }
        if (failure.cause() != Breakage.SOFTWARE) {
            fresh.forEach(node -> downUntil[node] = now + failure.repairMillis());
        }
    }

    private void leave(Its job) {
        job.isThere = false;
        for (int node = 0; node < on.length; node++) {
            on[node] = on[node] == job ? null : on[node];
        }
    }

    private int free() {
        int free = 0;
        for (int node = 0; node < on.length; node++) {
            free += isFree(node) ? 1 : 0;
        }
        return free;
    }

    private boolean isFree(int node) {
        return on[node] == null && downUntil[node] <= now;
    }

    private void pass() {
        List<Its> queue = new ArrayList<>(jobs.stream().filter(job -> job.waits).toList());
        queue.sort(
                Comparator.<Its>comparingLong(job -> job.asked.submitMillis())
                        .thenComparingLong(job -> job.asked.id()));
        while (!queue.isEmpty() && queue.get(0).asked.nodes() <= free()) {
            start(queue.remove(0));
        }
        if (queue.isEmpty() || !isEasy) {
            return;
        }
        int needed = queue.remove(0).asked.nodes();
        long shadow = Long.MAX_VALUE;
        for (Its job : jobs) {
            long end = job.start + job.asked.walltimeMillis();
            if (job.isThere && end < shadow && freeBy(end) >= needed) {
                shadow = end;
            }
        }
        int extra = shadow == Long.MAX_VALUE ? Integer.MAX_VALUE : freeBy(shadow) - needed;
        for (Its job : queue) {
            boolean isBefore = now + job.asked.walltimeMillis() <= shadow;
            boolean isBeside = job.asked.nodes() <= extra;
            if (job.asked.nodes() <= free() && (isBefore || isBeside)) {
                start(job);
                extra -= isBefore || extra == Integer.MAX_VALUE ? 0 : job.asked.nodes();
            }
        }
    }

    private int freeBy(long millis) {
        int free = free();
        for (Its job : jobs) {
            boolean ends = job.isThere && job.start + job.asked.walltimeMillis() <= millis;
            free += ends ? job.asked.nodes() : 0;
        }
        return free;
    }

    private void start(Its job) {
        job.waits = false;
        job.isThere = true;
        job.start = now;
        job.end = now + Math.min(job.asked.runMillis(), job.asked.walltimeMillis());
        job.runs++;
        int missing = job.asked.nodes();
        for (int node = 0; missing > 0; node++) {
            if (isFree(node)) {
                on[node] = job;
                missing--;
            }
        }
    }
}
