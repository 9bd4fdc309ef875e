package dandori.slurm;

import dandori.scenario.text.Issues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The qualities of service of a cluster: {@code sacctmgr show qos -P}, a header and fields between
 * {@code |}. Slurm documentation, sacctmgr(1).
 *
 * @param file the name of the file; empty where there is none
 * @param qualities by name in lower case, in order
 */
record SlurmQosTable(String file, Map<String, SlurmQos> qualities) {

    /** No file. */
    static final SlurmQosTable NONE = new SlurmQosTable("", Map.of());

    /** Long names of columns, by those that the table has. */
    private static final Map<String, String> COLUMNS =
            Map.ofEntries(
                    Map.entry("prio", "priority"),
                    Map.entry("maxtresperjob", "maxtres"),
                    Map.entry("maxtrespj", "maxtres"),
                    Map.entry("maxwalldurationperjob", "maxwall"),
                    Map.entry("maxtresperuser", "maxtrespu"),
                    Map.entry("maxjobsperuser", "maxjobspu"),
                    Map.entry("mintresperjob", "mintres"),
                    Map.entry("maxtresperaccount", "maxtrespa"),
                    Map.entry("maxjobsperaccount", "maxjobspa"));

    /** Whether there is a file. */
    boolean isThere() {
        return !file.isEmpty();
    }

    /** The quality of a name; null if there is none. */
    @Nullable SlurmQos of(String name) {
        return qualities.get(name.toLowerCase(Locale.ROOT));
    }

    /** The table of a file. */
    static SlurmQosTable read(Path path, Issues issues) {
        String file = String.valueOf(path.getFileName());
        Map<String, SlurmQos> qualities = new LinkedHashMap<>();
        String text = SlurmText.read(path, "", 0, issues);
        List<String> columns = List.of();
        String[] lines = text == null ? new String[0] : text.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            List<String> cells = List.of(lines[i].split("\\|", -1));
            if (lines[i].isBlank()) {
                continue;
            }
            if (columns.isEmpty()) {
                columns = cells.stream().map(SlurmQosTable::column).toList();
                if (!columns.contains("name")) {
                    issues.add(
                            file,
                            i + 1,
                            "has no column 'Name': '%s'.".formatted(SlurmText.shortened(lines[i])),
                            "the file is not from 'sacctmgr show qos -P'.");
                    break;
                }
            } else if (cells.size() < columns.size()) {
                issues.add(
                        file,
                        i + 1,
                        "has %d fields, but the header %d.".formatted(cells.size(), columns.size()),
                        null);
            } else {
                SlurmQos one = quality(columns, cells, i + 1);
                if (qualities.putIfAbsent(one.value("name").toLowerCase(Locale.ROOT), one)
                        != null) {
                    issues.add(file, i + 1, "'%s' is there twice.".formatted(one.name), null);
                }
                one.take("name");
            }
        }
        if (text != null && columns.isEmpty()) {
            issues.add(file, 0, "is empty.", "write it with 'sacctmgr show qos -P'.");
        }
        return new SlurmQosTable(file, qualities);
    }

    private static String column(String cell) {
        String name = cell.replaceAll("[\\s_]", "").toLowerCase(Locale.ROOT);
        return Objects.requireNonNullElse(COLUMNS.get(name), name);
    }

    private static SlurmQos quality(List<String> columns, List<String> cells, int line) {
        List<String> values = new ArrayList<>(cells);
        values.replaceAll(String::strip);
        SlurmQos one = new SlurmQos(SlurmText.name(values.get(columns.indexOf("name"))), line);
        for (int at = 0; at < columns.size(); at++) {
            one.put(columns.get(at), values.get(at));
        }
        return one;
    }
}
