package dandori.interconnect;

import java.util.Arrays;

/**
 * Shares the bandwidth of links among flows so that none could have more without taking it from one
 * that has no more than itself: weighted max–min fairness.
 *
 * <p>The system: flow f of weight w<sub>f</sub> gets the rate r<sub>f</sub>; link l of capacity
 * c<sub>l</sub> is loaded a<sub>fl</sub> times by it.
 *
 * <pre>
 *     for every link   Σ a·r ≤ c         for every flow   r ≤ cap
 *     every flow has its cap, or a link that is full and on which no flow has a higher r/w
 * </pre>
 *
 * <p>There is one such allocation. Progressive filling finds it: the level r/w of all flows rises
 * from 0 alike; where a link is full its flows stay, the others rise on. Example: link 0 of
 * capacity 1 carries flows A and B, link 1 of capacity 2 carries B and C. At level ½ link 0 is
 * full: A = B = ½; C rises on to 1½.
 *
 * <p>Bertsekas and Gallager, <em>Data Networks</em>, 2nd edition, 1992, section 6.5.2. The level at
 * which a link would be full only grows while other flows stop, so a heap with levels that may be
 * out of date, and are put right when they come up, needs no search for entries to change.
 *
 * <p>Cost: O(entries + (links + flows + stale) log(links + flows)); {@code stale} counts the levels
 * that came up out of date, at most one for each entry. Deterministic: equal levels go by number.
 * The same object may be used again and keeps its arrays. Not thread safe.
 */
public final class MaxMinSharing {

    /** What {@link #bottleneck} says of a flow that its own cap holds. */
    public static final int OWN_CAP = -1;

    /** What {@link #bottleneck} says of a flow that nothing holds. */
    public static final int NONE = -2;

    private static final int RISING = -3; // the bottleneck of a flow that still rises
    private static final double SLACK = 1e-12; // levels this close, relatively, are the same

    private final LevelHeap heap = new LevelHeap();
    private double[] rate = new double[16];
    private int[] bottleneck = new int[16];
    private double[] left = new double[16]; // capacity that flows at rest leave, by link
    private double[] pull = new double[16]; // Σ use · weight of the flows that rise, by link
    private int[] rising = new int[16]; // how many entries of flows that rise, by link
    private int[] firstOnLink = new int[17]; // entries of a link in onLink and useOnLink
    private int[] onLink = new int[64]; // flows, by link
    private double[] useOnLink = new double[64];

    /** A solver. */
    public MaxMinSharing() {}

    /**
     * Finds the rates, to be read with {@link #rate}.
     *
     * @param flows who loads what
     * @param capacity of each link, in the unit of rates; at least 0, may be infinite; not changed
     * @param links how many links there are; every link of {@code flows} is below
     */
    public void solve(FlowTable flows, double[] capacity, int links) {
        grow(flows, links);
        lay(flows, capacity, links);
        fill(flows, capacity, links);
    }

    /** The rate of a flow after the last {@link #solve}. */
    public double rate(int flow) {
        return rate[flow];
    }

    /** What holds a flow: a link, {@link #OWN_CAP} or {@link #NONE}. */
    public int bottleneck(int flow) {
        return bottleneck[flow];
    }

    private void grow(FlowTable flows, int links) {
        if (rate.length < flows.flows()) {
            rate = new double[2 * flows.flows()];
            bottleneck = new int[2 * flows.flows()];
        }
        if (left.length < links) {
            left = new double[2 * links];
            pull = new double[2 * links];
            rising = new int[2 * links];
            firstOnLink = new int[2 * links + 1];
        }
        if (onLink.length < flows.entries()) {
            onLink = new int[2 * flows.entries()];
            useOnLink = new double[2 * flows.entries()];
        }
    }

