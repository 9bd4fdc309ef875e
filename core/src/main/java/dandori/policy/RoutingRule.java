package dandori.policy;

import dandori.machine.Machine;
import dandori.state.Situation;
import java.util.List;

/**
 * To which machine a job goes that may go to several: the one that suits it best, once, when it is
 * submitted; among equals its home, then the first.
 *
 * <p>What is free or promised at that instant is what the last pass left; what ends then has ended.
 */
@FunctionalInterface
public interface RoutingRule {

    /**
     * How little a machine suits a job: smaller is better; NaN if it is no candidate. A job without
     * any candidate stays at home.
     *
     * @param job the job, whose nodes and times are those that it would have there
     * @param there the machine
     */
    double cost(int job, Destination there);

    /** Whether every job goes to its home, whatever else there is. */
    default boolean keepsHome() {
        return false;
    }

    /**
     * The instance to be used in one run.
     *
     * @param machines all machines, in order
     */
    default RoutingRule forRun(List<Machine> machines) {
        return this;
    }

    /** A machine to which a job may go. */
    interface Destination {

        /** The pool in which the job would wait. */
        Situation pool();

        /** The nodes that the job would take there; at least 1. */
        int nodes();

        /** How long the rules there would be told that it runs, in milliseconds. */
        long estimateMillis();

        /** When it would be in the queue there: now, or later where its data must be moved. */
        long arrivalMillis();

        /** How many jobs are on their way there; the first of them arrives first. */
        int comingCount();

        /** The nodes of a job that is on its way. */
        int comingNodes(int place);

        /** How long a job that is on its way is estimated to run, in milliseconds. */
        long comingEstimateMillis(int place);

        /** When a job that is on its way arrives, in milliseconds since the origin. */
        long comingMillis(int place);

        /** The node milliseconds of all that are on their way. O(1). */
        long comingNodeMillis();
    }
}
