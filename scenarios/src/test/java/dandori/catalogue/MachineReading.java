package dandori.catalogue;

import dandori.machine.Machine;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads machine files that stand in tests. */
final class MachineReading {

    private MachineReading() {}

    static Machine machine(String yaml) {
        return MachineReader.read("ours.yaml", yaml.getBytes(StandardCharsets.UTF_8), null);
    }

    /** What is wrong with a text, each issue as it is printed; nothing if it is right. */
    static List<String> issues(String yaml) {
        try {
            machine(yaml);
            return List.of();
        } catch (ScenarioException wrong) {
            return wrong.issues().stream().map(Issue::text).toList();
        }
    }
}
