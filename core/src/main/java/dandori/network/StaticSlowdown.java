package dandori.network;

import dandori.job.Communication;
import dandori.machine.Machine;
import dandori.machine.NodeSet;

/**
 * A job's speed follows from where it stands, whoever else is about: {@code static}.
 *
 * <p>The speed is set once, at the start, from how far {@link Scatter} finds its nodes apart in
 * comparison with the best place. What a node gets on the best place is found as in {@link
 * LinkSharing}.
 *
 * <p>Cost: O(intervals + switches) a start, beside the first start of each pattern and number of
 * nodes.
 *
 * <p>Limits: two jobs on the same links do not slow each other; a job that stands badly pays the
 * same on an empty machine as on a full one.
 */
public final class StaticSlowdown implements NetworkModel {

    /** The model; {@link #forRun} gives the instance that a run uses. */
    public StaticSlowdown() {}

    static IllegalStateException noRun() {
        return new IllegalStateException(
                "This network model is in no run.\nMaybe call forRun(machine) first.");
    }

    @Override
    public NetworkModel forRun(Machine machine) {
        return new PlacedOnce(machine);
    }

    @Override
    public void started(int job, NodeSet nodes, Communication communication, long runMillis) {
        throw noRun();
    }

    @Override
    public void ended(int job) {
        throw noRun();
    }

    @Override
    public void changes(Listener listener) {
        throw noRun();
    }

    private final class PlacedOnce implements NetworkModel {

        private final BestPlace bestPlace;
        private final Scatter scatter;
        private final Paces paces = new Paces();

        PlacedOnce(Machine machine) {
            bestPlace = new BestPlace(new Footprints(machine.interconnect()));
            scatter = new Scatter(machine.interconnect());
        }

        @Override
        public NetworkModel forRun(Machine machine) {
            return StaticSlowdown.this.forRun(machine);
        }

        @Override
        public void started(int job, NodeSet nodes, Communication communication, long runMillis) {
            double rate = bestPlace.bytesPerSecond(communication.pattern(), nodes.size());
            double times = scatter.stretch(communication.pattern(), nodes);
            if (rate < Double.POSITIVE_INFINITY && times > 1) {
                paces.stretch(paces.add(job, communication, runMillis, rate), times);
            }
        }

        @Override
        public void ended(int job) {
            int slot = paces.slot(job);
            if (slot >= 0) {
                paces.remove(slot);
            }
        }

        @Override
        public void changes(Listener listener) {
            paces.tell(listener);
        }
    }
}
