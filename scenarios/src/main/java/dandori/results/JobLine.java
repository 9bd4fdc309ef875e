package dandori.results;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code jobs.csv.gz}, as far as it says who waited and how long.
 *
 * @param id the job's number in its trace
 * @param organization whose it was; empty if nobody's
 * @param user whose there; empty if not known
 * @param machine where it was
 * @param partition its resource group, or what its trace names; empty for none
 * @param submitMillis when it was submitted
 * @param startMillis when it first started; null if it never did
 * @param nodes how many units it asked for
 * @param walltimeMillis its time limit
 * @param state what became of it
 * @param waitMillis how long it waited in all; 0 for one that was rejected
 */
public record JobLine(
        long id,
        String organization,
        String user,
        String machine,
        String partition,
        long submitMillis,
        @Nullable Long startMillis,
        int nodes,
        long walltimeMillis,
        String state,
        long waitMillis) {

    private static final List<String> COLUMNS =
            List.of(
                    "job_id",
                    "organization",
                    "user",
                    "machine",
                    "partition",
                    "submit_s",
                    "start_s",
                    "nodes",
                    "walltime_s",
                    "state",
                    "wait_s");

    /** The lines of some jobs, by their numbers as written; the first of each. */
    static Map<String, JobLine> read(Path folder, Set<String> ids) throws IOException {
        Path file = folder.resolve("jobs.csv.gz");
        Map<String, JobLine> found = new LinkedHashMap<>();
        for (List<String> line : TableLines.of(file, COLUMNS, ids::contains)) {
            try {
                found.putIfAbsent(line.get(0), of(line));
            } catch (NumberFormatException | ArithmeticException broken) {
                throw new DamagedResultsException(file);
            }
        }
        return found;
    }

    private static JobLine of(List<String> line) {
        return new JobLine(
                Long.parseLong(line.get(0)),
                line.get(1),
                line.get(2),
                line.get(3),
                line.get(4),
                millis(line.get(5)),
                line.get(6).isEmpty() ? null : millis(line.get(6)),
                Integer.parseInt(line.get(7)),
                millis(line.get(8)),
                line.get(9),
                line.get(10).isEmpty() ? 0 : millis(line.get(10)));
    }

    /** Milliseconds of a time in seconds, as tables have them. */
    static long millis(String seconds) {
        return new BigDecimal(seconds).movePointRight(3).longValueExact();
    }
}
