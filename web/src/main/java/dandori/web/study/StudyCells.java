package dandori.web.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulations of a study: which there are, which are done, and of which the tables were kept.
 *
 * @param cells the simulations, in order
 * @param origins of each variant, the date of time 0, where it is known
 */
record StudyCells(List<Cell> cells, Map<Integer, String> origins) {

    /** A simulation of a study. */
    record Cell(int number, int variant, String policy, long seed, boolean isDone) {

        /** Its folder within the study's. */
        String folder() {
            return String.format(Locale.ROOT, "cells/%04d", number);
        }
    }

    /**
     * Reads what a folder holds; while a study runs, only those that are done.
     *
     * @throws JacksonException if a line is damaged
     */
    static StudyCells read(Path folder) throws IOException {
        List<Cell> done = done(folder.resolve("cells/summaries.jsonl"));
        Path variants = folder.resolve("cells/variants.jsonl");
        if (!Files.exists(variants)) {
            return new StudyCells(done, Map.of());
        }
        Set<Integer> numbers = new HashSet<>();
        done.forEach(cell -> numbers.add(cell.number()));
        List<Cell> cells = new ArrayList<>();
        Map<Integer, String> origins = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(variants)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode variant = JsonMapper.shared().readTree(line);
                int place = variant.path("variant").intValue(0);
                if (variant.has("origin")) {
                    origins.put(place, variant.path("origin").stringValue(""));
                }
                for (JsonNode cell : variant.path("cells")) {
                    int number = cell.path("cell").intValue(0);
                    cells.add(
                            new Cell(
                                    number,
                                    place,
                                    cell.path("policy").stringValue(""),
                                    cell.path("seed").longValue(0),
                                    numbers.contains(number)));
                }
            }
        }
        return new StudyCells(cells, origins);
    }

    /** Those with a line of their own; a last line without its end does not count. */
    private static List<Cell> done(Path file) throws IOException {
        List<Cell> cells = new ArrayList<>();
        if (!Files.exists(file)) {
            return cells;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith("}")) {
                    cells.add(head(line));
                }
            }
        }
        cells.sort((a, b) -> Integer.compare(a.number(), b.number()));
        return cells;
    }

    /** The first keys of a line; the figures after them are not read. */
    private static Cell head(String line) {
        int number = 0;
        int variant = 0;
        long seed = 0;
        String policy = "";
        try (JsonParser parser = JsonMapper.shared().createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                switch (key) {
                    case "cell" -> number = parser.getIntValue();
                    case "variant" -> variant = parser.getIntValue();
                    case "policy" -> policy = parser.getString();
                    case "seed" -> seed = parser.getLongValue();
                    default -> {
                        return new Cell(number, variant, policy, seed, true);
                    }
                }
            }
        }
        return new Cell(number, variant, policy, seed, true);
    }
}
