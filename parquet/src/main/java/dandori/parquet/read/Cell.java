package dandori.parquet.read;

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
    private @Nullable Dictionary dictionary;
    private @Nullable String[] texts = {};

    Cell(ColumnType.Form form, boolean unsigned) {
        this.form = form;
        this.unsigned = unsigned;
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
        } else {
            text =
                    value.length() > LONGEST
                            ? null
                            : new String(value.getBytesUnsafe(), StandardCharsets.UTF_8);
        }
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
