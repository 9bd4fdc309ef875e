package dandori.collective;

import java.util.Arrays;

/**
 * Collectives of a job on Fugaku, one rank a node, in a box of its own (torus mode).
 *
 * <p>A job whose shape has three axes has three trees to send on, a flat one two; so 64x64 nodes
 * are slower than 16x16x16.
 *
 * @param shape the box in which the ranks are numbered
 * @param library how the MPI library chooses its algorithm
 */
public record TofuCollectives(LogicalShape shape, Library library) implements CollectiveModel {

    private static final double BARRIER_REDUCES = 8; // bytes; 32 were measured to be too many
    private static final double BARRIER_BROADCASTS = 32; // bytes; 256 were measured to be too many
    private static final double SMALL = 65_536; // bytes; between 16 KiB and 128 KiB as measured

    /** How the MPI library chooses its algorithm. */
    public enum Library {
        /** As it does when nobody tells it. */
        DEFAULT,
        /** As someone who has tried all of the library's own algorithms makes it. */
        TUNED
    }

    @Override
    public int ranks() {
        return shape.nodes();
    }

    @Override
    public double seconds(Collective what, double bytes) {
        CollectiveModel.positive(bytes);
        if (shape.nodes() == 1) {
            return 0;
        }
        double micros =
                library == Library.DEFAULT
                        ? chosen(what, bytes).micros(shape, bytes)
                        : quickest(what, bytes);
        return micros / 1e6;
    }

    /** The algorithm that the library takes by default. */
    TofuAlgorithm chosen(Collective what, double bytes) {
        boolean isSmall = bytes < SMALL;
        boolean hasRings = shape.hasRings();
        return switch (what) {
            case ALL_REDUCE -> {
                if (bytes <= BARRIER_REDUCES) {
                    yield TofuAlgorithm.BARRIER;
                }
                TofuAlgorithm large = hasRings ? TofuAlgorithm.PIPELINED_TREES : TofuAlgorithm.RING;
                yield isSmall ? TofuAlgorithm.RECURSIVE_DOUBLING : large;
            }
            case ALL_GATHER ->
                    isSmall || !hasRings
                            ? TofuAlgorithm.RECURSIVE_GATHER
                            : TofuAlgorithm.TORUS_GATHER;
            case REDUCE_SCATTER -> TofuAlgorithm.RECURSIVE_HALVING;
            case ALL_TO_ALL -> TofuAlgorithm.SPREAD;
            case BROADCAST -> {
                if (bytes <= BARRIER_BROADCASTS) {
                    yield TofuAlgorithm.BARRIER;
                }
                TofuAlgorithm large =
                        hasRings ? TofuAlgorithm.PIPELINED_BROADCAST : TofuAlgorithm.TREE_ON_PAIRS;
                yield isSmall ? TofuAlgorithm.TREE : large;
            }
        };
    }

    private double quickest(Collective what, double bytes) {
        double chosen = chosen(what, bytes).micros(shape, bytes);
        TofuAlgorithm[] others =
                switch (what) {
                    case ALL_REDUCE ->
                            new TofuAlgorithm[] {
                                TofuAlgorithm.RECURSIVE_DOUBLING,
                                TofuAlgorithm.PIPELINED_TREES,
                                TofuAlgorithm.PIPELINED_SIX_TREES
                            };
                    case ALL_GATHER -> new TofuAlgorithm[] {TofuAlgorithm.TORUS_GATHER};
                    case BROADCAST ->
                            new TofuAlgorithm[] {
                                TofuAlgorithm.TREE, TofuAlgorithm.PIPELINED_BROADCAST
                            };
                    case REDUCE_SCATTER, ALL_TO_ALL -> new TofuAlgorithm[0];
                };
        return Arrays.stream(others)
                .mapToDouble(algorithm -> algorithm.micros(shape, bytes))
                .reduce(chosen, Math::min);
    }
}
