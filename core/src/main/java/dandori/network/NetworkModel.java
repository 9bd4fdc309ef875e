package dandori.network;

import dandori.job.Communication;
import dandori.machine.Machine;
import dandori.machine.NodeSet;

/**
 * What the network does to running jobs: how fast each of them gets on.
 *
 * <p>A speed is work done over time passed: 1 on the best place of the machine, alone; less where
 * the job waits for its messages. The simulation asks after each instant and moves ends.
 */
public interface NetworkModel {

    /** Every job runs at full speed. */
    NetworkModel NONE =
            new NetworkModel() {
                @Override
                public NetworkModel forRun(Machine machine) {
                    return this;
                }

                @Override
                public void started(
                        int job, NodeSet nodes, Communication communication, long runMillis) {}

                @Override
                public void ended(int job) {}

                @Override
                public void changes(Listener listener) {}
            };

    /** The instance to be used in one run of one machine. */
    NetworkModel forRun(Machine machine);

    /**
     * Told that a job which communicates has started.
     *
     * @param job its row
     * @param nodes its nodes
     * @param communication what it sends
     * @param runMillis how long it would run on the best place, alone
     */
    void started(int job, NodeSet nodes, Communication communication, long runMillis);

    /** Told that a job which communicates has ended. */
    void ended(int job);

    /**
     * Names each running job whose speed has changed since the last call, in order of row. A job
     * starts at speed 1 and is named at the first call after its start if it is slower.
     */
    void changes(Listener listener);

    /** Whether it knows what each link carries. */
    default boolean looksAtLinks() {
        return false;
    }

    /**
     * Names each link that carries anything, once, as it is since the last {@link #changes}; none
     * where links are not looked at.
     */
    default void loads(LoadListener listener) {}

    /** Takes what a link carries. */
    @FunctionalInterface
    interface LoadListener {

        /**
         * What a link carries.
         *
         * @param bytesPerSecond the messages of all jobs on it, spread evenly over their runs; at
         *     most what it can carry, but for rounding
         * @param isContended whether at least two jobs cross it which, if each were alone, would
         *     send more over it than it carries
         */
        void load(int link, double bytesPerSecond, boolean isContended);
    }

    /** Takes a new speed. */
    @FunctionalInterface
    interface Listener {

        /** The job now runs at the speed, above 0 and at most 1. */
        void speed(int job, double speed);
    }
}
