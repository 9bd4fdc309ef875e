package dandori.scenario;

import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Parts;
import dandori.policy.Placement;
import dandori.state.Situation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A placement for each machine.
 *
 * @param placements by the name of the machine; of every machine of the run
 */
record PlacementByMachine(Map<String, Placement> placements) implements Placement {

    @Override
    public Placement forRun(Machine machine, Pool pool) {
        return of(machine).forRun(machine, pool);
    }

    @Override
    public Placement forRun(Machine machine, Pool pool, Parts parts) {
        return of(machine).forRun(machine, pool, parts);
    }

    private Placement of(Machine machine) {
        Placement its = placements.get(machine.name());
        if (its == null) {
            throw new IllegalStateException(
                    "There is no placement for machine '%s'.".formatted(machine.name()));
        }
        return its;
    }

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        throw new IllegalStateException("Ask forRun(machine, pool) for a placement to use.");
    }

    @Override
    public boolean hasPlaces() {
        return placements.values().stream().anyMatch(Placement::hasPlaces);
    }
}
