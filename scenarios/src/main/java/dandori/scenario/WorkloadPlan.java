package dandori.scenario;

import java.util.List;

/**
 * Where jobs come from, and what becomes of those that can never start.
 *
 * @param streams at least one
 * @param onTooLarge what a job does that asks for more than its machine has
 * @param routing to which machines jobs go under policies that do not say so themselves
 * @param moves what becomes of those that go elsewhere
 */
public record WorkloadPlan(
        List<Stream> streams, OnTooLarge onTooLarge, Part routing, MovePlan moves) {

    /** Keeps the streams. */
    public WorkloadPlan {
        streams = List.copyOf(streams);
    }

    /** What a job does that asks for more than its machine has. */
    public enum OnTooLarge {
        /** It is rejected: counted and listed. */
        REJECT,
        /** It ends the run before it begins. */
        ERROR
    }
}
