package dandori.campaign;

import java.util.EnumMap;
import java.util.Map;

/** What the time of a campaign on nodes has gone into, as time and as node time. */
final class Account {

    private final Map<Use, Long> timeMillis = new EnumMap<>(Use.class);
    private final Map<Use, Long> nodeMillis = new EnumMap<>(Use.class);

    /** An empty one. */
    Account() {}

    /** One that goes on from another. */
    Account(Account other) {
        timeMillis.putAll(other.timeMillis);
        nodeMillis.putAll(other.nodeMillis);
    }

    Map<Use, Long> timeMillis() {
        return timeMillis;
    }

    Map<Use, Long> nodeMillis() {
        return nodeMillis;
    }

    /** Adds what was spent by so many nodes that computed, out of all that were held. */
    void add(Spent spent, int computing, int held) {
        for (Use use : Use.values()) {
            long millis = spent.millis(use);
            timeMillis.merge(use, millis, Long::sum);
            nodeMillis.merge(use, Math.multiplyExact(millis, (long) computing), Long::sum);
        }
        long spares = Math.multiplyExact(spent.millis(), (long) (held - computing));
        nodeMillis.merge(Use.SPARE, spares, Long::sum);
    }
}
