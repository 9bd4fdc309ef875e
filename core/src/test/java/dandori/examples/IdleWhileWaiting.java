package dandori.examples;

import dandori.metric.Observer;
import dandori.state.Situation;

/** A figure of one's own: the node hours that were free although somebody waited. */
public final class IdleWhileWaiting implements Observer {

    private long sinceMillis;
    private long idleNodes; // since then; 0 where nobody waited
    private double nodeHours;

    @Override
    public void passEnded(Situation now) {
        nodeHours += idleNodes * (now.nowMillis() - sinceMillis) / 3_600_000.0;
        sinceMillis = now.nowMillis();
        idleNodes = now.queue().size() > 0 ? now.cluster().freeNodes() : 0;
    }

    /** The node hours so far. */
    public double nodeHours() {
        return nodeHours;
    }
}
