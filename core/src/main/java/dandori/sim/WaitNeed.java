package dandori.sim;

import dandori.wait.Timeline;
import dandori.wait.WaitBook;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** The jobs of a pool that need the same, and so wait for the same. */
final class WaitNeed {

    /**
     * What they have in common; -1 or 0 where it does not matter.
     *
     * @param nodes how many they take
     * @param group their resource group
     * @param form their form, where shape may decide
     * @param estimateMillis how long they are estimated to run, where plans for the nodes may
     *     decide
     */
    record Kind(int nodes, int group, int form, long estimateMillis) {}

    final int number; // in the book
    final int nodes;
    final int form;
    final Timeline reasons = new Timeline(); // while any of them waits
    private final IntArrayList waiting = new IntArrayList(); // those who do
    int place = -1; // among the needs of waiting jobs
    boolean isFresh; // the first of them has come since the last pass

    WaitNeed(Kind kind, WaitBook book) {
        number = book.newNeed(reasons);
        nodes = kind.nodes;
        form = kind.form;
    }

    /** How many wait. */
    int waiting() {
        return waiting.size();
    }

    /** One of those who wait: somebody must. Who waited before may need something else by now. */
    int example() {
        return waiting.getLast();
    }

    /** Adds a job that waits; its place among them. */
    int add(int job) {
        waiting.add(job);
        return waiting.size() - 1;
    }

    /** Takes out who stands at a place; whoever was last stands there from now on, and is told. */
    int remove(int place) {
        int last = waiting.removeAtIndex(waiting.size() - 1);
        if (place < waiting.size()) {
            waiting.set(place, last);
        }
        return last;
    }
}
