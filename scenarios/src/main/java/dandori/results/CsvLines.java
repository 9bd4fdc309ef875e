package dandori.results;

import dandori.engine.Durations;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Lines of a CSV file with a head, by Jackson: a value is quoted only where it must be; lines end
 * in a line feed.
 */
final class CsvLines implements AutoCloseable {

    private final JsonGenerator lines;

    /** Writes the head; the columns' names with commas between. */
    CsvLines(OutputStream out, String columns) {
        CsvSchema.Builder schema = CsvSchema.builder();
        for (String column : columns.split(",")) {
            schema.addColumn(column);
        }
        lines =
                CsvMapper.builder()
                        .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
                        .build()
                        .writer(schema.build().withHeader().withLineSeparator("\n"))
                        .createGenerator(out);
    }

    CsvLines begin() {
        lines.writeStartArray();
        return this;
    }

    CsvLines text(String value) {
        lines.writeString(value);
        return this;
    }

    CsvLines number(long value) {
        lines.writeNumber(value);
        return this;
    }

    /** Milliseconds as seconds, with as many decimals as they need. */
    CsvLines seconds(long millis) {
        if (millis % 1000 == 0) {
            lines.writeNumber(millis / 1000);
        } else {
            lines.writeString(Durations.seconds(millis));
        }
        return this;
    }

    /** Milliseconds as hours, with six decimals at most: to a hundredth of a second. */
    CsvLines hours(long millis) {
        BigDecimal hours =
                BigDecimal.valueOf(millis)
                        .divide(BigDecimal.valueOf(3_600_000), 6, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        lines.writeString(hours.toPlainString());
        return this;
    }

    /** A number with three decimals. */
    CsvLines thousandths(double value) {
        lines.writeString(new BigDecimal(value).setScale(3, RoundingMode.HALF_UP).toPlainString());
        return this;
    }

    /** So many thousandths, as a number with three decimals. */
    CsvLines ofThousandths(long count) {
        lines.writeString(BigDecimal.valueOf(count, 3).toPlainString());
        return this;
    }

    /** A number with three decimals, or nothing if it is none. */
    CsvLines thousandthsOrNothing(double value) {
        return Double.isFinite(value) ? thousandths(value) : text("");
    }

    /** A number with a decimal at most, or nothing if it is none. */
    CsvLines tenths(double value) {
        lines.writeString(
                Double.isFinite(value)
                        ? new BigDecimal(value)
                                .setScale(1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        : "");
        return this;
    }

    void end() {
        lines.writeEndArray();
    }

    /** Hands on what was written so far. */
    void flush() {
        lines.flush();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
