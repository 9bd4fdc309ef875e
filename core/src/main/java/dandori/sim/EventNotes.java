package dandori.sim;

import dandori.engine.Durations;
import dandori.failure.Breakage;
import dandori.machine.NodeSet;
import dandori.metric.EventBook;
import dandori.metric.EventKind;
import dandori.metric.SentBack;
import org.jspecify.annotations.Nullable;

/** Writes down what happens in a pool beside jobs that come, start once and end. */
final class EventNotes {

    private final PoolRun pool;
    private final @Nullable EventBook book; // null where nobody asked for events

    EventNotes(PoolRun pool, @Nullable EventBook book) {
        this.pool = pool;
        this.book = book;
    }

    /** Nodes have broken. */
    void down(NodeSet nodes, Breakage cause) {
        ofNodes(EventKind.NODE_DOWN, nodes, cause.text());
    }

    /** Nodes are repaired. */
    void up(NodeSet nodes) {
        ofNodes(EventKind.NODE_UP, nodes, "");
    }

    /** A running job is taken off its nodes; failures are told of by the nodes that they hit. */
    void takenOff(int job, SentBack why) {
        if (book != null && why != SentBack.FAILURE) {
            ofJob(EventKind.PREEMPT, job, why.text());
        }
    }

    /** A job has started; it may have run before. */
    void started(int job) {
        if (book != null && pool.run.ledger.hasRunBefore(job)) {
            ofJob(EventKind.RESTART, job, pool.run.ledger.lastSentBack(job).text());
        }
    }

    /** A job begins again from what it has kept, on the nodes that it has. */
    void beganAgain(int job) {
        ofJob(EventKind.RESTART, job, "in place");
    }

    /** A job has started later than it was promised. */
    void promiseBroken(int job, long promisedMillis) {
        ofJob(EventKind.PROMISE_BROKEN, job, Durations.seconds(promisedMillis));
    }

    private void ofNodes(EventKind kind, NodeSet nodes, String detail) {
        if (book != null) {
            book.ofNodes(pool.nowMillis(), kind, pool.machine().name(), nodes, detail);
        }
    }

    private void ofJob(EventKind kind, int job, String detail) {
        if (book != null) {
            long id = pool.run.jobs.id(job);
            int nodes = pool.nodesHeld(job);
            book.ofJob(pool.nowMillis(), kind, pool.machine().name(), id, nodes, detail);
        }
    }
}
