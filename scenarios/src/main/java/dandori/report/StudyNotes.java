package dandori.report;

import dandori.experiment.CellFailure;
import dandori.experiment.CellResult;
import dandori.experiment.Group;
import dandori.experiment.Study;
import dandori.machine.Machine;
import dandori.scenario.DefaultPlacement;
import dandori.trace.ImportNote;
import dandori.trace.ImportReport;
import dandori.trace.NoteKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is to say beside the tables: what was left out, cut off or repaired. */
final class StudyNotes {

    private final Study study;

    StudyNotes(Study study) {
        this.study = study;
    }

    /** Rejected and unfinished jobs, machines that are overfull, cells that failed. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(study.warnings());
        notes.addAll(new CertaintyNotes(study).notes());
        List<String> unfinished = new ArrayList<>();
        List<String> slowed = new ArrayList<>();
        double rejected = 0;
        for (String policy : study.policies()) {
            addMean(unfinished, policy, "unfinished", 0);
            addMean(slowed, policy, "killed_slowed", 1);
            rejected = Math.max(rejected, study.spread(policy, Group.ALL, "rejected").mean());
        }
        if (rejected > 0) {
            boolean hasGroups =
                    study.scenario().machines().stream().anyMatch(DefaultPlacement::hasGroups);
            notes.add(
                    "Rejected, because they ask for more than their machine has%s: %s a run."
                            .formatted(
                                    hasGroups ? " or no resource group takes them" : "",
                                    Digits.plain(Math.ceil(rejected), 0)));
        }
        tell(
                notes,
                "Killed at their time limit only because "
                        + Slower.of(study.scenario()).words()
                        + " slowed them, jobs a run",
                slowed,
                ".");
        tell(
                notes,
                "Unfinished when a run ends, jobs a run",
                unfinished,
                "; of those that still wait, the wait is only known to be at least (≥) so long.");
        if (Feedbacks.isIn(study.scenario())) {
            notes.add(Feedbacks.sentence(study));
        }
        int outages = study.results().stream().mapToInt(CellResult::outages).max().orElse(0);
        if (outages > 0) {
            notes.add(
                    "Maintenance: %d planned outage%s fell into a run."
                            .formatted(outages, outages == 1 ? "" : "s"));
        }
        overfull(notes);
        givenUp(notes);
        String assumed = new CampaignAssumptions(study.scenario()).sentence();
        if (!assumed.isEmpty()) {
            notes.add(assumed);
        }
        for (CellFailure failure : study.failures()) {
            notes.add(
                    "Failed: %s under seed %d; it is missing here."
                            .formatted(failure.cell().policy().name(), failure.cell().seed()));
        }
        return notes;
    }

    /** A sentence with the means of policies, if there are any. */
    private static void tell(List<String> notes, String what, List<String> means, String end) {
        if (!means.isEmpty()) {
            notes.add(what + ": " + String.join(", ", means) + end);
        }
    }

    private void addMean(List<String> means, String policy, String key, int decimals) {
        double mean = study.spread(policy, Group.ALL, key).mean();
        if (mean > 0) {
            means.add(Digits.plain(mean, decimals) + " (" + policy + ")");
        }
    }

    private void givenUp(List<String> notes) {
        for (Group campaign : study.groups(Group.Kind.CAMPAIGN)) {
            for (String policy : study.policies()) {
                if (study.spread(policy, campaign, "given_up").max() > 0) {
                    notes.add(
                            "Given up: %s under %s; its machine refuses its jobs, ten in a row had no time for a step, or 10,000 brought none."
                                    .formatted(campaign.name(), policy));
                }
            }
        }
    }

    private void overfull(List<String> notes) {
        for (Machine machine : study.scenario().machines()) {
            for (String policy : study.policies()) {
                Group group = new Group(Group.Kind.MACHINE, machine.name());
                double most = study.spread(policy, group, "nodes_busy_max").max();
                if (most > machine.nodes()) {
                    notes.add(
                            "%s lets up to %s %ss of %s be busy, which has %s: it is a bound, no policy."
                                    .formatted(
                                            policy,
                                            Digits.plain(most, 0),
                                            machine.unit().text(),
                                            machine.name(),
                                            Digits.plain(machine.nodes(), 0)));
                }
            }
        }
    }

    /** What was skipped and repaired in each trace, a line each. */
    List<String> importsInShort() {
        List<String> lines = new ArrayList<>();
        for (ImportReport report : study.imports().values()) {
            String repaired = note(report, NoteKind.REPAIRED);
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%s: %,d job%s used, %s skipped%s",
                            report.trace(),
                            report.jobsUsed(),
                            report.jobsUsed() == 1 ? "" : "s",
                            report.skippedCount() == 0
                                    ? "none"
                                    : Digits.plain(report.skippedCount(), 0),
                            repaired.isEmpty() ? "." : "; " + repaired));
        }
        return lines;
    }

    private static String note(ImportReport report, NoteKind kind) {
        List<ImportNote> notes =
                report.notes().stream().filter(note -> note.kind() == kind).toList();
        if (notes.isEmpty()) {
            return "";
        }
        ImportNote first = notes.get(0);
        String more = notes.size() > 1 ? ", and %d more kinds.".formatted(notes.size() - 1) : ".";
        return "repaired: %s × %s%s"
                .formatted(
                        Digits.plain(first.count(), 0),
                        first.text().replaceAll("\\.$", ""),
                        more.replace("1 more kinds", "1 more kind"));
    }

    /** The whole import reports as a table. */
    List<List<String>> imports() {
        List<List<String>> rows = new ArrayList<>();
        study.imports()
                .values()
                .forEach(report -> {
                    for (ImportNote note : report.notes()) {
                        rows.add(
                                List.of(
                                        report.trace(),
                                        note.kind().text(),
                                        Digits.plain(note.count(), 0),
                                        note.text()));
                    }
                });
        return rows;
    }
}
