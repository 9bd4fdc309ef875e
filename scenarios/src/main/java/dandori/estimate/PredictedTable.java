package dandori.estimate;

import dandori.training.StepConstants;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * A table with what is predicted for each case, in the order of the cases.
 *
 * <p>Columns after those of the table: {@code predicted_s}; {@code mfu} as a part of 1; {@code
 * fits}, {@code needs_gib}, {@code has_gib}; the parts of the step in seconds; {@code remarks},
 * what was assumed and what does not agree.
 */
public final class PredictedTable {

    private static final List<String> COLUMNS =
            List.of(
                    "predicted_s",
                    "mfu",
                    "fits",
                    "needs_gib",
                    "has_gib",
                    "compute",
                    "bubble",
                    "tensor",
                    "pipeline",
                    "data",
                    "optimizer",
                    "remarks");
    private static final int DIGITS = 6;
    private static final double LARGEST = 1e18;
    private static final double SMALLEST = 1e-12; // what is less has fewer digits

    private final CaseTable table;
    private final List<Prediction> predictions = new ArrayList<>();

    /** Predicts every case of a table with the constants of its machine. */
    public PredictedTable(CaseTable table) {
        this.table = table;
        CaseMachines machines = new CaseMachines();
        Map<String, StepConstants> constants = new HashMap<>();
        for (CaseRow row : table.rows()) {
            StepConstants of =
                    constants.computeIfAbsent(
                            row.machine(), name -> machines.of(name).calibration().constants());
            predictions.add(Prediction.of(row.what(), of));
        }
    }

    /** What is predicted, case by case. */
    public List<Prediction> predictions() {
        return List.copyOf(predictions);
    }

    /** The mean error on the lines that were measured and can be; NaN if there are none. */
    public double meanError() {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < predictions.size(); i++) {
            CaseRow row = table.rows().get(i);
            if (!Double.isNaN(row.seconds()) && !row.what().isImpossible(row.seconds())) {
                sum += Math.abs(predictions.get(i).time().seconds() / row.seconds() - 1);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Writes the table as CSV. */
    public void writeTo(OutputStream out) {
        CsvSchema.Builder schema = CsvSchema.builder();
        table.columns().stream().filter(name -> !COLUMNS.contains(name)).forEach(schema::addColumn);
        COLUMNS.forEach(schema::addColumn);
        try (JsonGenerator lines =
                CsvMapper.builder()
                        .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
                        .build()
                        .writer(schema.build().withHeader().withLineSeparator("\n"))
                        .createGenerator(out)) {
            for (int i = 0; i < predictions.size(); i++) {
                lines.writeStartArray();
                write(lines, table.rows().get(i), predictions.get(i));
                lines.writeEndArray();
            }
        }
    }

    private void write(JsonGenerator lines, CaseRow row, Prediction prediction) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (!COLUMNS.contains(table.columns().get(i))) {
                lines.writeString(i < row.cells().size() ? row.cells().get(i) : "");
            }
        }
        lines.writeString(number(prediction.time().seconds()));
        lines.writeString(number(prediction.time().mfu()));
        lines.writeString(String.valueOf(prediction.memory().fits()));
        lines.writeString(number(prediction.memory().needsGib()));
        lines.writeString(number(prediction.memory().hasGib()));
        lines.writeString(number(prediction.time().compute()));
        lines.writeString(number(prediction.time().bubble()));
        lines.writeString(number(prediction.time().tensor()));
        lines.writeString(number(prediction.time().pipeline()));
        lines.writeString(number(prediction.time().data()));
        lines.writeString(number(prediction.time().optimizer()));
        List<String> remarks = new ArrayList<>(row.remarks());
        if (!Double.isNaN(row.seconds()) && row.what().isImpossible(row.seconds())) {
            remarks.add("the measured time is impossible: it would take more than the peak");
        }
        lines.writeString(String.join("; ", remarks));
    }

    /** A number with six digits; nothing where there is none. */
    static String number(double value) {
        if (!(Math.abs(value) < LARGEST)) {
            return "";
        }
        int scale = DIGITS - 1;
        double factor = 1e5; // 10 to the power of scale; exact from 1 to 1e22
        double size = Math.abs(value);
        for (double bound = 10; size >= bound; bound *= 10) {
            scale--;
            factor /= 10;
        }
        for (double bound = 1; size < bound && size > SMALLEST; bound /= 10) {
            scale++;
            factor *= 10;
        }
        BigDecimal digits = BigDecimal.valueOf((long) Math.rint(value * factor), scale);
        return digits.signum() == 0 ? "0" : digits.stripTrailingZeros().toPlainString();
    }
}
