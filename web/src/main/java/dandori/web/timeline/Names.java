package dandori.web.timeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts by number, in the order in which they first came; the same bytes make no second text.
 *
 * <p>A table of open addressing over the bytes, so that a line of a table costs a comparison.
 */
final class Names {

    private final List<String> texts = new ArrayList<>();
    private final List<byte[]> keys = new ArrayList<>();
    private int[] places = new int[64]; // number + 1, or 0; a power of two, at most half full
    private int last = -1; // the number that was last asked for

    /** The number of a text that is known beforehand. */
    int add(String text) {
        byte[] key = text.getBytes(StandardCharsets.UTF_8);
        int place = place(key, 0, key.length);
        return places[place] > 0 ? places[place] - 1 : put(place, key, 0, key.length);
    }

    /** The number of a value of a table's line. */
    int of(Table table, int column) {
        if (column < 0 || table.isQuoted(column)) {
            return add(table.text(column));
        }
        byte[] bytes = table.bytes();
        int from = table.from(column);
        int to = table.to(column);
        if (last >= 0 && isKey(last, bytes, from, to)) {
            return last;
        }
        int place = place(bytes, from, to);
        last = places[place] > 0 ? places[place] - 1 : put(place, bytes, from, to);
        return last;
    }

    /** All texts so far. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    int count() {
        return texts.size();
    }

    private int put(int place, byte[] bytes, int from, int to) {
        places[place] = texts.size() + 1;
        texts.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        keys.add(Arrays.copyOfRange(bytes, from, to));
        if (2 * texts.size() > places.length) {
            int[] wider = new int[2 * places.length];
            places = wider;
            for (int i = 0; i < keys.size(); i++) {
                wider[place(keys.get(i), 0, keys.get(i).length)] = i + 1;
            }
        }
        return texts.size() - 1;
    }

    private int place(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> 15) & places.length - 1;
        while (places[place] != 0 && !isKey(places[place] - 1, bytes, from, to)) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private boolean isKey(int number, byte[] bytes, int from, int to) {
        byte[] key = keys.get(number);
        return Arrays.equals(key, 0, key.length, bytes, from, to);
    }
}
