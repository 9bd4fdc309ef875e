package dandori.interconnect;

/**
 * One direction of a grid.
 *
 * @param name its name, such as {@code X}
 * @param length how many nodes stand along it, at least 1
 * @param wraps whether the last is joined to the first; an axis of length 2 that wraps has one
 *     cable all the same
 */
public record Axis(String name, int length, boolean wraps) {

    /** Checks the length. */
    public Axis {
        if (length < 1) {
            throw new IllegalArgumentException(
                    "Axis %s: its length (%d) must be at least 1.".formatted(name, length));
        }
    }

    /** Whether there is a second way round: it wraps and is longer than 2. */
    public boolean isRing() {
        return wraps && length > 2;
    }

    /** How many cables one line of nodes along it has; cable c joins c and c + 1. */
    public int cables() {
        return isRing() ? length : length - 1;
    }

    /**
     * The signed number of steps from one coordinate to another by the shorter way, upwards where
     * both ways are equally long.
     */
    public int steps(int from, int to) {
        int steps = to - from;
        if (!isRing()) {
            return steps;
        }
        int up = steps < 0 ? steps + length : steps;
        return 2 * up <= length ? up : up - length;
    }

    /** The most steps between two of its coordinates. */
    public int diameter() {
        return isRing() ? length / 2 : length - 1;
    }

    /** The fewest cables of one line that part it into two halves, as even as can be. */
    int cut() {
        return isRing() ? 2 : Math.min(length - 1, 1);
    }
}
