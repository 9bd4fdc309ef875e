package dandori.reference;

import dandori.interconnect.FlowTable;

/**
 * Progressive filling as it is told: raise all flows alike until a link is full or a cap is
 * reached, let those rest, and go on; each step looks at everything.
 */
public final class SlowFilling {

    private SlowFilling() {}

    /** The rate of each flow. */
    public static double[] rates(FlowTable flows, double[] capacity) {
        int count = flows.flows();
        double[] rate = new double[count];
        boolean[] rests = new boolean[count];
        for (int resting = 0; resting < count; ) {
            double[] level = levels(flows, capacity, rate, rests);
            double lowest = Double.POSITIVE_INFINITY;
            for (int flow = 0; flow < count; flow++) {
                if (!rests[flow]) {
                    lowest = Math.min(lowest, reach(flows, flow, level));
                }
            }
            for (int flow = 0; flow < count; flow++) {
                if (!rests[flow] && reach(flows, flow, level) <= lowest * (1 + 1e-13)) {
                    rate[flow] = lowest * flows.weight(flow);
                    rests[flow] = true;
                    resting++;
                }
            }
        }
        return rate;
    }

    /** The level at which each link would be full if all flows that still rise went on alike. */
    private static double[] levels(
            FlowTable flows, double[] capacity, double[] rate, boolean[] rests) {
        double[] left = capacity.clone();
        double[] pull = new double[capacity.length];
        for (int flow = 0; flow < flows.flows(); flow++) {
            for (int e = flows.firstEntry(flow); e < flows.firstEntry(flow + 1); e++) {
                left[flows.link(e)] -= rests[flow] ? rate[flow] * flows.use(e) : 0;
                pull[flows.link(e)] += rests[flow] ? 0 : flows.weight(flow) * flows.use(e);
            }
        }
        for (int link = 0; link < left.length; link++) {
            left[link] = Math.max(0, left[link]) / pull[link];
        }
        return left;
    }

    private static double reach(FlowTable flows, int flow, double[] level) {
        double reach = flows.cap(flow) / flows.weight(flow);
        for (int e = flows.firstEntry(flow); e < flows.firstEntry(flow + 1); e++) {
            reach = Math.min(reach, level[flows.link(e)]);
        }
        return reach;
    }
}
