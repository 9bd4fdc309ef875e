package dandori.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names as texts, one text for equal bytes, so that nothing is made for a name that was seen.
 *
 * <p>Cost: some 10 ns a name, and the memory of the different ones.
 */
public final class Names {

    private static final int SPREAD = 0x9E3779B9; // 2³² over the golden ratio

    private @Nullable Name[] names = new @Nullable Name[64];
    private int count;

    /** None yet. */
    public Names() {}

    /** The text of what stands there, which is UTF-8. */
    public String text(byte[] bytes, int from, int to) {
        int place = place(bytes, from, to);
        Name known = names[place];
        if (known != null) {
            return known.text;
        }
        Name name =
                new Name(
                        Arrays.copyOfRange(bytes, from, to),
                        new String(bytes, from, to - from, StandardCharsets.UTF_8));
        names[place] = name;
        if (2 * ++count > names.length) {
            grow();
        }
        return name.text;
    }

    /** How many different ones there were. */
    public int count() {
        return count;
    }

    private int place(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int p = from; p < to; p++) {
            hash = 31 * hash + bytes[p];
        }
        int mask = names.length - 1;
        int spread = hash * SPREAD; // names that end in numbers differ in few bits
        int place = (spread ^ spread >>> 16) & mask;
        Name there = names[place];
        while (there != null && !there.is(bytes, from, to)) {
            place = place + 1 & mask;
            there = names[place];
        }
        return place;
    }

    private void grow() {
        @Nullable Name[] old = names;
        names = new @Nullable Name[2 * old.length];
        for (Name name : old) {
            if (name != null) {
                names[place(name.bytes, 0, name.bytes.length)] = name;
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never changed, and never compared
    private record Name(byte[] bytes, String text) {

        boolean is(byte[] others, int from, int to) {
            boolean isSame = bytes.length == to - from;
            for (int p = bytes.length - 1; isSame && p >= 0; p--) { // names often differ at the end
                isSame = bytes[p] == others[from + p];
            }
            return isSame;
        }
    }
}
