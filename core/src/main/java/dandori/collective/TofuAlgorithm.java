package dandori.collective;

/**
 * The algorithms of Fugaku's MPI library, each as a formula of few constants.
 *
 * <p>Time is in microseconds, bandwidth in GB/s (10⁹ bytes), so bytes / 1,000 / (GB/s) are
 * microseconds. The constants were fitted to the logarithms of measured times (medians of the
 * slowest rank; Fujitsu MPI 4.0.1 on Fugaku, 2025, one rank a node, torus allocation; data of the
 * study "Bine Trees", arXiv 2508.17311), by least squares with a loss that grows linearly beyond 20
 * %. One link of Tofu D carries 6.8 GB/s.
 */
enum TofuAlgorithm {
    /** The barrier of the network itself, which carries a few bytes: start, rounds, distance. */
    BARRIER(1.628, 0.3561, 0.04413) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            return c[0] + c[1] * shape.doublings() + c[2] * shape.radius();
        }
    },
    /** Whole vectors between partners ever farther away, whose paths share ever more links. */
    RECURSIVE_DOUBLING(3.252, 0.2488, 0.05181) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            double rounds = shape.doublings();
            return c[0] * rounds + c[1] * shape.radius() + c[2] * bytes / KILO * rounds * rounds;
        }
    },
    /** Trinaryx: trees along the axes, one for each, through which pieces follow each other. */
    PIPELINED_TREES(2.273, 3.207, 20.41, 3.999) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            return pipeline(c, shape, bytes / KILO / (c[0] * shape.ports()));
        }
    },
    /** Trinaryx on all six network interfaces at once. */
    PIPELINED_SIX_TREES(5.754, 2.744, 30.32, 6.954) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            return pipeline(c, shape, bytes / KILO / (c[0] * Math.sqrt(shape.ports())));
        }
    },
    /** A ring through all nodes on one network interface: reduce-scatter, then all-gather. */
    RING(5.329, 4.713) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            int steps = 2 * (shape.nodes() - 1);
            return c[0] * steps + bytes / KILO * steps / shape.nodes() / c[1];
        }
    },
    /** Parts that double in length between partners ever farther away. */
    RECURSIVE_GATHER(2.834, 0.09975, 0.09639) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            return recursive(c, shape, bytes);
        }
    },
    /** Parts that go round all axes both ways. */
    TORUS_GATHER(12.71, 3.062, 22.03, 3.893) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            double all = shape.nodes();
            return pipeline(c, shape, bytes / KILO * (all - 1) / all / (c[0] * shape.ports()));
        }
    },
    /** Halves, quarters and so on to partners ever farther away. */
    RECURSIVE_HALVING(3.389, 0.4998, 0.1281) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            return recursive(c, shape, bytes);
        }
    },
    /**
     * A message to each other node: so many starts, or so many bytes through the port and, on
     * longer axes, over each link; of the two the longer, with some overlap. Fitted also to 3.88
     * and 1.14 GB/s a node for 512 MiB on 8x8x8 and 64x64.
     */
    SPREAD(19.54, 0.437, 0.1161, 0.01429, 1.208) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            double all = shape.nodes();
            double starts = c[0] + c[1] * all;
            double volume = bytes / KILO * (all - 1) / all * (c[2] + c[3] * shape.longest());
            double both = StrictMath.pow(starts, c[4]) + StrictMath.pow(volume, c[4]);
            return StrictMath.pow(both, 1 / c[4]);
        }
    },
    /** A tree that doubles each round, whole vectors. */
    TREE(3.776, 0.243) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            return (c[0] + c[1] * bytes / KILO) * shape.doublings();
        }
    },
    /** The same on axes of 2 nodes, where the halves of a vector go different ways. */
    TREE_ON_PAIRS(4.7, 0.0644) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            return (c[0] + c[1] * bytes / KILO) * shape.doublings();
        }
    },
    /** Trinaryx away from one node, on all interfaces at once. */
    PIPELINED_BROADCAST(10.81, 2.09, 16.7, 2.155, 18.87) {
        @Override
        double micros(double[] c, LogicalShape shape, double bytes) {
            return c[4] + pipeline(c, shape, bytes / KILO / (c[0] * shape.ports()));
        }
    };

    private static final double KILO = 1_000;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed
    private final double[] constants;

    TofuAlgorithm(double... constants) {
        this.constants = constants;
    }

    /** The constants that were fitted. */
    double[] constants() {
        return constants.clone();
    }

    /** Microseconds with the constants that were fitted. */
    double micros(LogicalShape shape, double bytes) {
        return micros(constants, shape, bytes);
    }

    /** Microseconds with other constants. */
    abstract double micros(double[] c, LogicalShape shape, double bytes);

    /**
     * Pieces through a pipeline of p stages: p starts of c₁ each, the stream itself, and what a
     * piece costs on its way before the next can follow. Short pieces cost starts, long ones time
     * to pass; the best length costs in proportion to √(starts · stream), up to the length of the
     * library's buffers, c₂ a stage.
     */
    private static double pipeline(double[] c, LogicalShape shape, double stream) {
        int stages = shape.stages();
        double starts = c[1] * stages;
        return starts + stream + Math.min(c[3] * Math.sqrt(starts * stream), c[2] * stages);
    }

    private static double recursive(double[] c, LogicalShape shape, double bytes) {
        return c[0] * shape.doublings()
                + c[1] * shape.radius()
                + c[2] * bytes / KILO * shape.contention();
    }
}
