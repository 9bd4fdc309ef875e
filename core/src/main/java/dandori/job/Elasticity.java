package dandori.job;

/**
 * On how many nodes a job can run, and how fast it is there.
 *
 * <p>A moldable job has its size chosen before it starts; an elastic one can change it while it
 * runs, by going back to its last checkpoint.
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

    /** Whether other sizes than the one asked for will do. */
    default boolean isRigid() {
        return mostNodes() == 0;
    }
}
