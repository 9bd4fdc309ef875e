package dandori.parquet.read;

import dandori.trace.Findings;
import dandori.trace.LogClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: what the row has in it. Whatever a writer made of it (numbers of any type,
 * texts that are numbers or dates), it is read as what is asked for.
 *
 * <p>A column that the file has not is one in which no row has anything.
 */
public final class Column {

    /** What is returned where a row has nothing. */
    public static final long NOTHING = Long.MIN_VALUE;

    private static final double GREATEST = 9e18; // below 2^63
    private static final double THOUSAND = 1e3;

    // Smallest numbers that can only be since 1970 in this unit: before them, the year 5138 in
    // seconds.
    private static final long MILLIS_FROM = 100_000_000_000L;
    private static final long MICROS_FROM = 100_000_000_000_000L;
    private static final long NANOS_FROM = 100_000_000_000_000_000L;

    private final int index; // among the leaves of the schema; −1: not in the file
    private final @Nullable ColumnType type;
    private final Findings findings;
    private final Cell cell;
    private final boolean unsigned;
    private final boolean mayBeNoTime;
    private @Nullable ColumnReaderImpl values;
    private boolean isKnown;

    private Column(int index, @Nullable ColumnType type, boolean unsigned, Findings findings) {
        this.index = index;
        this.type = type;
        this.findings = findings;
        this.unsigned = unsigned;
        ColumnType.Form form = type == null ? ColumnType.Form.WHOLE : type.form();
        cell = new Cell(form, unsigned, type == null ? -1 : type.scale());
        mayBeNoTime =
                type != null
                        && type.primitive().getPrimitiveTypeName() == PrimitiveTypeName.INT64
                        && form != ColumnType.Form.REAL
                        && !unsigned;
    }

    static Column absent(Findings findings) {
        return new Column(-1, null, false, findings);
    }

    static Column of(int index, ColumnType type, boolean unsigned, Findings findings) {
        return new Column(index, type, unsigned, findings);
    }

    int index() {
        return index;
    }

    /** Goes to before the first row of a row group. */
    void begin(Path path, ColumnMetaData chunk, @Nullable ParsedVersion writer) {
        ColumnType its = Objects.requireNonNull(type);
        ColumnDescriptor descriptor =
                new ColumnDescriptor(
                        new String[] {its.primitive().getName()},
                        its.primitive(),
                        0,
                        its.primitive().isRepetition(Repetition.OPTIONAL) ? 1 : 0);
        values =
                new ColumnReaderImpl(
                        descriptor, new Pages(path, chunk, its.primitive()), cell, writer);
    }

    /** Goes to the next row. */
    void advance() {
        ColumnReaderImpl from = Objects.requireNonNull(values);
        isKnown = from.getCurrentDefinitionLevel() == from.getDescriptor().getMaxDefinitionLevel();
        if (isKnown) {
            from.writeCurrentValueToConverter();
            if (mayBeNoTime && cell.whole == NOTHING) {
                findings.add(ValueOddity.NO_TIME);
                isKnown = false;
            }
        }
        from.consume();
    }

    /** Whether the file has it. */
    public boolean exists() {
        return index >= 0;
    }

    /** Whether the row has something in it. */
    public boolean isKnown() {
        return isKnown;
    }

    /** Whether it holds dates. */
    public boolean isDate() {
        return type != null && form() == ColumnType.Form.DATE;
    }

    /** Whether it holds texts. */
    public boolean isText() {
        return type != null && form() == ColumnType.Form.TEXT;
    }

    /** Whether it holds what is true or false: 1 or 0. */
    public boolean isTruth() {
        return type != null && type.primitive().getPrimitiveTypeName() == PrimitiveTypeName.BOOLEAN;
    }

