package dandori.policy;

import dandori.machine.NodeSet;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/** On which nodes a job runs. */
@FunctionalInterface
public interface Placement {

    /** By count: any free nodes are as good as any others, and which they are is not kept. */
    Placement COUNT =
            new Placement() {
                @Override
                public NodeSet place(int job, Situation now) {
                    return NodeSet.EMPTY;
                }

                @Override
                public boolean hasPlaces() {
                    return false;
                }
            };

    /**
     * The nodes for a job, all of them free, exactly as many as it asks for; {@link NodeSet#EMPTY}
     * where nodes have no places; null if it does not fit now. Only asked when enough nodes are
     * free in count.
     */
    @Nullable NodeSet place(int job, Situation now);

    /** Whether nodes have places, so that the run keeps track of which are free. */
    default boolean hasPlaces() {
        return true;
    }
}
