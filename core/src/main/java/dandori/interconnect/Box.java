package dandori.interconnect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The lengths of a box of cells.
 *
 * @param x cells along the first axis, at least 1
 * @param y cells along the second axis, at least 1
 * @param z cells along the third axis, at least 1
 */
public record Box(int x, int y, int z) {

    /** Checks the lengths. */
    public Box {
        if (x < 1 || y < 1 || z < 1) {
            throw new IllegalArgumentException(
                    "A box of %d x %d x %d cells cannot be.".formatted(x, y, z));
        }
    }

    /** How many cells it holds; {@link Integer#MAX_VALUE} if they are more than can be counted. */
    public int volume() {
        long volume = (long) x * y;
        volume = volume > Integer.MAX_VALUE ? volume : volume * z;
        return (int) Math.min(volume, Integer.MAX_VALUE);
    }

    /** The box with its axes exchanged in every way that makes a difference, itself first. */
    public List<Box> turned() {
        Set<Box> turned = new LinkedHashSet<>();
        turned.add(this);
        turned.add(new Box(x, z, y));
        turned.add(new Box(y, x, z));
        turned.add(new Box(y, z, x));
        turned.add(new Box(z, x, y));
        turned.add(new Box(z, y, x));
        return List.copyOf(turned);
    }

    /** Whether another box has room in this one as it stands. */
    public boolean holds(Box other) {
        return other.x <= x && other.y <= y && other.z <= z;
    }

    /** The largest box that both hold. */
    public Box common(Box other) {
        return new Box(Math.min(x, other.x), Math.min(y, other.y), Math.min(z, other.z));
    }
}
