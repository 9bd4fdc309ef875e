package dandori.web.timeline;

import java.util.Arrays;

/**
 * Sets of nodes in one array, equal ones once. At its place a set has its number of ranges, then
 * first and count of each: 4 + 8 bytes a range.
 */
final class NodeSets {

    /** The place of the set without nodes. */
    static final int NONE = 0;

    private int[] packed = new int[1 << 12];
    private int end = 1; // the set without nodes has no ranges
    private int[] places = new int[1 << 10]; // of sets by hash; 0 is free; at most half full
    private int count;
    private int[] ranges = new int[64]; // of the set that is being put together
    private int filled;
    private int highest = -1; // node of the set that was last read

    NodeSets() {}

    /** Begins with all sets of another, which stays as it is. */
    NodeSets(int[] packed) {
        this.packed = packed.clone();
        this.end = packed.length;
    }

    /** The sets; those that are there stay where they are. */
    int[] packed() {
        return packed;
    }

    /** The place behind the last set. */
    int end() {
        return end;
    }

    /** First and count of each range of a set. */
    int[] ranges(int set) {
        return Arrays.copyOfRange(packed, set + 1, set + 1 + 2 * packed[set]);
    }

    /** Gives back the room that no set took. */
    void trim() {
        packed = Arrays.copyOf(packed, end);
        places = new int[16]; // what is added is no longer compared
        count = 0;
    }

    /** The highest node of the set that was read last; −1 if it was without nodes. */
    int highest() {
        return highest;
    }

    /** Where the set is that a line of a table names: {@code 0-11 24 36-47}. */
    int of(Table table, int column) throws DamagedTableException {
        highest = -1;
        if (table.isEmpty(column)) {
            return NONE;
        }
        byte[] bytes = table.bytes();
        int to = table.to(column);
        long first = -1; // of a range that has begun
        long number = -1;
        for (int at = table.from(column); at <= to; at++) {
            int one = at == to ? ' ' : bytes[at];
            if (one >= '0' && one <= '9' && number < 1_000_000_000) {
                number = 10 * Math.max(0, number) + one - '0';
            } else if (one == '-' && first < 0 && number >= 0) {
                first = number;
                number = -1;
            } else if (one == ' ' && number >= Math.max(first, highest + 1L)) {
                long begin = first < 0 ? number : first;
                if (begin <= highest || number >= Integer.MAX_VALUE) {
                    throw wrong(table, column);
                }
                add((int) begin, (int) (number - begin + 1));
                highest = (int) number;
                first = -1;
                number = -1;
            } else {
                throw wrong(table, column);
            }
        }
        return put();
    }

    private DamagedTableException wrong(Table table, int column) {
        filled = 0;
        return table.wrong(column);
    }

    /** Adds a range to the set that is being put together; one that adjoins the last widens it. */
    void add(int first, int nodes) {
        if (filled > 0 && ranges[filled - 2] + ranges[filled - 1] == first) {
            ranges[filled - 1] += nodes;
            return;
        }
        if (filled == ranges.length) {
            ranges = Arrays.copyOf(ranges, 2 * filled);
        }
        ranges[filled++] = first;
        ranges[filled++] = nodes;
    }

    /** Ends the set that was put together; where it is. */
    int put() {
        int place = place(ranges, 0, filled);
        int found = places[place];
        if (found == NONE) {
            found = append();
            places[place] = found;
            count++;
            if (2 * count > places.length) {
                widen();
            }
        }
        filled = 0;
        return found;
    }

    private int append() {
        if (end + 1 + filled > packed.length) {
            int wanted = Math.max(end + 1 + filled, packed.length + packed.length / 2);
            packed = Arrays.copyOf(packed, wanted);
        }
        int begin = end;
        packed[begin] = filled / 2;
        System.arraycopy(ranges, 0, packed, begin + 1, filled);
        end = begin + 1 + filled;
        return begin;
    }

    private void widen() {
        int[] narrow = places;
        places = new int[2 * narrow.length];
        for (int set : narrow) {
            if (set != NONE) {
                places[place(packed, set + 1, 2 * packed[set])] = set;
            }
        }
    }

    /** Where a set of ranges is to be looked for, or put, in the table. */
    private int place(int[] within, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 0x9E3779B1 + within[i];
        }
        int place = (hash ^ hash >>> 15) & places.length - 1;
        while (places[place] != NONE && !isAt(places[place], within, from, length)) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private boolean isAt(int set, int[] within, int from, int length) {
        return 2 * packed[set] == length
                && Arrays.equals(packed, set + 1, set + 1 + length, within, from, from + length);
    }
}
