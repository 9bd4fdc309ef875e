package dandori.policy.limit;

import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** Lists of jobs, each in one at most, in any order, so that any is taken out in O(1). */
final class RowLists {

    private int[] place = new int[64]; // by row: in its list

    void add(int job, IntArrayList list) {
        if (job >= place.length) {
            place = Arrays.copyOf(place, 2 * job);
        }
        place[job] = list.size();
        list.add(job);
    }

    /** Takes out a job; the last of the list takes its place. */
    void remove(int job, IntArrayList list) {
        int last = list.removeAtIndex(list.size() - 1);
        if (last != job) {
            list.set(place[job], last);
            place[last] = place[job];
        }
    }
}
