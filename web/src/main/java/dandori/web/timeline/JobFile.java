package dandori.web.timeline;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that the files of a run say of one job, to the last digit.
 *
 * <p>Cost: a pass over the tables up to the job, about a second for a million jobs.
 */
public final class JobFile {

    private static final Set<String> NUMBERS =
            Set.of("job_id", "nodes", "restarts", "segment", "detail");

    private final Path folder;
    private final String job;
    private final List<String> problems = new ArrayList<>();

    private JobFile(Path folder, String job) {
        this.folder = folder;
        this.job = job;
    }

    /** What there is of a job, by its number as tables write it; {@code job} null if nothing. */
    public static Map<String, @Nullable Object> tree(RunAbout about, String job) {
        return new JobFile(about.folder(), job).tree(about);
    }

    private Map<String, @Nullable Object> tree(RunAbout about) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> lines = lines("jobs.csv.gz");
        Map<String, @Nullable Object> line = lines == null || lines.isEmpty() ? null : lines.get(0);
        List<Map<String, @Nullable Object>> stays = lines("segments.csv.gz");
        tree.put("job", line);
        tree.put("stays", stays == null ? List.of() : stays);
        tree.put("reasons", lines("waits.csv.gz"));
        Object on = line == null ? "" : line.get("machine");
        tree.put(
                "unit",
                about.machines().stream()
                        .filter(machine -> machine.name().equals(on))
                        .map(RunMachine::unit)
                        .findFirst()
                        .orElse(""));
        tree.put("problems", problems);
        return tree;
    }

    /** Its lines of a table, which stand together; null if there is no such table. */
    private @Nullable List<Map<String, @Nullable Object>> lines(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return null;
        }
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        try (Table lines = Table.open(file)) {
            int id = lines.needed("job_id");
            while (lines.next()) {
                if (lines.text(id).equals(job)) {
                    found.add(line(lines));
                } else if (!found.isEmpty()) {
                    break;
                }
            }
        } catch (IOException damaged) {
            problems.add(Table.problem(name, damaged));
        }
        return found;
    }

    private static Map<String, @Nullable Object> line(Table lines) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (int column = 0; column < lines.columns().size(); column++) {
            String name = lines.columns().get(column);
            line.put(name, value(name, lines.text(column)));
        }
        return line;
    }

    private static @Nullable Object value(String column, String text) {
        if (!column.endsWith("_s") && !NUMBERS.contains(column)) {
            return text;
        }
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException other) {
            return text;
        }
    }
}
