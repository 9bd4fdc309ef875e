package dandori.parquet.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/**
 * Where the library puts a value: a number as {@link #whole} or {@link #real}, a text as {@link
 * #text}. A text of a dictionary is made once for each row group.
 */
final class Cell extends PrimitiveConverter {

    /** How many bytes a number may have: 256 bits. */
    static final int LONGEST_NUMBER = 32;

    private static final int LONGEST = 1 << 16; // bytes of a text
    private static final int INT96 = 12; // bytes
    private static final long JULIAN_1970 = 2_440_588;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long NANOS = 1_000_000;

    long whole; // may be of 64 bits without sign
    double real;
    @Nullable String text; // null: too long

    private final ColumnType.Form form;
    private final boolean unsigned;
    private final int scale; // of texts that are numbers, −1 of others
    private @Nullable Dictionary dictionary;
    private @Nullable String[] texts = {};

    Cell(ColumnType.Form form, boolean unsigned, int scale) {
        this.form = form;
        this.unsigned = unsigned;
        this.scale = scale;
    }

    @Override
    public boolean hasDictionarySupport() {
        return form == ColumnType.Form.TEXT;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        this.dictionary = dictionary;
        texts = new String[dictionary.getMaxId() + 1];
    }

    @Override
    public void addValueFromDictionary(int id) {
        String known = texts[id];
        if (known == null) {
            addBinary(Objects.requireNonNull(dictionary).decodeToBinary(id));
            texts[id] = text;
        } else {
            text = known;
        }
    }

    @Override
    public void addBinary(Binary value) {
        if (form == ColumnType.Form.DATE) {
            whole = int96(value.toByteBuffer());
        } else if (scale >= 0) {
            text = decimal(value);
        } else {
            text =
                    value.length() > LONGEST
                            ? null
                            : new String(value.getBytesUnsafe(), StandardCharsets.UTF_8);
        }
    }

    private @Nullable String decimal(Binary value) {
        if (value.length() == 0 || value.length() > LONGEST_NUMBER) {
            return null;
        }
        BigDecimal number = new BigDecimal(new BigInteger(value.getBytesUnsafe()), scale);
        return number.stripTrailingZeros().toPlainString();
    }

    /** Nanoseconds of a day and a day, the least byte first, as milliseconds since 1970. */
    private static long int96(ByteBuffer bytes) {
        if (bytes.remaining() != INT96) {
            throw new Damage("a date has %,d bytes instead of 12.".formatted(bytes.remaining()));
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        return DAY_MILLIS * (bytes.getInt() - JULIAN_1970) + Math.floorDiv(nanos, NANOS);
    }

    @Override
    public void addBoolean(boolean value) {
        whole = value ? 1 : 0;
    }

    @Override
    public void addInt(int value) {
        whole = unsigned ? Integer.toUnsignedLong(value) : value;
    }

    @Override
    public void addLong(long value) {
        whole = value;
    }

    @Override
    public void addFloat(float value) {
        real = value;
    }

    @Override
    public void addDouble(double value) {
        real = value;
    }
}
