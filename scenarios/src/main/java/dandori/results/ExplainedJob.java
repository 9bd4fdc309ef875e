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
 * @param stays its stays on nodes, in order of time, where it had several; else none
 */
public record ExplainedJob(JobLine job, List<Part> parts, List<Stay> stays) {

    private static final List<String> COLUMNS =
            List.of("job_id", "from_s", "to_s", "reason", "detail", "name");

    /** Keeps the parts. */
    public ExplainedJob {
        parts = List.copyOf(parts);
        stays = List.copyOf(stays);
    }

    /**
     * A part of a wait with one reason.
     *
     * @param fromMillis when it began
     * @param toMillis when it ended
     * @param reason the reason's word
     * @param forJob the job that nodes were kept for, or that nobody may overtake; null if it was
     *     no single one
     * @param name what people call the reservation, outage or cap that it was about; empty for none
     */
    public record Part(
            long fromMillis, long toMillis, String reason, @Nullable JobLine forJob, String name) {

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
     * Reads a job; nothing if the run has none of this number. Cost: a pass over each table.
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
                                jobs.get(line.get(4)),
                                line.get(5)));
            } catch (NumberFormatException | ArithmeticException broken) {
                throw new DamagedResultsException(waits(folder));
            }
        }
        return Optional.of(new ExplainedJob(job, parts, Stay.read(folder, number)));
    }
}
