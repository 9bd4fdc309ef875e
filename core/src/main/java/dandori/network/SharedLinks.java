package dandori.network;

import dandori.job.Communication;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import java.util.Arrays;

/** {@link LinkSharing} in one run of one machine. */
final class SharedLinks implements NetworkModel {

    private final LinkSharing model;
    private final Footprints footprints;
    private final BestPlace bestPlace;
    private final LinkTable table;
    private final Rates rates;
    private final Paces paces = new Paces();
    private double[] best = new double[16]; // by slot: what a node gets on the best place

    SharedLinks(LinkSharing model, Machine machine) {
        this.model = model;
        footprints = new Footprints(machine.interconnect());
        bestPlace = new BestPlace(footprints);
        table = new LinkTable(footprints.capacity());
        rates = new Rates(table, footprints.capacity().length);
    }

    @Override
    public NetworkModel forRun(Machine machine) {
        return model.forRun(machine);
    }

    @Override
    public void started(int job, NodeSet nodes, Communication communication, long runMillis) {
        double rate = bestPlace.bytesPerSecond(communication.pattern(), nodes.size());
        if (rate == Double.POSITIVE_INFINITY) {
            return; // no message of such a job crosses a link
        }
        int slot = paces.add(job, communication, runMillis, rate);
        if (slot >= best.length) {
            best = Arrays.copyOf(best, 2 * slot);
        }
        best[slot] = rate;
        table.add(slot, footprints.of(communication.pattern(), Nodes.of(nodes)));
        rates.started(slot);
    }

    @Override
    public void ended(int job) {
        int slot = paces.slot(job);
        if (slot >= 0) {
            rates.ended(slot);
            table.remove(slot);
            paces.remove(slot);
        }
    }

    @Override
    public boolean looksAtLinks() {
        return true;
    }

    @Override
    public void loads(LoadListener listener) {
        double[] carried = new double[best.length];
        for (int slot = 0; slot < carried.length; slot++) {
            carried[slot] = paces.sending(slot) * best[slot];
        }
        table.loads(carried, listener);
    }

    @Override
    public void changes(Listener listener) {
        rates.settle(best, paces);
        paces.tell(listener);
    }
}
