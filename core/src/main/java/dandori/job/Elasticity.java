package dandori.job;

/**
 * On how many nodes a job can run, and how fast it is there.
 *
 * <p>A moldable job has its size chosen before it starts; an elastic one can change it while it
 * runs, by going back to its last checkpoint. By default it can have any number of nodes between
 * the smallest size and the largest.
 */
public interface Elasticity {

    /** A job that runs on as many nodes as it asks for, and no others. */
    Elasticity RIGID =
            new Elasticity() {
                @Override
                public int leastNodes() {
                    return 0;
                }

                @Override
                public int mostNodes() {
                    return 0;
                }

                @Override
                public double speedup(int nodes) {
                    return 1;
                }
            };

    /** The smallest size, 0 of a rigid job. */
    int leastNodes();

    /** The largest size, 0 of a rigid job. */
    int mostNodes();

    /** How many times as fast it is on some nodes as on the fewest; at least above 0. */
    double speedup(int nodes);

    /** The next larger size than one that it can have: by default a node more. */
    default int nextNodes(int nodes) {
        return nodes + 1;
    }

    /** The largest size that is no larger than so many nodes; the smallest if none is. */
    default int nodesWithin(int nodes) {
        return Math.max(leastNodes(), Math.min(mostNodes(), nodes));
    }

    /** Whether other sizes than the one asked for will do. */
    default boolean isRigid() {
        return mostNodes() == 0;
    }
}
