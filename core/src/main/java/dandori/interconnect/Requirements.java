package dandori.interconnect;

import java.util.Locale;

/** What the figures of an interconnect must satisfy, said in one form. */
final class Requirements {

    private Requirements() {}

    static int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "%s (%d) must be at least %d.".formatted(name, value, least));
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s (%s) must be above 0.", name, value));
        }
        return value;
    }

    static int fitsInt(String name, long value) {
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%s (%d) must be between 1 and %d.".formatted(name, value, Integer.MAX_VALUE));
        }
        return (int) value;
    }

    /** Refuses a node or link that is not there. */
    static int within(int count, String name, int number) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException(
                    "%s (%d) must be from 0 to %d.".formatted(name, number, count - 1));
        }
        return number;
    }
}
