package dandori.reference;

import dandori.job.Job;
import dandori.machine.Outage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * EASY by shape, instant by instant on one array of booleans: everything is looked for anew, but
 * for the head's reservation, which stands as long as the rules say.
 */
public final class TwinEasyByShape {

    /** Jobs as they have come. */
    public static final Comparator<Job> FCFS = Comparator.comparingLong(Job::submitMillis);

    /** What became of a job. */
    public static final class Played {
        /** The job. */
        public final Job job;

        final int index;
        final TwinTorus.Need need;

        /** When it started; {@link Long#MAX_VALUE} if it was rejected. */
        public long start = Long.MAX_VALUE;

        /** Its nodes, ascending, counted from the first of the pool. */
        public int[] nodes = {};

        Played(Job job, int index, TwinTorus.Need need) {
            this.job = job;
            this.index = index;
            this.need = need;
        }

        long end() {
            return start + Math.min(job.runMillis(), job.walltimeMillis());
        }

        long estimatedEnd() {
            return start + job.walltimeMillis();
        }
    }

    private final TwinTorus torus;
    private final Comparator<Job> order;
    private final int candidates;
    private final List<Outage> outages;
    private final boolean[] away;
    private final List<Played> waiting = new ArrayList<>();
    private final List<Played> running = new ArrayList<>();
    private final boolean[] free;
    private long now;

    private @org.jspecify.annotations.Nullable Played holder;
    private long shadow = Long.MAX_VALUE;
    private int[] reserved = {};
    private boolean isStale;
    private boolean mindsSteps; // one lies before the end of the holder's slot

    private TwinEasyByShape(
            TwinTorus torus, Comparator<Job> order, List<Outage> outages, int candidates) {
        this.torus = torus;
        this.order = order;
        this.outages = outages;
        away = new boolean[torus.nodes()];
        this.candidates = candidates;
        free = new boolean[torus.nodes()];
        java.util.Arrays.fill(free, true);
    }

    /** Plays jobs that are in order of submission, first come first served on a pool that runs. */
    public static List<Played> play(TwinTorus torus, List<Job> jobs, int candidates) {
        return play(torus, jobs, FCFS, List.of(), candidates);
    }

    /**
     * Plays jobs that are in order of submission.
     *
     * @param order of the queue; jobs that are equal by it stand as they have come
     */
    public static List<Played> play(
            TwinTorus torus,
            List<Job> jobs,
            Comparator<Job> order,
            List<Outage> outages,
            int candidates) {
        TwinEasyByShape twin = new TwinEasyByShape(torus, order, outages, candidates);
        List<Played> all = new ArrayList<>();
        for (Job job : jobs) {
            all.add(new Played(job, all.size(), torus.need(job)));
        }
        twin.run(all);
        return all;
    }

    private void run(List<Played> all) {
        int arrived = 0;
        now = Long.MIN_VALUE / 2;
        while (arrived < all.size() || !running.isEmpty() || !waiting.isEmpty()) {
            long before = now;
            now = running.stream().mapToLong(Played::end).min().orElse(Long.MAX_VALUE);
            now = steps(before + 1).isEmpty() ? now : Math.min(now, steps(before + 1).first());
            if (arrived < all.size()) {
                now = Math.min(now, all.get(arrived).job.submitMillis());
            }
            if (now == Long.MAX_VALUE) {
                throw new IllegalStateException("Left over: " + waiting.size());
            }
            endAll();
            boolean isNew = now > before; // else a job without length has ended at once
            if (isNew && inService(now) != inService(now - 1)) {
                change(free, away, torus.nodes() - inService(now) - count(away));
                holder = null;
            }
            while (arrived < all.size() && all.get(arrived).job.submitMillis() == now) {
                Played job = all.get(arrived++);
                if (job.need.nodes() <= torus.nodes()) {
                    waiting.add(job);
                }
            }
            waiting.sort(Comparator.comparing(played -> played.job, order));
            pass();
        }
    }

    private int inService(long at) {
        return ReferencePlan.inService(torus.nodes(), outages, at);
    }

    /** The instants from one on at which nodes leave or come back. */
    private SortedSet<Long> steps(long from) {
        SortedSet<Long> steps = new TreeSet<>();
        for (Outage outage : outages) {
            steps.add(outage.fromMillis());
            steps.add(outage.toMillis());
        }
        steps.removeIf(at -> at < from || inService(at) == inService(at - 1));
        return steps;
    }

