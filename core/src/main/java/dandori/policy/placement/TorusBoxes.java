package dandori.policy.placement;

import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Parts;
import dandori.policy.Placement;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Boxes of free cells on a torus, as on Fugaku: nobody else's traffic crosses them. A cell is a
 * {@link Granule}: a unit ({@code torus:unit}), a block of units ({@code torus:shelf}) or a node
 * ({@code mesh}). Fujitsu Software Technical Computing Suite V4.0L20, Job Operation Software
 * End-user's Guide, J2UL-2534, node allocation modes; Fugaku User Briefing, September 2025.
 *
 * <ul>
 *   <li>A job with a shape of three axes takes the box of cells that covers it: x nodes along the
 *       first axis need ⌈x / nodes of a cell along it⌉ cells, and so on. Unless it is strict, its
 *       axes may be exchanged; of all ways to do so those that need fewest cells and fit in the
 *       pool are tried. In mode torus, an axis that closes to a ring as written, because its cells
 *       are all of an axis that wraps, is only exchanged with one along which it closes too
 *       (assumed; the manual is silent): 48 × 6 × 48 nodes of Fugaku are two planes. {@code
 *       strict-io}: only as it stands, and beginning where a rack of 2 × 2 × 8 units begins. Of two
 *       axes, the first lies along x (and, inside a cell, y), the second is folded over y and z.
 *   <li>A job with a number of nodes alone, or a shape of one axis, takes, of the boxes that fit in
 *       the pool, or in its resource group, and have the cells needed and at most a tenth ({@code
 *       slack}) more, the one with least surface (none along an axis that wraps and that it fills),
 *       then of least volume, then with the shortest longest side; if there is none, the least
 *       volume above that; turned in any way. Without slack, 17 cells would make a rod of 17, for
 *       which there is hardly ever room: on synthetic jobs at a load of 0.94, a tenth raised what
 *       Fugaku gets done on shelves from 73 to 79 %.
 *   <li>Up to {@code small} nodes a job without a shape, or in mode noncont, takes any nodes
 *       ({@link Scattered} says which); so does a job of one node and one axis. With {@code
 *       gathers} whole cells are then taken from the last plane along the second axis on, and not
 *       where most neighbours are busy, so that the other planes stay whole for boxes.
 *   <li>Of the places of each box those are looked at where it is stopped along most axes ({@link
 *       dandori.interconnect.Corners}; on racks, all), and of these it is, over all boxes, the one
 *       with most contact ({@link dandori.interconnect.Contact}): then the box tried first, then
 *       the lowest anchor, by z, y, x. Or, where contact does not matter, the first box that fits,
 *       at its lowest anchor.
 * </ul>
 *
 * <p>Rounded up to whole cells, a job takes more nodes than it asks for. One whose box fits nowhere
 * in the pool, or in the nodes of its resource group, even if all is free, is rejected.
 *
 * <p>Cost: some µs for each way to turn a box, on 24 × 23 × 24 units; a box that did not fit is not
 * looked for again until another cell has become wholly free.
 *
 * @param granule what a cell is
 * @param small jobs without a shape that ask for no more nodes than that lie anywhere
 * @param slack how much larger than needed the box for a number of nodes may be, as a share, so
 *     that it is more compact; at least 0
 * @param byContact whether the place with most contact is chosen; the first, if not
 * @param gathers whether jobs that lie anywhere gather in the last planes along the second axis
 */
public record TorusBoxes(
        Granule granule, int small, double slack, boolean byContact, boolean gathers)
        implements Placement {

    /** Boxes among jobs that lie close to what is busy, wherever that is. */
    public TorusBoxes(Granule granule, int small, double slack, boolean byContact) {
        this(granule, small, slack, byContact, false);
    }

    @Override
    public Placement forRun(Machine machine, Pool pool) {
        return forRun(machine, pool, Parts.NONE);
    }

    @Override
    public Placement forRun(Machine machine, Pool pool, Parts parts) {
        return new BoxesInPool(CellMap.of(machine, pool, granule), parts, this);
    }

    @Override
    public @Nullable NodeSet place(int job, Situation now) {
        throw new IllegalStateException("Ask forRun(machine, pool) for a placement to use.");
    }

    private static Option smallOption(String defaultText) {
        return Option.count("small", defaultText)
                .says("Jobs without a shape up to so many nodes take any nodes.");
    }

    private static Option contactOption() {
        return Option.flag("contact", "true")
                .says("Choose the place that touches most walls and busy cells; else the first.");
    }

    private static Option slackOption() {
        return Option.number("slack", "0.1")
                .atLeast(0)
                .says("How much larger than needed a box may be, to be more compact.");
    }

    private static Option gatherOption() {
        return Option.flag("gather", "false")
                .says("Jobs that take any nodes gather in the last planes of the second axis.");
    }

    private static Placement made(Granule granule, Options options) {
        return new TorusBoxes(
                granule,
                options.count("small"),
                options.number("slack"),
                options.flag("contact"),
                options.flag("gather"));
    }

    private static final String SOURCE =
            "Fujitsu, Job Operation Software End-user's Guide, J2UL-2534";

    /** Makes boxes of units known as {@code torus:unit}. */
    public static final class UnitProvider extends NamedPart<Placement> {

        /** For the service loader. */
        public UnitProvider() {
            super(
                    Placement.class,
                    "torus:unit",
                    "A box of whole units of the torus; small jobs anywhere.",
                    SOURCE);
        }

        @Override
        public List<Option> options() {
            return List.of(smallOption("384"), slackOption(), contactOption(), gatherOption());
        }

        @Override
        public Placement create(Options options) {
            return made(Granule.UNIT, options);
        }
    }

    /** Makes boxes of blocks of units known as {@code torus:shelf}. */
    public static final class ShelfProvider extends NamedPart<Placement> {

        /** For the service loader. */
        public ShelfProvider() {
            super(
                    Placement.class,
                    "torus:shelf",
                    "A box of whole shelves, 1 x 1 x 4 units on Fugaku; small jobs anywhere.",
                    SOURCE);
        }

        @Override
        public List<Option> options() {
            String says = "Units of a shelf along the %s axis.";
            return List.of(
                    smallOption("384"),
                    slackOption(),
                    contactOption(),
                    gatherOption(),
                    Option.count("shelfX", "1").positive().says(says.formatted("first")),
                    Option.count("shelfY", "1").positive().says(says.formatted("second")),
                    Option.count("shelfZ", "4").positive().says(says.formatted("third")));
        }

        @Override
        public Placement create(Options options) {
            Granule shelf =
                    new Granule(
                            false,
                            options.count("shelfX"),
                            options.count("shelfY"),
                            options.count("shelfZ"));
            return made(shelf, options);
        }
    }

    /** Makes boxes of nodes known as {@code mesh}. */
    public static final class MeshProvider extends NamedPart<Placement> {

        /** For the service loader. */
        public MeshProvider() {
            super(
                    Placement.class,
                    "mesh",
                    "A box of nodes of the torus, its units folded open.",
                    SOURCE);
        }

        @Override
        public List<Option> options() {
            return List.of(smallOption("0"), slackOption(), contactOption(), gatherOption());
        }

        @Override
        public Placement create(Options options) {
            return made(Granule.NODE, options);
        }
    }
}
