package dandori.rule;

import dandori.failure.Breakage;
import dandori.failure.Failure;
import dandori.failure.Failures;
import dandori.machine.NodeSet;
import java.util.Iterator;
import java.util.List;

/** Things that break, at instants of a test's choice. */
final class Breaks {

    private Breaks() {}

    static Failure node(long at, int node, long repair) {
        return new Failure(at, Breakage.NODE, NodeSet.range(node, node), repair);
    }

    /** Those, in order of time. */
    static Failures inTurn(Failure... failures) {
        Iterator<Failure> all = List.of(failures).iterator();
        return new Failures() {
            private Failure next = all.hasNext() ? all.next() : null;

            @Override
            public long nextAtMillis() {
                return next == null ? Long.MAX_VALUE : next.atMillis();
            }

            @Override
            public Failure next() {
                Failure now = next;
                next = all.hasNext() ? all.next() : null;
                return now;
            }
        };
    }

    /** Node 0 for a millisecond, again and again. */
    static Failures every(long gapMillis) {
        return new Failures() {
            private long at = gapMillis;

            @Override
            public long nextAtMillis() {
                return at;
            }

            @Override
            public Failure next() {
                at += gapMillis;
                return node(at - gapMillis, 0, 1);
            }
        };
    }
}