    private static int count(boolean[] set) {
        int count = 0;
        for (boolean one : set) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** The highest free nodes leave, or the lowest of those that are away come back. */
    private static void change(boolean[] free, boolean[] away, int leaving) {
        for (int left = leaving; left > 0; left--) {
            int node = free.length - 1;
            while (!free[node]) {
                node--;
            }
            free[node] = false;
            away[node] = true;
        }
        for (int left = leaving; left < 0; left++) {
            int node = 0;
            while (!away[node]) {
                node++;
            }
            free[node] = true;
            away[node] = false;
        }
    }

    /** Free by count at an instant to come, if nobody else starts. */
    private int freeAt(long at) {
        int nodes = inService(at);
        for (Played job : running) {
            nodes -= job.estimatedEnd() > at ? job.nodes.length : 0;
        }
        return nodes;
    }

    /** Whether so many are free at each change in a span, and at its beginning after one. */
    private boolean suffice(int nodes, long from, long to) {
        for (long step : steps(now + 1).headSet(to)) {
            if (freeAt(Math.max(step, from)) < nodes) {
                return false;
            }
        }
        return true;
    }

    private void endAll() {
        List<Played> ending = new ArrayList<>(running);
        ending.removeIf(job -> job.end() > now);
        for (Played job : ending) {
            running.remove(job);
            mark(job.nodes, true, free);
            isStale |= mindsSteps || job.estimatedEnd() >= shadow;
        }
    }

    private static void mark(int[] nodes, boolean isFree, boolean[] in) {
        for (int node : nodes) {
            if (in[node] == isFree) {
                throw new IllegalStateException("Node " + node);
            }
            in[node] = isFree;
        }
    }

    private void pass() {
        while (!waiting.isEmpty() && starts(waiting.get(0), free)) {
            holder = null; // perhaps the one that has started lies where another is to lie
        }
        if (waiting.isEmpty()) {
            holder = null;
            shadow = Long.MAX_VALUE;
            reserved = new int[0];
            return;
        }
        Played head = waiting.get(0);
        if (head != holder || isStale) {
            reserve(head);
        }
        Set<TwinTorus.Need> failed = new HashSet<>(); // nothing fits that did not, after a start
        Set<TwinTorus.Need> failedOutside = new HashSet<>();
        int tried = 0;
        for (Played job : List.copyOf(waiting)) {
            if (job == head || tried++ >= candidates) {
                continue;
            }
            boolean isShort = shadow == Long.MAX_VALUE || now + job.job.walltimeMillis() <= shadow;
            Set<TwinTorus.Need> hopeless = isShort ? failed : failedOutside;
            if (!isShort && !leavesEnough(job, head)) {
                continue;
            }
            if (!suffice(job.need.nodes(), now, now + job.job.walltimeMillis())) {
                continue;
            }
            if (!hopeless.contains(job.need) && !starts(job, isShort ? free : outside())) {
                hopeless.add(job.need);
            }
        }
    }

    private boolean leavesEnough(Played job, Played head) {
        long end =
                Math.min(
                        shadow + Math.max(1, head.job.walltimeMillis()),
                        now + job.job.walltimeMillis());
        int both = job.need.nodes() + head.need.nodes();
        return end <= shadow || suffice(both, shadow, end);
    }

    private boolean[] outside() {
        boolean[] outside = free.clone();
        for (int node : reserved) {
            outside[node] = false;
        }
        return outside;
    }

    private boolean starts(Played job, boolean[] where) {
        if (!suffice(job.need.nodes(), now, now + job.job.walltimeMillis())) {
            return false;
        }
        int[] nodes = torus.place(job.need, where);
        if (nodes == null) {
            return false;
        }
        job.nodes = nodes;
        job.start = now;
        mark(nodes, false, free);
        waiting.remove(job);
        running.add(job);
        return true;
    }

    private void reserve(Played head) {
        holder = head;
        isStale = false;
        shadow = Long.MAX_VALUE;
        reserved = new int[0];
        long length = Math.max(1, head.job.walltimeMillis());
        boolean[] scratch = free.clone();
        boolean[] gone = away.clone();
        SortedSet<Long> instants = steps(now + 1);
        running.forEach(job -> instants.add(job.estimatedEnd()));
        for (long at : instants) {
            for (Played job : running) {
                if (job.estimatedEnd() == at) {
                    mark(job.nodes, true, scratch);
                }
            }
            change(scratch, gone, torus.nodes() - inService(at) - count(gone));
            int[] found = torus.place(head.need, scratch);
            if (found != null && suffice(head.need.nodes(), at, at + length)) {
                shadow = at;
                reserved = found;
                break;
            }
        }
        long end = shadow == Long.MAX_VALUE ? shadow : shadow + length;
        mindsSteps = !steps(now + 1).headSet(end).isEmpty();
    }
}
