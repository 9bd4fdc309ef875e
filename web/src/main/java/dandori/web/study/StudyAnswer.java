package dandori.web.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.util.RawValue;

/** All that the page of a study shows. */
public final class StudyAnswer {

    private final String at;
    private final Path folder;
    private final List<String> problems = new ArrayList<>();

    private StudyAnswer(String at, Path folder) {
        this.at = at;
        this.folder = folder;
    }

    /**
     * Reads a results folder; what cannot be read is told under {@code problems}, and the rest is
     * there.
     *
     * @param at how requests name the folder
     * @param folder the folder
     * @param variant which variant is wanted in full, from 0
     * @param nowMillis the time, in ms since 1970
     */
    public static Map<String, @Nullable Object> of(
            String at, Path folder, int variant, long nowMillis) {
        return new StudyAnswer(at, folder).tree(variant, nowMillis);
    }

    /**
     * What a comparison of studies needs of one: its line, its machines, and its summary with the
     * figure under each seed, of one variant; of the others their values.
     *
     * @param at how requests name the folder
     * @param folder the folder
     * @param variant which variant is compared, from 0
     * @param nowMillis the time, in ms since 1970
     */
    public static Map<String, @Nullable Object> toCompare(
            String at, Path folder, int variant, long nowMillis) {
        StudyAnswer answer = new StudyAnswer(at, folder);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("study", StudyLine.read(at, folder, nowMillis).tree());
        tree.put("variant", variant);
        tree.put(
                "summary",
                answer.read(
                        "summary.json",
                        file -> new RawValue(SlimSummary.readToCompare(file, variant))));
        answer.addOrigin(tree, variant);
        tree.put("problems", answer.problems);
        return tree;
    }

    private Map<String, @Nullable Object> tree(int variant, long nowMillis) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("study", StudyLine.read(at, folder, nowMillis).tree());
        tree.put("variant", variant);
        tree.put(
                "summary",
                read("summary.json", file -> new RawValue(SlimSummary.read(file, variant))));
        Set<Integer> numbers = addOrigin(tree, variant);
        tree.put("campaigns", read("campaigns.csv", file -> CampaignRows.read(file, numbers)));
        tree.put(
                "files",
                ResultFile.ALL.stream()
                        .map(ResultFile::name)
                        .filter(name -> Files.exists(folder.resolve(name)))
                        .toList());
        tree.put("problems", problems);
        return tree;
    }

    /**
     * Adds the simulations of a variant, while a study runs those of all, and its time 0; the
     * numbers of the simulations.
     */
    private Set<Integer> addOrigin(Map<String, @Nullable Object> tree, int variant) {
        Set<Integer> numbers = new HashSet<>();
        StudyCells cells = read("cells", any -> StudyCells.read(folder));
        boolean isOver = Files.exists(folder.resolve("summary.json"));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StudyCells.Cell cell : cells == null ? List.<StudyCells.Cell>of() : cells.cells()) {
            if (!isOver || cell.variant() == variant) {
                numbers.add(cell.number());
                Path its = folder.resolve(cell.folder());
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("cell", cell.folder());
                row.put("policy", cell.policy());
                row.put("seed", cell.seed());
                row.put("done", cell.isDone());
                row.put("tables", hasTables(its));
                rows.add(row);
            }
        }
        tree.put("cells", rows);
        tree.put("origin", cells == null ? null : cells.origins().get(variant));
        return numbers;
    }

    private static boolean hasTables(Path cell) {
        return Files.exists(cell.resolve("jobs.csv.gz"))
                || Files.exists(cell.resolve("jobs.parquet"));
    }

    /** How a file is read. */
    private interface Reading<T> {
        T of(Path file) throws IOException;
    }

    /** What a file holds; nothing if it is not there, or is damaged, which is told. */
    private <T> @Nullable T read(String name, Reading<T> reading) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return reading.of(file);
        } catch (JacksonException | IOException broken) {
            problems.add(StudyLine.file(at, name) + " is damaged or of a newer program.");
            return null;
        }
    }
}
