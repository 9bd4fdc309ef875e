package dandori.reference;

import dandori.job.Job;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * EASY by shape, first come first served, instant by instant on one array of booleans: everything
 * is looked for anew, but for the head's reservation, which stands as long as the rules say.
 */
public final class TwinEasyByShape {

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
    private final int candidates;
    private final List<Played> waiting = new ArrayList<>();
    private final List<Played> running = new ArrayList<>();
    private final boolean[] free;
    private long now;

    private @org.jspecify.annotations.Nullable Played holder;
    private long shadow = Long.MAX_VALUE;
    private int[] reserved = {};
    private boolean isStale;

    private TwinEasyByShape(TwinTorus torus, int candidates) {
        this.torus = torus;
        this.candidates = candidates;
        free = new boolean[torus.nodes()];
        java.util.Arrays.fill(free, true);
    }

    /** Plays jobs that are in order of submission. */
    public static List<Played> play(TwinTorus torus, List<Job> jobs, int candidates) {
        TwinEasyByShape twin = new TwinEasyByShape(torus, candidates);
        List<Played> all = new ArrayList<>();
        for (Job job : jobs) {
            all.add(new Played(job, all.size(), torus.need(job)));
        }
        twin.run(all);
        return all;
    }

    private void run(List<Played> all) {
        int arrived = 0;
        while (arrived < all.size() || !running.isEmpty()) {
            now = running.stream().mapToLong(Played::end).min().orElse(Long.MAX_VALUE);
            if (arrived < all.size()) {
                now = Math.min(now, all.get(arrived).job.submitMillis());
            }
            endAll();
            while (arrived < all.size() && all.get(arrived).job.submitMillis() == now) {
                Played job = all.get(arrived++);
                if (job.need.nodes() <= torus.nodes()) {
                    waiting.add(job);
                }
            }
            pass();
        }
        if (!waiting.isEmpty()) {
            throw new IllegalStateException("Left over: " + waiting.size());
        }
    }

    private void endAll() {
        List<Played> ending = new ArrayList<>(running);
        ending.removeIf(job -> job.end() > now);
        for (Played job : ending) {
            running.remove(job);
            mark(job.nodes, true, free);
            isStale |= job.estimatedEnd() >= shadow;
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
        while (!waiting.isEmpty() && starts(waiting.get(0), free)) {}
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
            if (!hopeless.contains(job.need) && !starts(job, isShort ? free : outside())) {
                hopeless.add(job.need);
            }
        }
    }

    private boolean[] outside() {
        boolean[] outside = free.clone();
        for (int node : reserved) {
            outside[node] = false;
        }
        return outside;
    }

    private boolean starts(Played job, boolean[] where) {
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
        List<Played> ending = new ArrayList<>(running);
        ending.sort(Comparator.comparingLong(Played::estimatedEnd));
        boolean[] scratch = free.clone();
        for (int i = 0; i < ending.size(); i++) {
            mark(ending.get(i).nodes, true, scratch);
            boolean isLast =
                    i + 1 == ending.size()
                            || ending.get(i + 1).estimatedEnd() > ending.get(i).estimatedEnd();
            int[] found = isLast ? torus.place(head.need, scratch) : null;
            if (found != null) {
                shadow = ending.get(i).estimatedEnd();
                reserved = found;
                return;
            }
        }
    }
}
