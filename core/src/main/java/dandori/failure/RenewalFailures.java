package dandori.failure;

import dandori.engine.EventKind;
import dandori.engine.EventQueue;
import dandori.machine.NodeSet;
import java.util.BitSet;

/**
 * Nodes that live, fail, are repaired and live again, each with random numbers of its own; a heap
 * of their next failures.
 *
 * <p>O(log n) a failure of n nodes, O(n) at the start; 40 bytes a node.
 */
final class RenewalFailures implements Failures {

    private final int[] nodes;
    private final BitSet lemons = new BitSet(); // by node
    private final Lifetime ofLemon;
    private final Lifetime ofOther;
    private final Repair repair;
    private final NodeRandom lives;
    private final NodeRandom repairs;
    private final EventQueue pending = new EventQueue(); // by node; the subject is its place

    RenewalFailures(NodeHazard hazard, NodeSet lemons, Purposes purposes) {
        nodes = NodeDraw.numbers(hazard.nodes());
        for (int lemon : NodeDraw.numbers(lemons)) {
            this.lemons.set(lemon);
        }
        ofLemon = hazard.lifetime().withMean(hazard.lemonMeanMillis());
        ofOther = hazard.lifetime().withMean(hazard.otherMeanMillis());
        repair = hazard.repair();
        lives = new NodeRandom(nodes.length, purposes.stream("lives"));
        repairs = new NodeRandom(nodes.length, purposes.stream("repairs"));
        for (int place = 0; place < nodes.length; place++) {
            Lifetime life = lifetime(place);
            NodeRandom random = lives.of(place);
            push(
                    place,
                    0,
                    hazard.age() == Age.NEW ? life.millis(random) : life.remainingMillis(random));
        }
    }

    private Lifetime lifetime(int place) {
        return lemons.get(nodes[place]) ? ofLemon : ofOther;
    }

    /** A life lasts at least a millisecond, so that time goes on. */
    private void push(int place, long fromMillis, double lifeMillis) {
        long at = fromMillis + Math.max(1, Variates.wholeMillis(lifeMillis));
        if (at < Variates.LAST) {
            pending.push(at, EventKind.NODE_FAILURE, nodes[place], place);
        }
    }

    @Override
    public long nextAtMillis() {
        return pending.nextAtMillis();
    }

    @Override
    public Failure next() {
        long at = pending.nextAtMillis();
        int place = pending.nextSubject();
        pending.pop();
        int node = nodes[place];
        long repairMillis = Variates.wholeMillis(repair.millis(repairs.of(place)));
        push(place, at + repairMillis, lifetime(place).millis(lives.of(place)));
        return new Failure(at, Breakage.NODE, NodeSet.range(node, node), repairMillis);
    }
}
