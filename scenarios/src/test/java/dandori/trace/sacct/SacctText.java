package dandori.trace.sacct;

import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.trace.ImportNote;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.Traces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small logs written in tests, and imports of them as text. */
final class SacctText {

    /** Its note comes with every log whose dates have no zone. */
    static final String ZONE = "header 1 zone-assumed";

    static final String NAMES =
            "JobID|JobName|User|Account|Partition|Submit|Start|End|ElapsedRaw|TimelimitRaw|State"
                    + "|ReqNodes|AllocNodes|AllocTRES\n";

    private SacctText() {}

    /** A job that gives no cause for a note, but for the given values of columns. */
    static String job(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES.strip().split("\\|")) {
            values.put(name, "");
        }
        values.putAll(
                Map.of(
                        "JobID", "7",
                        "JobName", "solve",
                        "User", "ada",
                        "Account", "physics",
                        "Partition", "main",
                        "Submit", "2024-05-01T01:00:00",
                        "Start", "2024-05-01T01:10:00",
                        "End", "2024-05-01T02:10:00"));
        values.putAll(
                Map.of(
                        "ElapsedRaw", "3600",
                        "TimelimitRaw", "120",
                        "State", "COMPLETED",
                        "ReqNodes", "4",
                        "AllocNodes", "4",
                        "AllocTRES", "cpu=8,mem=4G,node=4"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return String.join("|", values.values()) + "\n";
    }

    static ImportedTrace read(String text) {
        return read(text, ImportRules.dandori());
    }

    static ImportedTrace read(String text, ImportRules rules) {
        return read(text.getBytes(StandardCharsets.UTF_8), rules);
    }

    static ImportedTrace read(byte[] bytes, ImportRules rules) {
        try {
            Path folder = Files.createTempDirectory("sacct");
            Path file = folder.resolve("t.log");
            try {
                Files.write(file, bytes);
                return Traces.read(file, rules, (read, total) -> {});
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The notes as {@code kind count key}, without that about the zone. */
    static List<String> notes(ImportedTrace trace) {
        List<String> notes = new ArrayList<>();
        for (ImportNote note : trace.report().notes()) {
            notes.add(note.kind().text() + " " + note.count() + " " + note.key());
        }
        notes.remove(ZONE);
        return notes;
    }

    /** The jobs as {@code id@submit nodes×run/walltime wait user group partition}, in seconds. */
    static List<String> jobs(ImportedTrace trace) {
        Workload workload = trace.workload();
        Jobs all = workload.jobs();
        List<String> jobs = new ArrayList<>();
        for (int job = 0; job < all.count(); job++) {
            jobs.add(
                    "%d@%d %d×%d/%d wait %d %s %s %s"
                            .formatted(
                                    all.id(job),
                                    all.submitMillis(job) / 1_000,
                                    all.nodes(job),
                                    workload.runMillis(job) / 1_000,
                                    all.walltimeMillis(job) / 1_000,
                                    all.loggedWaitMillis(job) / 1_000,
                                    all.user(job) < 0 ? "-" : workload.users().get(all.user(job)),
                                    all.organization(job) < 0
                                            ? "-"
                                            : workload.organizations().get(all.organization(job)),
                                    all.partition(job) < 0
                                            ? "-"
                                            : workload.partitions().get(all.partition(job))));
        }
        return jobs;
    }
}
