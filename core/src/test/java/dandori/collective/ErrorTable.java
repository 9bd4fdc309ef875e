package dandori.collective;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How far the model is off, by collective and size. */
final class ErrorTable {

    private final Map<String, List<Double>> errors = new HashMap<>();

    private ErrorTable() {}

    /** Of the model as it is, against the library's default. */
    static ErrorTable ofDefault(List<Measurement> all) {
        ErrorTable table = new ErrorTable();
        table.addAll(all, row -> micros(row, TofuCollectives.Library.DEFAULT));
        return table;
    }

    /** Of the model whose constants never saw the shape that they are asked for. */
    static ErrorTable leaveOneShapeOut(List<Measurement> all) {
        ErrorTable table = new ErrorTable();
        for (LogicalShape held : all.stream().map(Measurement::shape).distinct().toList()) {
            List<Measurement> others =
                    all.stream().filter(row -> !row.shape().equals(held)).toList();
            List<Measurement> asked = all.stream().filter(row -> row.shape().equals(held)).toList();
            Map<TofuAlgorithm, double[]> fitted = new EnumMap<>(TofuAlgorithm.class);
            for (TofuAlgorithm algorithm : TofuAlgorithm.values()) {
                List<Measurement> rows = Refit.rows(algorithm, others);
                boolean isNeeded =
                        asked.stream()
                                .anyMatch(row -> row.isDefault() && Refit.chosen(row) == algorithm);
                if (isNeeded && !rows.isEmpty()) {
                    fitted.put(algorithm, Refit.constants(algorithm, rows));
                }
            }
            List<Measurement> answered =
                    asked.stream().filter(row -> fitted.containsKey(Refit.chosen(row))).toList();
            table.addAll(
                    answered,
                    row -> {
                        TofuAlgorithm algorithm = Refit.chosen(row);
                        return algorithm.micros(fitted.get(algorithm), row.shape(), row.bytes());
                    });
        }
        return table;
    }

    private void addAll(List<Measurement> rows, ToDoubleFunction<Measurement> model) {
        rows.stream()
                .filter(Measurement::isDefault)
                .forEach(row -> add(row, row.error(model.applyAsDouble(row))));
    }

    /**
     * Of the tuned model, against the quickest of the library's algorithms where at least four of
     * them were measured.
     */
    static ErrorTable ofTuned(List<Measurement> all) {
        ErrorTable table = new ErrorTable();
        Map<String, List<Measurement>> cells = new HashMap<>();
        for (Measurement row : all) {
            String cell = row.what() + " " + row.shape() + " " + row.bytes();
            cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(row);
        }
        for (List<Measurement> cell : cells.values()) {
            if (cell.size() >= 4) {
                Measurement best =
                        cell.stream()
                                .min((a, b) -> Double.compare(a.micros(), b.micros()))
                                .orElseThrow();
                table.add(best, best.error(micros(best, TofuCollectives.Library.TUNED)));
            }
        }
        return table;
    }

    private static double micros(Measurement row, TofuCollectives.Library library) {
        return 1e6 * new TofuCollectives(row.shape(), library).seconds(row.what(), row.bytes());
    }

    private void add(Measurement row, double error) {
        errors.computeIfAbsent(key(row.what(), row.size()), key -> new ArrayList<>()).add(error);
    }

    private static String key(Collective what, SizeClass size) {
        return what + " " + size;
    }

    /** How many rows were compared. */
    int count(Collective what, SizeClass size) {
        return errors.getOrDefault(key(what, size), List.of()).size();
    }

    /** The mean of the sizes of the relative errors. */
    double mean(Collective what, SizeClass size) {
        return errors.getOrDefault(key(what, size), List.of()).stream()
                .mapToDouble(Math::abs)
                .average()
                .orElse(0);
    }

    /** The largest of them. */
    double worst(Collective what, SizeClass size) {
        return errors.getOrDefault(key(what, size), List.of()).stream()
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
    }

    /** The columns of one line of a table, each begun by a bar. */
    String cells(Collective what, SizeClass size) {
        return count(what, size) == 0
                ? "| 0 | – | – "
                : String.format(
                        Locale.ROOT,
                        "| %d | %.0f %% | %.0f %% ",
                        count(what, size),
                        100 * mean(what, size),
                        100 * worst(what, size));
    }
}
