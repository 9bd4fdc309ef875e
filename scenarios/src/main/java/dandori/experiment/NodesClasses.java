package dandori.experiment;

import dandori.machine.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Classes of jobs by size: 1, then up to f, up to f², … with the smallest power of two f by which
 * seven classes reach the largest machine.
 *
 * <p>A machine of 1,024 nodes has 1, 2–4, 5–16, 17–64, 65–256 and 257–1,024.
 */
public final class NodesClasses {

    /** The most classes. */
    private static final int MOST = 7;

    private final int[] largest; // size of each class, ascending; the last is the largest machine

    private NodesClasses(int[] largest) {
        this.largest = largest;
    }

    /** The classes that fit some machines. */
    public static NodesClasses of(List<Machine> machines) {
        int nodes = machines.stream().mapToInt(Machine::nodes).max().orElse(1);
        int[] bounds = bounds(nodes, 2);
        for (long factor = 4; bounds.length > MOST; factor *= 2) {
            bounds = bounds(nodes, factor);
        }
        return new NodesClasses(bounds);
    }

    private static int[] bounds(int nodes, long factor) {
        List<Integer> bounds = new ArrayList<>();
        for (long bound = 1; bound < nodes; bound *= factor) {
            bounds.add((int) bound);
        }
        bounds.add(nodes);
        return bounds.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many classes there are. */
    public int count() {
        return largest.length;
    }

    /** The class of a size, from 0; -1 for what is larger than every machine. */
    public int classOf(int nodes) {
        int place = Arrays.binarySearch(largest, nodes);
        int its = place >= 0 ? place : -place - 1;
        return its < largest.length ? its : -1;
    }

    /** What a class is called: {@code 1}, {@code 2-4}. */
    public String name(int index) {
        int first = index == 0 ? 1 : largest[index - 1] + 1;
        return first == largest[index]
                ? String.valueOf(first)
                : String.format(Locale.ROOT, "%d-%d", first, largest[index]);
    }
}
