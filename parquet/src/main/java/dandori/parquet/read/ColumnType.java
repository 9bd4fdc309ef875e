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
 * @param scale texts alone: how many digits are decimals, where texts are numbers, kept as bytes
 *     with the highest first; −1: they are texts
 * @param primitive its type for the library
 */
record ColumnType(
        Form form,
        long perMillisecond,
        boolean isLocal,
        double divisor,
        int scale,
        PrimitiveType primitive) {

    private static final long MICROS = 1_000;
    private static final long NANOS = 1_000_000;
    private static final int MOST_DECIMALS = 18; // that all numbers of 64 bits may have
    private static final int MOST_DIGITS = 76; // of numbers of 256 bits

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

    private ColumnType(Form form, long perMillisecond, boolean isLocal, PrimitiveType primitive) {
        this(form, perMillisecond, isLocal, 1, -1, primitive);
    }

    /** The type of a column; null if such columns are not read. */
    static @Nullable ColumnType of(SchemaElement element) {
        Type type = element.getType();
        boolean areOtherBytes = type == Type.FIXED_LEN_BYTE_ARRAY && !isNumber(element);
        if (type == null || areOtherBytes) {
            return null;
        }
        PrimitiveType primitive = primitive(element, type);
        return switch (type) {
            case FLOAT, DOUBLE -> new ColumnType(Form.REAL, 0, false, primitive);
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> ofBytes(element, primitive);
            case INT96 -> new ColumnType(Form.DATE, 1, true, primitive);
            case INT32, INT64 -> ofWhole(element, primitive);
            default -> new ColumnType(Form.WHOLE, 0, false, primitive);
        };
    }

    private static PrimitiveType primitive(SchemaElement element, Type type) {
        PrimitiveTypeName name =
                type == Type.BYTE_ARRAY
                        ? PrimitiveTypeName.BINARY
                        : PrimitiveTypeName.valueOf(type.name());
        var primitive =
                element.getRepetition_type() == FieldRepetitionType.OPTIONAL
                        ? Types.optional(name)
                        : Types.required(name);
        return type == Type.FIXED_LEN_BYTE_ARRAY
                ? primitive.length(element.getType_length()).named(element.getName())
                : primitive.named(element.getName());
    }

    /** Whether bytes of one length are a number. */
    private static boolean isNumber(SchemaElement element) {
        int length = element.getType_length();
        return isDecimal(element) && length > 0 && length <= Cell.LONGEST_NUMBER;
    }

    private static @Nullable ColumnType ofBytes(SchemaElement element, PrimitiveType primitive) {
        if (!isDecimal(element)) {
            return new ColumnType(Form.TEXT, 0, false, primitive);
        }
        int scale = scale(element);
        return scale < 0 || scale > MOST_DIGITS
                ? null
                : new ColumnType(Form.TEXT, 0, false, 1, scale, primitive);
    }

    private static @Nullable ColumnType ofWhole(SchemaElement element, PrimitiveType primitive) {
        LogicalType logical = element.getLogicalType();
        ConvertedType converted = element.getConverted_type();
        if (logical != null && logical.isSetTIMESTAMP()) {
            TimeUnit unit = Objects.requireNonNull(logical.getTIMESTAMP().getUnit());
            long per = unit.isSetMILLIS() ? 1 : unit.isSetMICROS() ? MICROS : NANOS;
            boolean isLocal = !logical.getTIMESTAMP().isIsAdjustedToUTC();
            return new ColumnType(Form.DATE, per, isLocal, primitive);
        }
        if (converted == ConvertedType.TIMESTAMP_MILLIS) {
            return new ColumnType(Form.DATE, 1, true, primitive);
        }
        if (converted == ConvertedType.TIMESTAMP_MICROS) {
            return new ColumnType(Form.DATE, MICROS, true, primitive);
        }
        if (logical != null && logical.isSetDATE() || converted == ConvertedType.DATE) {
            return new ColumnType(Form.DATE, 0, true, primitive);
        }
        if (isDecimal(element)) {
            int scale = scale(element);
            if (scale < 0 || scale > MOST_DECIMALS) {
                return null;
            }
            Form form = scale == 0 ? Form.WHOLE : Form.REAL;
            return new ColumnType(form, 0, false, StrictMath.pow(10, scale), -1, primitive);
        }
        return new ColumnType(Form.WHOLE, 0, false, primitive);
    }

    private static boolean isDecimal(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        return logical != null && logical.isSetDECIMAL()
                || element.getConverted_type() == ConvertedType.DECIMAL;
    }

    private static int scale(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        return logical != null && logical.isSetDECIMAL()
                ? logical.getDECIMAL().getScale()
                : element.getScale();
    }

    /** Whether its whole numbers have no sign. */
    static boolean isUnsigned(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        return logical != null && logical.isSetINTEGER() && !logical.getINTEGER().isIsSigned()
                || element.getConverted_type() == ConvertedType.UINT_32
                || element.getConverted_type() == ConvertedType.UINT_64;
    }
}
