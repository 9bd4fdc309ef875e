package dandori.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job and why it waited, read from the folder of a run.
 *
 * @param job the job
 * @param parts the parts of its wait, in order of time
 */
public record ExplainedJob(JobLine job, List<Part> parts) {

    private static final List<String> COLUMNS =
            List.of("job_id", "from_s", "to_s", "reason", "detail");

    /** Keeps the parts. */
    public ExplainedJob {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a wait with one reason.
     *
     * @param fromMillis when it began
     * @param toMillis when it ended
     * @param reason the reason's word
     * @param forJob the job that nodes were kept for, or that nobody may overtake; null if it was
     *     no single one
     */
    public record Part(long fromMillis, long toMillis, String reason, @Nullable JobLine forJob) {

        /** How long it lasted. */
        public long lengthMillis() {
            return toMillis - fromMillis;
        }
    }

    /** Whether the reasons of waits were written down in the folder of a run. */
    public static boolean isKnown(Path folder) {
        return Files.exists(waits(folder));
    }

    private static Path waits(Path folder) {
        return folder.resolve("waits.csv.gz");
    }

    /**
     * Reads a job; nothing if the run has none of this number. Cost: a pass over both tables.
     *
     * @param folder the folder of a run
     * @throws DamagedResultsException if a table is not whole
     */
    public static Optional<ExplainedJob> read(Path folder, long id) throws IOException {
        String number = Long.toString(id);
        List<List<String>> lines = TableLines.of(waits(folder), COLUMNS, number::equals);
        Set<String> ids = new HashSet<>(Set.of(number));
        lines.forEach(line -> ids.add(line.get(4)));
        Map<String, JobLine> jobs = JobLine.read(folder, ids);
        JobLine job = jobs.get(number);
        if (job == null) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        for (List<String> line : lines) {
            try {
                parts.add(
                        new Part(
                                JobLine.millis(line.get(1)),
                                JobLine.millis(line.get(2)),
                                line.get(3),
                                jobs.get(line.get(4))));
            } catch (NumberFormatException | ArithmeticException broken) {
                throw new DamagedResultsException(waits(folder));
            }
        }
        return Optional.of(new ExplainedJob(job, parts));
    }
}
