package dandori.sim;

import dandori.wait.Timeline;
import dandori.wait.WaitBook;

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
    final int example; // one of them, waiting or not
    final Timeline reasons = new Timeline(); // while any of them waits
    int waiting; // how many do
    int place = -1; // among the needs of waiting jobs
    boolean isFresh; // the first of them has come since the last pass

    WaitNeed(Kind kind, int example, WaitBook book) {
        number = book.newNeed(reasons);
        nodes = kind.nodes;
        form = kind.form;
        this.example = example;
    }
}