    /**
     * A number in thousandths, to the nearest, of two the even one, or {@link #NOTHING}; {@link
     * Long#MAX_VALUE} or that below 0, if they are too many.
     */
    public long thousandths() {
        if (!isKnown) {
            return NOTHING;
        }
        if (form() == ColumnType.Form.WHOLE) {
            return times(1_000);
        }
        double real = real();
        if (Double.isNaN(real)) {
            return NOTHING;
        }
        if (Math.abs(real) >= GREATEST / THOUSAND) {
            return real < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
        }
        return exact(real).movePointRight(3).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    /** A whole number, or {@link #NOTHING}; decimals are cut off and counted. */
    public long whole() {
        if (!isKnown) {
            return NOTHING;
        }
        if (form() == ColumnType.Form.WHOLE || form() == ColumnType.Form.DATE) {
            return count();
        }
        double real = real();
        if (Double.isNaN(real)) {
            return NOTHING;
        }
        if (real != Math.rint(real)) {
            findings.add(ValueOddity.DECIMALS);
        }
        return (long) real;
    }

    /**
     * A duration in milliseconds, or {@link #NOTHING}.
     *
     * @param unitMillis what one is in the column
     */
    public long duration(long unitMillis) {
        if (!isKnown) {
            return NOTHING;
        }
        if (form() == ColumnType.Form.WHOLE) {
            return times(unitMillis);
        }
        double real = real();
        return Double.isNaN(real) ? NOTHING : Math.round(real * unitMillis);
    }

    /** A date in milliseconds since 1970, or {@link #NOTHING}. */
    public long date(LogClock clock) {
        ColumnType its = type;
        if (!isKnown || its == null) {
            return NOTHING;
        }
        if (its.form() == ColumnType.Form.DATE) {
            long millis =
                    its.perMillisecond() == 0
                            ? 86_400_000 * cell.whole
                            : Math.floorDiv(cell.whole, its.perMillisecond());
            return its.isLocal() ? clock.ofLocal(millis) : millis;
        }
        if (its.form() == ColumnType.Form.TEXT) {
            String date = text();
            if (date == null || date.isEmpty()) {
                return NOTHING;
            }
            long millis = clock.millis(date);
            if (millis != LogClock.NO_DATE) {
                return millis;
            }
        }
        double number = its.form() == ColumnType.Form.WHOLE ? count() : real();
        if (Double.isNaN(number)) {
            return NOTHING;
        }
        findings.add(ValueOddity.EPOCH);
        double size = Math.abs(number);
        return Math.round(
                size >= NANOS_FROM
                        ? number / 1e6
                        : size >= MICROS_FROM
                                ? number / THOUSAND
                                : size >= MILLIS_FROM ? number : number * THOUSAND);
    }

    /** As text, or null. */
    public @Nullable String text() {
        if (!isKnown) {
            return null;
        }
        return switch (form()) {
            case TEXT -> {
                if (cell.text == null) {
                    findings.add(ValueOddity.TOO_LONG);
                }
                yield cell.text;
            }
            case REAL -> {
                double real = real();
                yield Double.isNaN(real)
                        ? null
                        : new BigDecimal(Double.toString(real))
                                .stripTrailingZeros()
                                .toPlainString();
            }
            default -> unsigned ? Long.toUnsignedString(cell.whole) : Long.toString(cell.whole);
        };
    }

    /** A whole number; of those without sign, the greatest that fits. */
    private long count() {
        return unsigned && cell.whole < 0 ? Long.MAX_VALUE : cell.whole;
    }

    /** A multiple of a whole number; {@link Long#MAX_VALUE} or that below 0, if it is too much. */
    private long times(long factor) {
        long count = count();
        long limit = Long.MAX_VALUE / factor;
        boolean fits = count > -limit && count < limit;
        return fits ? factor * count : count < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
    }

    private ColumnType.Form form() {
        return Objects.requireNonNull(type).form();
    }

    /** What a number is, of which decimals have more digits than a double. */
    private BigDecimal exact(double real) {
        ColumnType its = Objects.requireNonNull(type);
        return form() == ColumnType.Form.REAL && !isFloating(its)
                ? BigDecimal.valueOf(cell.whole).divide(new BigDecimal(its.divisor()))
                : new BigDecimal(real);
    }

    /** A number of a column of other numbers, or of text; NaN: none. */
    private double real() {
        double number;
        if (form() == ColumnType.Form.REAL) {
            ColumnType its = Objects.requireNonNull(type);
            number = isFloating(its) ? cell.real : cell.whole / its.divisor();
        } else {
            String digits = text();
            if (digits == null || digits.isBlank()) {
                return Double.NaN;
            }
            try {
                number = Double.parseDouble(digits.strip());
            } catch (NumberFormatException none) {
                findings.add(ValueOddity.UNREADABLE);
                return Double.NaN;
            }
        }
        if (Double.isInfinite(number)) {
            findings.add(ValueOddity.INFINITE);
            return Double.NaN;
        }
        return number;
    }

    private static boolean isFloating(ColumnType type) {
        return switch (type.primitive().getPrimitiveTypeName()) {
            case FLOAT, DOUBLE -> true;
            default -> false;
        };
    }
}
