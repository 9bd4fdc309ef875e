package dandori.interconnect;

import java.util.Arrays;

/**
 * Flows, and the links that each of them loads: what {@link MaxMinSharing} solves.
 *
 * <p>A flow of rate r loads a link with r times its <em>use</em> of it. A use above 1 stands for
 * several equal streams over the same link; one below 1 for a part of what the flow sends. Held row
 * by row in growing arrays, to be cleared and filled again without garbage. Not thread safe.
 */
public final class FlowTable {

    private int flows;
    private int entries;
    private double[] weight = new double[16];
    private double[] cap = new double[16];
    private int[] first = new int[17]; // of each flow, and the end of the last
    private int[] link = new int[64];
    private double[] use = new double[64];

    /** A table without flows. */
    public FlowTable() {}

    /** Takes all flows out. */
    public void clear() {
        flows = 0;
        entries = 0;
    }

    /**
     * Adds a flow that loads no link yet.
     *
     * @param flowWeight its rate over that of a flow of weight 1 which shares its bottleneck;
     *     positive and finite
     * @param flowCap the highest rate that it can use; at least 0, {@link Double#POSITIVE_INFINITY}
     *     for no limit
     * @return its number, from 0
     */
    public int add(double flowWeight, double flowCap) {
        if (!(flowWeight > 0 && flowWeight < Double.POSITIVE_INFINITY) || !(flowCap >= 0)) {
            throw new IllegalArgumentException(
                    "A flow of weight %s and cap %s cannot be.".formatted(flowWeight, flowCap));
        }
        if (flows == weight.length) {
            weight = Arrays.copyOf(weight, 2 * flows);
            cap = Arrays.copyOf(cap, 2 * flows);
            first = Arrays.copyOf(first, 2 * flows + 1);
        }
        weight[flows] = flowWeight;
        cap[flows] = flowCap;
        first[flows] = entries;
        first[flows + 1] = entries;
        return flows++;
    }

    /**
     * Says that the flow added last loads a link; what it says of one link adds up.
     *
     * @param onLink the link, at least 0
     * @param times how much of the flow's rate the link carries; positive and finite
     */
    public void loads(int onLink, double times) {
        if (flows == 0 || onLink < 0 || !(times > 0 && times < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A flow cannot load link %d %s times.".formatted(onLink, times));
        }
        if (entries == link.length) {
            link = Arrays.copyOf(link, 2 * entries);
            use = Arrays.copyOf(use, 2 * entries);
        }
        link[entries] = onLink;
        use[entries++] = times;
        first[flows] = entries;
    }

    /** How many flows. */
    public int flows() {
        return flows;
    }

    /** How many entries say that a flow loads a link. */
    public int entries() {
        return entries;
    }

    /** The weight of a flow. */
    public double weight(int flow) {
        return weight[flow];
    }

    /** The highest rate that a flow can use. */
    public double cap(int flow) {
        return cap[flow];
    }

    /** The first entry of a flow; that of the flow after the last ends the table. */
    public int firstEntry(int flow) {
        return flow == flows ? entries : first[flow];
    }

    /** The link of an entry. */
    public int link(int entry) {
        return link[entry];
    }

    /** The use of an entry. */
    public double use(int entry) {
        return use[entry];
    }
}
