package dandori.policy.order;

import dandori.job.Consumption;
import dandori.policy.share.AccountTree;
import dandori.policy.share.Allotments;
import dandori.policy.share.HierarchicalShares;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Who is next, by what is held and by the turns that have been dealt before: progressive filling.
 */
final class Turns {

    private final AccountTree tree;
    private final Resources resources;
    private Allotments held;
    private Allotments filled; // while turns are dealt: held, and the turns so far
    private double[] amounts = new double[1]; // of nodes alone while no job tells them apart
    private final boolean rescales;
    private @Nullable HierarchicalShares rescaled; // like filled; null unless it rescales
    private final List<IntArrayList> waiting = new ArrayList<>(); // jobs of each user, by sequence
    private long[] first = new long[16]; // by node: the earliest sequence among turns left
    private int[] dealt = new int[16]; // by user: jobs that have had their turn
    private double[] turn = new double[64]; // by job
    private int count;
    private int due; // the first turn of those that have not started
    private int[][] busy = new int[16][]; // by account: children with turns left
    private int[] busyCount = new int[16];
    private float[] need = new float[16]; // by node: held / shares, while turns are dealt

    Turns(AccountTree tree, Resources resources, boolean rescales) {
        this.tree = tree;
        this.resources = resources;
        this.rescales = rescales;
        held = new Allotments(resources.total());
        filled = new Allotments(resources.total());
        rescaled = rescales ? new HierarchicalShares(tree, resources.total()) : null;
    }

    /** From now on all resources count, since a job uses less of one than of another. */
    private void tellResourcesApart() {
        double[] totals = new double[Resources.COUNT];
        Arrays.fill(totals, resources.total());
        held = held.widened(totals);
        filled = new Allotments(totals);
        rescaled = rescales ? new HierarchicalShares(tree, totals) : null;
        amounts = new double[totals.length];
    }

    private double[] amounts(int job, Situation now) {
        resources.of(now.nodesNeeded(job), now.jobs().request(job).consumption(), amounts);
        return amounts;
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
        if (amounts.length == 1
                && !now.jobs().request(job).consumption().equals(Consumption.WHOLE)) {
            tellResourcesApart();
        }
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

    /** A user holds what a job uses, and so do the accounts above. */
    void hold(int user, int job, Situation now) {
        add(held, user, amounts(job, now));
    }

    /** A user holds what a job has used no longer. */
    void release(int user, int job, Situation now) {
        double[] its = amounts(job, now);
        for (int i = 0; i < its.length; i++) {
            its[i] = -its[i];
        }
        add(held, user, its);
    }

    private void add(Allotments to, int user, double[] its) {
        for (int node = user; node > AccountTree.ROOT; node = tree.parent(node)) {
            to.add(node, its);
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
            if (rescaled == null) {
                add(filled, user, amounts(job, now));
            } else {
                fill(rescaled, user, job, now);
            }
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
        if (rescaled == null) {
            filled.copy(held);
        } else {
            rescaled.begin(held);
            settleAll(rescaled, now);
            goOnIfBlocked(rescaled, now);
        }
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

    /** Whether a user can be served no more after the turns that it has had. */
    private boolean isBlocked(HierarchicalShares shares, int user, Situation now) {
        IntArrayList its = listOf(waiting, user);
        if (dealt[user] >= its.size()) {
            return true;
        }
        double[] wants = amounts(its.get(dealt[user]), now);
        for (int i = 0; i < wants.length; i++) {
            if (wants[i] > 0 && shares.isUsedUp(i)) {
                return true;
            }
        }
        return false;
    }

    /** After a turn, what its job takes is held, and others may be blocked by that. */
    private void fill(HierarchicalShares shares, int user, int job, Situation now) {
        int before = usedUp(shares);
        shares.add(user, amounts(job, now));
        shares.block(user, isBlocked(shares, user, now));
        if (usedUp(shares) == before) {
            shares.settle(user);
        } else {
            settleAll(shares, now);
        }
        goOnIfBlocked(shares, now);
    }

    /** When nobody can be served any more, turns are dealt as if nothing was used up. */
    private void goOnIfBlocked(HierarchicalShares shares, Situation now) {
        if (shares.isBlocked(AccountTree.ROOT)) {
            shares.forgetWhatIsUsedUp();
            settleAll(shares, now);
        }
    }

    private int usedUp(HierarchicalShares shares) {
        int count = 0;
        for (int i = 0; i < amounts.length; i++) {
            count += shares.isUsedUp(i) ? 1 : 0;
        }
        return count;
    }

    private void settleAll(HierarchicalShares shares, Situation now) {
        for (int user = 0; user < tree.size(); user++) {
            if (tree.isUser(user)) {
                shares.block(user, isBlocked(shares, user, now));
            }
        }
        shares.settleAll();
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
        if (rescaled != null) {
            return neediest(siblings, size, rescaled);
        }
        int best = siblings[0];
        for (int i = 1; i < size; i++) {
            int other = siblings[i];
            if (isNeedier(other, best)) {
                best = other;
            }
        }
        return best;
    }

    /** The same among those who can be served; the need of all changes with every turn. */
    private int neediest(int[] siblings, int size, HierarchicalShares shares) {
        int best = -1;
        for (int i = 0; i < size; i++) {
            int other = siblings[i];
            if (shares.isBlocked(other)) {
                continue;
            }
            need[other] = (float) shares.need(other);
            if (best < 0 || isNeedier(other, best)) {
                best = other;
            }
        }
        return best;
    }

    private boolean isNeedier(int one, int other) {
        return need[one] < need[other] || need[one] == need[other] && first[one] < first[other];
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
