package dandori.interconnect;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * A grid of any number of axes, each of which wraps or does not: torus, mesh, ring, or the six axes
 * of Tofu. Nodes are their own switches: a link is one direction of a cable between neighbours, and
 * what a node can inject at once is not limited otherwise.
 *
 * <p>Routes go along one axis after the other, in the order of {@link #axes}, the shorter way round
 * and upwards where both are equally long (dimension-ordered routing: Dally and Seitz,
 * "Deadlock-Free Message Routing in Multiprocessor Interconnection Networks", IEEE Transactions on
 * Computers 36(5), 1987).
 *
 * <p>The last {@link #unitAxes} axes may form a unit, as a, b, c do in Tofu (Ajima et al., "The
 * Tofu Interconnect D", CLUSTER 2018): {@link #folded} then shows the grid that jobs ask for.
 *
 * <p>Cost: {@link #hops} O(axes), {@link #route} O(axes + hops) without allocation; memory
 * O(2^axes) while it is made, O(axes) then.
 */
public final class Torus implements Interconnect {

    private static final int MOST_AXES = 16;

    private final List<Axis> axes;
    private final int unitAxes;
    private final List<Integer> numbering;
    private final double linkBytesPerSecond;
    private final int[] length; // by axis
    private final int[] stride; // by axis: how far apart in number two neighbours stand
    private final int[] firstLink; // by axis
    private final int nodes;
    private final int nodesPerUnit;
    private final int linkCount;
    private final long bisectionCables;

    /**
     * A grid.
     *
     * @param axes 1 to 16 axes
     * @param unitAxes how many axes at the end form a unit, at most half of them; 0 if none do
     * @param numbering each axis once, by its place in {@code axes}, from the one along which node
     *     numbers move farthest to the one along which they move by 1
     * @param linkBytesPerSecond what one direction of a cable carries
     */
    public Torus(
            List<Axis> axes, int unitAxes, List<Integer> numbering, double linkBytesPerSecond) {
        this.axes = List.copyOf(axes);
        this.unitAxes = unitAxes;
        this.numbering = List.copyOf(numbering);
        this.linkBytesPerSecond = Requirements.positive("linkBytesPerSecond", linkBytesPerSecond);
        check();
        int count = axes.size();
        length = this.axes.stream().mapToInt(Axis::length).toArray();
        stride = new int[count];
        long product = 1;
        for (int i = count - 1; i >= 0; i--) {
            int axis = numbering.get(i);
            stride[axis] = (int) product;
            product = Requirements.fitsInt("nodes", product * length[axis]);
        }
        nodes = (int) product;
        firstLink = new int[count];
        long links = 0;
        for (int axis = 0; axis < count; axis++) {
            firstLink[axis] = (int) links;
            links += 2L * (nodes / length[axis]) * axes.get(axis).cables();
            Requirements.fitsInt("links", links + 1);
        }
        linkCount = (int) links;
        int unit = 1;
        for (int axis = count - unitAxes; axis < count; axis++) {
            unit *= length[axis];
        }
        nodesPerUnit = unit;
        bisectionCables = GridBisection.cables(this.axes);
    }

    /**
     * Tofu D: rings X, Y, Z of units, each unit of a = 2, b = 3 (a ring) and c = 2, numbered Y, X,
     * Z, a, b, c from the slowest, so that the units of one Y are a range of numbers.
     *
     * @param x units along X
     * @param y units along Y
     * @param z units along Z
     * @param linkBytesPerSecond what one direction of a cable carries
     */
    public static Torus tofuD(int x, int y, int z, double linkBytesPerSecond) {
        return new Torus(
                List.of(
                        new Axis("X", x, true),
                        new Axis("Y", y, true),
                        new Axis("Z", z, true),
                        new Axis("a", 2, false),
                        new Axis("b", 3, true),
                        new Axis("c", 2, false)),
                3,
                List.of(1, 0, 2, 3, 4, 5),
                linkBytesPerSecond);
    }

    private void check() {
        int count = axes.size();
        if (count < 1 || count > MOST_AXES) {
            throw new IllegalArgumentException(
                    "A torus has 1 to %d axes, not %d.".formatted(MOST_AXES, count));
        }
        if (unitAxes < 0 || 2 * unitAxes > count) {
            throw new IllegalArgumentException(
                    "unitAxes (%d) must be from 0 to half of the %d axes."
                            .formatted(unitAxes, count));
        }
        boolean each = numbering.size() == count;
        for (int axis = 0; axis < count; axis++) {
            each &= numbering.contains(axis);
        }
        if (!each) {
            throw new IllegalArgumentException(
                    "numbering %s must name each axis from 0 to %d once."
                            .formatted(numbering, count - 1));
        }
    }

    /** The axes. */
    public List<Axis> axes() {
        return axes;
    }

    /** How many axes at the end form a unit. */
    public int unitAxes() {
        return unitAxes;
    }

    /** The axes by place, from the slowest in node numbers to the fastest. */
    public List<Integer> numbering() {
        return numbering;
    }

    /** What one direction of a cable carries. */
    public double linkBytesPerSecond() {
        return linkBytesPerSecond;
    }

    /** How many units there are; as many as nodes where no axes form one. */
    public int units() {
        return nodes / nodesPerUnit;
    }

    /** How many nodes a unit has; 1 where no axes form one. */
    public int nodesPerUnit() {
        return nodesPerUnit;
    }

    /** Where a node stands along an axis. */
    public int coordinate(int node, int axis) {
        return node / stride[axis] % length[axis];
    }

    /** The node at the given coordinates, one for each axis. */
    public int node(int... coordinates) {
        if (coordinates.length != length.length) {
            throw new IllegalArgumentException(
                    "A node of this torus has %d coordinates, not %d."
                            .formatted(length.length, coordinates.length));
        }
        int node = 0;
        for (int axis = 0; axis < length.length; axis++) {
            int coordinate =
                    Requirements.within(length[axis], axes.get(axis).name(), coordinates[axis]);
            node += coordinate * stride[axis];
        }
        return node;
    }

    /** The grid of single nodes that jobs ask for, each unit folded open along the outer axes. */
    public FoldedGrid folded() {
        return new FoldedGrid(this);
    }

    @Override
    public String kind() {
        return "torus";
    }

    @Override
    public int nodes() {
        return nodes;
    }

    @Override
    public int hops(int from, int to) {
        int hops = 0;
        for (int axis = 0; axis < length.length; axis++) {
            hops += Math.abs(steps(axis, from, to));
        }
        return hops;
    }

    @Override
    public int diameter() {
        return axes.stream().mapToInt(Axis::diameter).sum();
    }

    /**
     * Across the axis, or where its length is odd the axes, on which the fewest cables are cut: the
     * planes below the middle one, which is halved in turn (Aroca and Fernández Anta, "Bisection
     * (Band)Width of Product Networks with Application to Data Centers", IEEE TPDS 25(3), 2014).
     */
    @Override
    public double bisectionBytesPerSecond() {
        return nodes == 1 ? Double.POSITIVE_INFINITY : bisectionCables * linkBytesPerSecond;
    }

    @Override
    public int linkCount() {
        return linkCount;
    }

    @Override
    public double bytesPerSecond(int link) {
        Requirements.within(linkCount, "link", link);
        return linkBytesPerSecond;
    }

    @Override
    public void route(int from, int to, IntConsumer links) {
        int at = from;
        for (int axis = 0; axis < length.length; axis++) {
            int steps = steps(axis, from, to);
            if (steps != 0) {
                walk(axis, at, steps, links);
                at += (coordinate(to, axis) - coordinate(from, axis)) * stride[axis];
            }
        }
    }

    /** The links along one axis: two a cable, the one upwards first. */
    private void walk(int axis, int from, int steps, IntConsumer links) {
        int along = length[axis];
        int apart = stride[axis];
        int line = from / (apart * along) * apart + from % apart;
        int first = firstLink[axis] + 2 * line * axes.get(axis).cables();
        int at = coordinate(from, axis);
        for (int step = steps; step > 0; step--) {
            links.accept(first + 2 * at);
            at = at + 1 == along ? 0 : at + 1;
        }
        for (int step = steps; step < 0; step++) {
            at = at == 0 ? along - 1 : at - 1;
            links.accept(first + 2 * at + 1);
        }
    }

    private int steps(int axis, int from, int to) {
        return axes.get(axis).steps(coordinate(from, axis), coordinate(to, axis));
    }

    @Override
    public LinkGroups linkGroups() {
        return TorusLinkGroups.of(this);
    }

    int stride(int axis) {
        return stride[axis];
    }

    int firstLink(int axis) {
        return firstLink[axis];
    }

    /** Units are leaves, where their nodes are neighbours in number. */
    @Override
    public SwitchTree switches() {
        int outer = axes.size() - unitAxes;
        boolean together =
                numbering.subList(outer, axes.size()).stream().allMatch(axis -> axis >= outer);
        return unitAxes > 0 && together
                ? SwitchTree.even(nodes, nodesPerUnit)
                : SwitchTree.flat(nodes);
    }
}
