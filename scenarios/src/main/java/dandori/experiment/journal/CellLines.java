package dandori.experiment.journal;

import dandori.experiment.Cell;
import dandori.experiment.CellResult;
import dandori.experiment.VariantWorkloads;
import dandori.results.DamagedResultsException;
import dandori.scenario.PolicyParts;
import dandori.scenario.sweep.Variant;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of a study that is complete; nothing is written. */
public final class CellLines {

    private CellLines() {}

    /**
     * What all cells came to, in the order of the lines.
     *
     * @param study the folder of the study
     * @param variants those of its scenario
     * @throws DamagedResultsException if there is no such file, or a line of it is not whole or of
     *     another scenario
     */
    public static List<CellResult> read(Path study, List<Variant> variants) throws IOException {
        Path file = study.resolve(CellJournal.NAME);
        VariantWorkloads workloads = new VariantWorkloads((read, all) -> {});
        List<CellResult> results = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode tree = JsonMapper.shared().readTree(line);
                Cell cell = cell(tree, variants);
                results.add(CellLine.read(tree, cell, workloads.of(cell.variant()).campaigns()));
            }
        } catch (JacksonException
                | IllegalArgumentException
                | NoSuchElementException
                | NoSuchFileException broken) {
            throw new DamagedResultsException(file);
        }
        return results;
    }

    private static Cell cell(JsonNode tree, List<Variant> variants) {
        int number = tree.required("variant").intValue();
        String name = tree.required("policy").stringValue();
        Variant variant =
                variants.stream().filter(one -> one.number() == number).findFirst().orElseThrow();
        PolicyParts policy =
                variant.scenario().policies().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new Cell(
                tree.required("cell").intValue(),
                variant,
                policy,
                tree.required("seed").intValue());
    }
}
