package dandori.estimate;

import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestFile;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A table of training cases.
 *
 * @param columns the head of the file
 * @param rows a case a line, in the order of the file
 */
public record CaseTable(List<String> columns, List<CaseRow> rows) {

    private static final List<String> NEEDED = List.of("machine", "n_accel", "seq", "global_batch");
    private static final long LARGEST = 1L << 30;

    /** Keeps the lists. */
    public CaseTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * The table of a CSV file with a head.
     *
     * @throws ScenarioException if anything is wrong with it, with all issues
     */
    public static CaseTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            boolean isThere = Files.exists(file);
            String wrong = isThere ? "is no file." : "there is no such file.";
            String maybe = isThere ? null : NearestFile.maybe(file);
            throw new ScenarioException(file.toString(), List.of(new Issue("", 0, wrong, maybe)));
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new ScenarioException(
                        file.toString(),
                        List.of(new Issue("", 0, "is longer than 1 GiB.", "fewer cases.")));
            }
            return read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ScenarioException(
                    file.toString(),
                    List.of(new Issue("", 0, "cannot be read: " + e.getMessage() + ".", null)));
        }
    }

    /**
     * The table of bytes.
     *
     * @param name what issues call the file
     * @param bytes its contents, CSV in UTF-8
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static CaseTable read(String name, byte[] bytes) {
        Issues issues = new Issues();
        List<List<String>> lines = lines(name, bytes);
        if (lines.size() < 2) {
            issues.add("", 0, "has no case.", "a head and a line for each case.");
            throw new ScenarioException(name, issues.list());
        }
        List<String> head = lines.get(0).stream().map(String::strip).toList();
        Map<String, Integer> columns = columns(head, issues);
        CaseReading reading = new CaseReading(new CaseMachines());
        List<CaseRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size() && columns != null; i++) {
            List<String> texts = lines.get(i);
            if (texts.size() > head.size()) {
                issues.add(
                        "",
                        i + 1,
                        "has %d cells, but the head %d.".formatted(texts.size(), head.size()),
                        null);
                continue;
            }
            CaseRow row = row(reading, new CaseCells(columns, texts, i + 1, issues), texts);
            if (row != null) {
                rows.add(row);
            }
        }
        if (!issues.isEmpty()) {
            throw new ScenarioException(name, issues.list());
        }
        return new CaseTable(head, rows);
    }

    private static @Nullable CaseRow row(CaseReading reading, CaseCells cells, List<String> texts) {
        try {
            return reading.row(cells, texts);
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            cells.issue("", String.valueOf(impossible.getMessage()), null);
            return null;
        }
    }

    private static @Nullable Map<String, Integer> columns(List<String> head, Issues issues) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < head.size(); i++) {
            if (columns.put(head.get(i), i) != null) {
                issues.add("", 1, "the column '" + head.get(i) + "' is there twice.", null);
            }
        }
        for (String needed : NEEDED) {
            if (!columns.containsKey(needed)) {
                issues.add(
                        "",
                        1,
                        "there is no column '" + needed + "'.",
                        NearestName.of(needed, head)
                                .map(near -> "'" + near + "' is meant.")
                                .orElse("add it."));
            }
        }
        return issues.isEmpty() ? columns : null;
    }

    private static List<List<String>> lines(String name, byte[] bytes) {
        List<List<String>> lines = new ArrayList<>();
        try (MappingIterator<String[]> read =
                CsvMapper.builder()
                        .enable(CsvReadFeature.WRAP_AS_ARRAY)
                        .enable(CsvReadFeature.SKIP_EMPTY_LINES)
                        .build()
                        .readerFor(String[].class)
                        .readValues(new String(bytes, StandardCharsets.UTF_8))) {
            while (read.hasNextValue()) {
                lines.add(List.of(read.nextValue()));
            }
        } catch (JacksonException broken) {
            throw new ScenarioException(
                    name,
                    List.of(
                            new Issue(
                                    "",
                                    lines.size() + 1,
                                    "is no line of CSV: " + broken.getOriginalMessage(),
                                    null)));
        }
        return lines;
    }
}
