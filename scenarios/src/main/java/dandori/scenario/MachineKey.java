package dandori.scenario;

import dandori.machine.Machine;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key {@code machine} of things that are on one of the machines. */
final class MachineKey {

    private MachineKey() {}

    /** The machine named, or the only one; null, and an issue, if it is neither. */
    static @Nullable Machine read(Values values, List<Machine> machines, Issues issues) {
        List<String> names = machines.stream().map(Machine::name).toList();
        if (!values.has("machine")) {
            if (machines.size() > 1) {
                issues.addUnknown(
                        values.mapping(),
                        "'machine' is missing, and there are several.",
                        "",
                        names);
                return null;
            }
            return machines.isEmpty() ? null : machines.get(0);
        }
        String name = values.name("machine");
        for (Machine machine : machines) {
            if (machine.name().equals(name)) {
                return machine;
            }
        }
        if (name != null) {
            issues.addUnknown(
                    Objects.requireNonNull(values.node("machine")),
                    "there is no machine '%s'.".formatted(name),
                    name,
                    names);
        }
        return null;
    }
}
