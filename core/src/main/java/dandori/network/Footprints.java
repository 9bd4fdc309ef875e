package dandori.network;

import dandori.interconnect.Interconnect;
import dandori.job.Pattern;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Lays the messages of a job on the links of one interconnect.
 *
 * <p>Cost of one footprint: one route for each pair that {@link Traffic} names, and O(1) for each
 * link on it. Memory: 16 bytes for each link of the machine, once. Not thread safe.
 */
final class Footprints implements Traffic.Pair {

    private final Interconnect wiring;
    private final double[] capacity; // bytes per second, by link
    private final double[] load; // by link; all 0 between two footprints
    private int[] touched = new int[64]; // links with a load
    private int count;
    private double share; // of the pair that is being routed
    private final IntConsumer add = this::add; // one object for all routes

    Footprints(Interconnect wiring) {
        this.wiring = wiring;
        capacity = new double[wiring.linkCount()];
        load = new double[capacity.length];
        Arrays.setAll(capacity, wiring::bytesPerSecond);
    }

    Interconnect wiring() {
        return wiring;
    }

    double[] capacity() {
        return capacity;
    }

    /**
     * The footprint of a pattern on some nodes.
     *
     * @param nodes ascending
     */
    Footprint of(Pattern pattern, int[] nodes) {
        if (nodes.length < 2 || capacity.length == 0) {
            return Footprint.NOTHING;
        }
        count = 0;
        Traffic.name(pattern, wiring, nodes, this);
        int[] links = Arrays.copyOf(touched, count);
        double[] use = new double[count];
        double alone = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            use[i] = load[links[i]];
            load[links[i]] = 0;
            alone = Math.min(alone, capacity[links[i]] / use[i]);
        }
        return new Footprint(links, use, alone);
    }

    @Override
    public void sends(int from, int to, double part) {
        share = part;
        wiring.route(from, to, add);
    }

    private void add(int link) {
        if (load[link] == 0) {
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, 2 * count);
            }
            touched[count++] = link;
        }
        load[link] += share;
    }
}
