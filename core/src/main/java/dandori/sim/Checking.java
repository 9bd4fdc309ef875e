package dandori.sim;

import java.util.Locale;

/**
 * How much a run checks itself. A check that fails ends the run with a {@link
 * CheckFailedException}.
 */
public enum Checking {
    /**
     * Nothing is checked beyond what would break the run itself. For the last per cent of speed in
     * studies whose policies have been checked before.
     */
    OFF,
    /**
     * The default: each action is checked in O(1). A job that is started waits; its nodes are free
     * and as many as it asks for; a wake-up lies after now. This catches policies that act wrongly,
     * and costs too little to be measured.
     */
    CHEAP,
    /**
     * After each pass, the state is computed again from scratch and compared: free nodes from the
     * running jobs, the queue's order and its tree from its members, each set of nodes from the
     * pool. And the head of the queue is held to what EASY and its kin promise: while it stays
     * head, it starts no later than its first shadow time. Where there are resource groups, jobs
     * are held to the nodes and the calendars of theirs. Costs O(queue + running) a pass: a few
     * times the run where few jobs wait, a hundred times where thousands do. This catches faults of
     * the engine, which no result shows.
     */
    FULL;

    /** The word on the command line and in scenario files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
