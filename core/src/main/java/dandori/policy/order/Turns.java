package dandori.policy.order;

import dandori.policy.share.AccountTree;
import dandori.policy.share.Allotments;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * Who is next, by what is held and by the turns that have been dealt before: progressive filling.
 */
final class Turns {

    private final AccountTree tree;
    private final Allotments held;
    private final Allotments filled; // while turns are dealt: held, and the turns so far
    private final List<IntArrayList> waiting = new ArrayList<>(); // jobs of each user, by sequence
    private long[] first = new long[16]; // by node: the earliest sequence among turns left
    private int[] dealt = new int[16]; // by user: jobs that have had their turn
    private double[] turn = new double[64]; // by job
    private int count;
    private int due; // the first turn of those that have not started
    private int[][] busy = new int[16][]; // by account: children with turns left
    private int[] busyCount = new int[16];
    private float[] need = new float[16]; // by node: held / shares, while turns are dealt

    Turns(AccountTree tree, int nodes) {
        this.tree = tree;
        held = new Allotments(nodes);
        filled = new Allotments(nodes);
    }

    /** The turn of a job, as dealt last; behind all others if none was. */
    double of(int job) {
        return turn[job];
    }

    /** How many jobs wait. */
    int waiting() {
        return count;
    }

    void join(int user, int job, Situation now) {
        if (job >= turn.length) {
            turn = Arrays.copyOf(turn, Math.max(job + 1, 2 * turn.length));
        }
        turn[job] = Double.POSITIVE_INFINITY;
        IntArrayList its = listOf(waiting, user);
        int place = its.size();
        while (place > 0 && now.jobs().sequence(its.get(place - 1)) > now.jobs().sequence(job)) {
            place--;
        }
        its.addAtIndex(place, job);
        count++;
    }

    void leave(int user, int job) {
        listOf(waiting, user).remove(job);
        count--;
    }

    /** Whether the job that starts is the next one, so that all others' turns stay as they are. */
    boolean isNext(int job) {
        boolean isNext = turn[job] == due;
        due++;
        return isNext;
    }

    /** A user holds so many nodes more, or fewer (negative), and so do the accounts above. */
    void hold(int user, int nodes) {
        add(held, user, nodes);
    }

    private void add(Allotments to, int user, int nodes) {
        for (int node = user; node > AccountTree.ROOT; node = tree.parent(node)) {
            to.add(node, nodes);
        }
    }

    /** Deals a turn to every job that waits. */
    void deal(Situation now) {
        begin(now);
        for (int next = 0; next < count; next++) {
            int user = AccountTree.ROOT;
            while (!tree.isUser(user)) {
                user = neediest(busy[user], busyCount[user]);
            }
            int job = waiting.get(user).get(dealt[user]++);
            turn[job] = next;
            add(filled, user, now.nodesNeeded(job));
            advance(user, now);
        }
        due = 0;
    }

    private void begin(Situation now) {
        int size = tree.size();
        if (first.length < size) {
            int room = Math.max(size, 2 * first.length);
            first = new long[room];
            dealt = new int[room];
            need = new float[room];
            busyCount = new int[room];
            busy = Arrays.copyOf(busy, room);
        }
        Arrays.fill(first, Long.MAX_VALUE);
        Arrays.fill(dealt, 0);
        Arrays.fill(busyCount, 0);
        filled.copy(held);
        for (int node = size - 1; node > AccountTree.ROOT; node--) { // children before parents
            IntArrayList its = listOf(waiting, node);
            if (!its.isEmpty()) {
                first[node] = now.jobs().sequence(its.get(0));
            }
            if (first[node] < Long.MAX_VALUE) {
                need[node] = needOf(node);
                join(tree.parent(node), node);
            }
        }
    }

    private void join(int parent, int node) {
        int place = busyCount[parent]++;
        int[] siblings = busy[parent] == null ? new int[4] : busy[parent];
        if (place == siblings.length) {
            siblings = Arrays.copyOf(siblings, 2 * place);
        }
        siblings[place] = node;
        busy[parent] = siblings;
        first[parent] = Math.min(first[parent], first[node]);
    }

    /** Who holds least for its shares; of equals, whose next job came first. */
    private int neediest(int[] siblings, int size) {
        int best = siblings[0];
        for (int i = 1; i < size; i++) {
            int other = siblings[i];
            if (need[other] < need[best]
                    || need[other] == need[best] && first[other] < first[best]) {
                best = other;
            }
        }
        return best;
    }

    /** To the digits of a float, so that what differs by rounding alone ties. */
    private float needOf(int node) {
        return tree.shares(node) == 0
                ? Float.POSITIVE_INFINITY
                : (float) (filled.dominantShare(node) / tree.shares(node));
    }

    /** After a turn, sees who is left on the way up. */
    private void advance(int user, Situation now) {
        IntArrayList its = waiting.get(user);
        first[user] =
                dealt[user] < its.size()
                        ? now.jobs().sequence(its.get(dealt[user]))
                        : Long.MAX_VALUE;
        for (int node = user; node > AccountTree.ROOT; node = tree.parent(node)) {
            int parent = tree.parent(node);
            need[node] = needOf(node);
            int[] siblings = busy[parent];
            long earliest = Long.MAX_VALUE;
            int left = 0;
            for (int i = 0; i < busyCount[parent]; i++) {
                int other = siblings[i];
                if (first[other] < Long.MAX_VALUE) {
                    siblings[left++] = other;
                    earliest = Math.min(earliest, first[other]);
                }
            }
            busyCount[parent] = left;
            first[parent] = earliest;
        }
    }

    private static IntArrayList listOf(List<IntArrayList> lists, int node) {
        while (lists.size() <= node) {
            lists.add(new IntArrayList(0));
        }
        return lists.get(node);
    }
}
