package dandori.machine;

import java.util.OptionalDouble;

/**
 * How often nodes fail, and how soon they are back.
 *
 * @param facts what is known about failures
 */
public record Reliability(Facts facts) {

    private static final double MILLIS_PER_1000_NODE_DAYS = 1_000 * 86_400_000.0;

    /** Failures of hardware per 1,000 node-days. */
    public OptionalDouble failuresPer1000NodeDays() {
        return facts.value("failures");
    }

    /** Interruptions of any cause per 1,000 node-days, software and network among them. */
    public OptionalDouble interruptionsPer1000NodeDays() {
        return facts.value("interruptions");
    }

    /**
     * Mean time between failures of one node, in milliseconds: as given, else from the rate of
     * failures.
     */
    public OptionalDouble nodeMtbfMillis() {
        OptionalDouble given = facts.value("nodeMtbf");
        OptionalDouble rate = failuresPer1000NodeDays();
        return given.isPresent() || rate.isEmpty() || rate.getAsDouble() == 0
                ? given
                : OptionalDouble.of(MILLIS_PER_1000_NODE_DAYS / rate.getAsDouble());
    }

    /** Median time until a failed node is back, in milliseconds. */
    public OptionalDouble repairMillis() {
        return facts.value("repair");
    }
}
