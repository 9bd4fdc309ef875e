package dandori.parquet.read;

import java.util.Objects;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds, by the schema.
 *
 * @param form what its values are
 * @param perMillisecond dates alone: how many of its units are a millisecond; 0: they are days
 * @param isLocal dates alone: whether they are times of day without a zone
 * @param divisor numbers alone: 10 to the power of the decimals that they are written with
 * @param primitive its type for the library
 */
record ColumnType(
        Form form, long perMillisecond, boolean isLocal, double divisor, PrimitiveType primitive) {

    private static final long MICROS = 1_000;
    private static final long NANOS = 1_000_000;
    private static final int MOST_DECIMALS = 18; // that all numbers of 64 bits may have

    /** What values are. */
    enum Form {
        /** Whole numbers. */
        WHOLE,
        /** Other numbers. */
        REAL,
        /** Dates, or instants. */
        DATE,
        /** Texts. */
        TEXT
    }

    /** The type of a column; null if such columns are not read. */
    static @Nullable ColumnType of(SchemaElement element) {
        Type type = element.getType();
        if (type == null || type == Type.FIXED_LEN_BYTE_ARRAY) {
            return null;
        }
        boolean isOptional = element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
        PrimitiveTypeName name =
                type == Type.BYTE_ARRAY
                        ? PrimitiveTypeName.BINARY
                        : PrimitiveTypeName.valueOf(type.name());
        PrimitiveType primitive =
                (isOptional ? Types.optional(name) : Types.required(name)).named(element.getName());
        return switch (type) {
            case FLOAT, DOUBLE -> new ColumnType(Form.REAL, 0, false, 1, primitive);
            case BYTE_ARRAY ->
                    isDecimal(element) ? null : new ColumnType(Form.TEXT, 0, false, 1, primitive);
            case INT96 -> new ColumnType(Form.DATE, 1, true, 1, primitive);
            case INT32, INT64 -> ofWhole(element, primitive);
            default -> new ColumnType(Form.WHOLE, 0, false, 1, primitive);
        };
    }

    private static @Nullable ColumnType ofWhole(SchemaElement element, PrimitiveType primitive) {
        LogicalType logical = element.getLogicalType();
        ConvertedType converted = element.getConverted_type();
        if (logical != null && logical.isSetTIMESTAMP()) {
            TimeUnit unit = Objects.requireNonNull(logical.getTIMESTAMP().getUnit());
            long per = unit.isSetMILLIS() ? 1 : unit.isSetMICROS() ? MICROS : NANOS;
            boolean isLocal = !logical.getTIMESTAMP().isIsAdjustedToUTC();
            return new ColumnType(Form.DATE, per, isLocal, 1, primitive);
        }
        if (converted == ConvertedType.TIMESTAMP_MILLIS) {
            return new ColumnType(Form.DATE, 1, true, 1, primitive);
        }
        if (converted == ConvertedType.TIMESTAMP_MICROS) {
            return new ColumnType(Form.DATE, MICROS, true, 1, primitive);
        }
        if (logical != null && logical.isSetDATE() || converted == ConvertedType.DATE) {
            return new ColumnType(Form.DATE, 0, true, 1, primitive);
        }
        if (isDecimal(element)) {
            int scale =
                    logical != null && logical.isSetDECIMAL()
                            ? logical.getDECIMAL().getScale()
                            : element.getScale();
            if (scale < 0 || scale > MOST_DECIMALS) {
                return null;
            }
            Form form = scale == 0 ? Form.WHOLE : Form.REAL;
            return new ColumnType(form, 0, false, StrictMath.pow(10, scale), primitive);
        }
        return new ColumnType(Form.WHOLE, 0, false, 1, primitive);
    }

    private static boolean isDecimal(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        return logical != null && logical.isSetDECIMAL()
                || element.getConverted_type() == ConvertedType.DECIMAL;
    }

    /** Whether its whole numbers have no sign. */
    static boolean isUnsigned(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        return logical != null && logical.isSetINTEGER() && !logical.getINTEGER().isIsSigned()
                || element.getConverted_type() == ConvertedType.UINT_32
                || element.getConverted_type() == ConvertedType.UINT_64;
    }
}