    /** Turns the rows of flows into rows of links, and sums up what pulls at each link. */
    private void lay(FlowTable flows, double[] capacity, int links) {
        Arrays.fill(rising, 0, links, 0);
        for (int entry = 0; entry < flows.entries(); entry++) {
            rising[flows.link(entry)]++;
        }
        firstOnLink[0] = 0;
        for (int link = 0; link < links; link++) {
            firstOnLink[link + 1] = firstOnLink[link] + rising[link];
            rising[link] = 0;
            pull[link] = 0;
            left[link] = capacity[link];
        }
        for (int flow = 0; flow < flows.flows(); flow++) {
            for (int e = flows.firstEntry(flow); e < flows.firstEntry(flow + 1); e++) {
                int link = flows.link(e);
                int place = firstOnLink[link] + rising[link]++;
                onLink[place] = flow;
                useOnLink[place] = flows.use(e);
                pull[link] += flows.use(e) * flows.weight(flow);
            }
        }
    }

    private void fill(FlowTable flows, double[] capacity, int links) {
        int moving = flows.flows();
        Arrays.fill(bottleneck, 0, moving, RISING);
        heap.clear(links + moving);
        for (int link = 0; link < links; link++) {
            if (rising[link] > 0 && capacity[link] < Double.POSITIVE_INFINITY) {
                heap.put(link, left[link] / pull[link]);
            }
        }
        for (int flow = 0; flow < moving; flow++) {
            if (flows.cap(flow) < Double.POSITIVE_INFINITY) {
                heap.put(links + flow, flows.cap(flow) / flows.weight(flow));
            }
        }
        heap.order();
        while (moving > 0 && heap.size() > 0) {
            int first = heap.first();
            if (first >= links) {
                heap.pop();
                if (bottleneck[first - links] == RISING) {
                    rest(flows, first - links, flows.cap(first - links), OWN_CAP);
                    moving--;
                }
            } else {
                moving -= rising[first] == 0 ? drop() : fillLink(flows, first, capacity[first]);
            }
        }
        for (int flow = 0; flow < flows.flows() && moving > 0; flow++) {
            if (bottleneck[flow] == RISING) {
                rate[flow] = Double.POSITIVE_INFINITY;
                bottleneck[flow] = NONE;
            }
        }
    }

    private int drop() {
        heap.pop();
        return 0;
    }

    /** Lets the flows of the link that came up rest, or puts its level right; how many rest. */
    private int fillLink(FlowTable flows, int link, double capacity) {
        double due = heap.firstLevel() * (1 + SLACK);
        double level = Math.max(0, left[link]) / pull[link];
        if (level <= due) {
            level = exactLevel(flows, link, capacity); // sums that were kept up lose digits
        }
        if (level > due) {
            heap.raiseFirst(level);
            return 0;
        }
        heap.pop();
        int rested = 0;
        for (int place = firstOnLink[link]; place < firstOnLink[link + 1]; place++) {
            int flow = onLink[place];
            if (bottleneck[flow] == RISING) {
                rest(flows, flow, level * flows.weight(flow), link);
                rested++;
            }
        }
        return rested;
    }

    private double exactLevel(FlowTable flows, int link, double capacity) {
        double used = 0;
        double pulled = 0;
        for (int place = firstOnLink[link]; place < firstOnLink[link + 1]; place++) {
            int flow = onLink[place];
            if (bottleneck[flow] == RISING) {
                pulled += useOnLink[place] * flows.weight(flow);
            } else {
                used += useOnLink[place] * rate[flow];
            }
        }
        left[link] = Math.max(0, capacity - used);
        pull[link] = pulled;
        return left[link] / pulled;
    }

    private void rest(FlowTable flows, int flow, double at, int by) {
        rate[flow] = at;
        bottleneck[flow] = by;
        double weight = flows.weight(flow);
        for (int e = flows.firstEntry(flow); e < flows.firstEntry(flow + 1); e++) {
            int link = flows.link(e);
            left[link] -= flows.use(e) * at;
            pull[link] -= flows.use(e) * weight;
            rising[link]--;
        }
    }
}
