package dandori.estimate;

import dandori.catalogue.Catalogue;
import dandori.machine.Machine;
import dandori.training.Calibration;
import dandori.training.TrainingNode;
import java.util.HashMap;
import java.util.Map;

/** The nodes and constants of machines by name, each looked up once. */
final class CaseMachines {

    private final Map<String, Entry> known = new HashMap<>();

    /** What is known of a machine. */
    record Entry(TrainingNode node, Calibration calibration) {}

    /**
     * What is known of a machine of the catalogue.
     *
     * @throws IllegalArgumentException if there is none, or it does not say enough
     */
    Entry of(String name) {
        Entry entry = known.get(name);
        if (entry == null) {
            Machine machine = Catalogue.machine(name);
            entry = new Entry(TrainingNode.of(machine), Calibration.of(machine));
            known.put(name, entry);
        }
        return entry;
    }
}
