package dandori.scenario;

import dandori.machine.Machine;
import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.ScenarioException;
import dandori.slurm.SlurmNotes;
import dandori.slurm.Squeue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the snapshots of a scenario, each once. Safe for several threads. */
final class SnapshotSource {

    private static final int MOST_WARNINGS = 10;

    private final Map<SnapshotStream, Squeue.Snapshot> read = new ConcurrentHashMap<>();
    private final Scenario scenario;

    SnapshotSource(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * The jobs of a stream.
     *
     * @throws ScenarioException if the file cannot be read as a snapshot of the machine
     */
    Squeue.Snapshot of(SnapshotStream stream) {
        return read.computeIfAbsent(stream, this::read);
    }

    private Squeue.Snapshot read(SnapshotStream stream) {
        if (scenario.run().start() == null) {
            throw new IllegalStateException("A run from a snapshot must have a start.");
        }
        Issues issues = new Issues();
        Squeue.Snapshot snapshot =
                Squeue.read(stream.file(), scenario.run().start(), stream.runTime(), issues);
        int most = scenario.machines().stream().mapToInt(Machine::nodes).sum();
        if (issues.isEmpty() && snapshot.runningNodes() > most) {
            issues.add(
                    "",
                    0,
                    "its running jobs have %d nodes, but the machines %d."
                            .formatted(snapshot.runningNodes(), most),
                    "jobs share nodes there: this machine gives each whole nodes.");
        }
        if (!issues.isEmpty()) {
            throw new ScenarioException(stream.file().toString(), issues.list());
        }
        return snapshot;
    }

    /**
     * Accounts in a stream's mapping that have no job there though another, which is not in it, is
     * called nearly so; and accounts that are taken for organizations of their own though one of
     * the scenario is called nearly so. What is only not there is no mistake: a mapping may serve
     * many snapshots.
     */
    private List<String> accountWarnings(SnapshotStream stream) {
        List<String> warnings = new ArrayList<>();
        String file = String.valueOf(stream.file().getFileName());
        List<String> accounts = of(stream).workload().organizations();
        List<String> unmapped = new ArrayList<>(accounts);
        unmapped.removeAll(stream.organizations().keySet());
        for (String account : stream.organizations().keySet()) {
            if (!accounts.contains(account)) {
                NearestName.of(account, unmapped)
                        .ifPresent(near ->
                                warnings.add(
                                        "Account '%s' of a snapshot's 'organizations' has no job in %s. Maybe '%s'."
                                                .formatted(account, file, near)));
            }
        }
        if (stream.organization() != null || stream.other() != null) {
            return warnings;
        }
        List<String> known = scenario.organizations().stream().map(Organization::name).toList();
        for (String account : unmapped) {
            if (!account.isEmpty() && !known.contains(account)) {
                NearestName.of(account, known)
                        .ifPresent(near ->
                                warnings.add(
                                        "Account '%s' in %s is taken for an organization that the scenario does not list. Maybe it is '%s': 'organizations: {%s: %s}' at the snapshot."
                                                .formatted(account, file, near, account, near)));
            }
        }
        return warnings;
    }

    /** What was left out of snapshots or taken otherwise, in sentences. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (Stream stream : scenario.workload().streams()) {
            if (stream instanceof SnapshotStream snapshot) {
                warnings.addAll(accountWarnings(snapshot));
                List<SlurmNotes.Note> notes = of(snapshot).notes().notes();
                notes.stream()
                        .limit(MOST_WARNINGS)
                        .forEach(note -> warnings.add(note.text() + "."));
                if (notes.size() > MOST_WARNINGS) {
                    warnings.add(
                            "%s: %d more like these."
                                    .formatted(
                                            snapshot.file().getFileName(),
                                            notes.size() - MOST_WARNINGS));
                }
            }
        }
        return warnings;
    }
}
