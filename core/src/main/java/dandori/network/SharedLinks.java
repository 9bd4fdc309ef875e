package dandori.network;

import dandori.interconnect.FlowTable;
import dandori.interconnect.MaxMinSharing;
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
    private final Paces paces = new Paces();
    private final MaxMinSharing sharing = new MaxMinSharing();
    private final FlowTable flows = new FlowTable();
    private final int[] numberOf; // by link: its number in the component, -1 outside
    private double[] best = new double[16]; // by slot: what a node gets on the best place
    private boolean[] isTouched = new boolean[16]; // by slot: someone it shares links with changed
    private int[] touched = new int[16]; // slots, each once
    private int touchedCount;
    private int[] component = new int[16]; // slots
    private boolean[] isIn = new boolean[16]; // by slot: in the component
    private double[] capacity = new double[16]; // by number in the component
    private int[] links = new int[16]; // by number in the component
    private int linkCount;

    SharedLinks(LinkSharing model, Machine machine) {
        this.model = model;
        footprints = new Footprints(machine.interconnect());
        bestPlace = new BestPlace(footprints);
        table = new LinkTable(footprints.capacity());
        numberOf = new int[footprints.capacity().length];
        Arrays.fill(numberOf, -1);
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
            isTouched = Arrays.copyOf(isTouched, 2 * slot);
            touched = Arrays.copyOf(touched, 2 * slot);
            component = Arrays.copyOf(component, 2 * slot);
            isIn = Arrays.copyOf(isIn, 2 * slot);
        }
        best[slot] = rate;
        table.add(slot, footprints.of(communication.pattern(), Nodes.of(nodes)));
        touch(slot);
    }

    @Override
    public void ended(int job) {
        int slot = paces.slot(job);
        if (slot < 0) {
            return;
        }
        for (int hot = table.firstHot(slot); hot >= 0; hot = table.nextHot(hot)) {
            int entry = table.firstOnLink(table.link(hot));
            for (; entry >= 0; entry = table.nextOnLink(entry)) {
                touch(table.slot(entry));
            }
        }
        table.remove(slot);
        paces.remove(slot);
        if (isTouched[slot]) {
            isTouched[slot] = false;
            int place = 0;
            while (touched[place] != slot) {
                place++;
            }
            touched[place] = touched[--touchedCount];
        }
    }

    private void touch(int slot) {
        if (!isTouched[slot]) {
            isTouched[slot] = true;
            touched[touchedCount++] = slot;
        }
    }

    @Override
    public void changes(Listener listener) {
        for (int i = 0; i < touchedCount; i++) {
            if (isTouched[touched[i]]) {
                solve(touched[i]);
            }
        }
        touchedCount = 0;
        paces.tell(listener);
    }

    /** Shares the contended links among all jobs that they join to one. */
    private void solve(int from) {
        flows.clear();
        linkCount = 0;
        int size = 0;
        component[size++] = from;
        isIn[from] = true;
        for (int next = 0; next < size; next++) {
            int job = component[next];
            isTouched[job] = false;
            flows.add(1, table.alone(job));
            for (int hot = table.firstHot(job); hot >= 0; hot = table.nextHot(hot)) {
                int link = table.link(hot);
                if (numberOf[link] < 0) {
                    number(link);
                    size = reach(link, size);
                }
                flows.loads(numberOf[link], table.use(hot));
            }
        }
        if (linkCount > 0) {
            sharing.solve(flows, capacity, linkCount);
        }
        for (int i = 0; i < size; i++) {
            int job = component[i];
            isIn[job] = false;
            double rate = linkCount > 0 ? sharing.rate(i) : table.alone(job);
            paces.stretch(job, best[job] / rate);
        }
        for (int number = 0; number < linkCount; number++) {
            numberOf[links[number]] = -1;
        }
    }

    private void number(int link) {
        if (linkCount == links.length) {
            links = Arrays.copyOf(links, 2 * linkCount);
            capacity = Arrays.copyOf(capacity, 2 * linkCount);
        }
        links[linkCount] = link;
        capacity[linkCount] = table.capacity(link);
        numberOf[link] = linkCount++;
    }

    /** Adds the jobs on a link to the component; how many it has then. */
    private int reach(int link, int before) {
        int size = before;
        for (int entry = table.firstOnLink(link); entry >= 0; entry = table.nextOnLink(entry)) {
            int job = table.slot(entry);
            if (!isIn[job]) {
                isIn[job] = true;
                component[size++] = job;
            }
        }
        return size;
    }
}
