package dandori.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of {@code segments.csv.gz}: a stay on nodes of a job that had several.
 *
 * @param startMillis when it began
 * @param endMillis when it ended, or the run did
 * @param nodes how many units it had
 * @param endState the word of what it ended in
 * @param lostMillis how much of it was lost and had to be done again
 * @param cause the word of why the job went back to the queue; empty for the last
 */
public record Stay(
        long startMillis,
        long endMillis,
        int nodes,
        String endState,
        long lostMillis,
        String cause) {

    private static final List<String> COLUMNS =
            List.of("job_id", "start_s", "end_s", "nodes", "end_state", "lost_s", "cause");

    /** The stays of a job, by its number as written, in order of time; none if it had one only. */
    static List<Stay> read(Path folder, String id) throws IOException {
        Path file = folder.resolve("segments.csv.gz");
        List<Stay> stays = new ArrayList<>();
        if (!Files.exists(file)) {
            return stays;
        }
        for (List<String> line : TableLines.of(file, COLUMNS, id::equals)) {
            try {
                stays.add(
                        new Stay(
                                JobLine.millis(line.get(1)),
                                JobLine.millis(line.get(2)),
                                Integer.parseInt(line.get(3)),
                                line.get(4),
                                JobLine.millis(line.get(5)),
                                line.get(6)));
            } catch (NumberFormatException | ArithmeticException broken) {
                throw new DamagedResultsException(file);
            }
        }
        return stays;
    }

    /** Whether the job went back to the queue afterwards. */
    public boolean wasSentBack() {
        return !cause.isEmpty();
    }
}
