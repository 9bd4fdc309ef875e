package dandori.collective;

/** How long collectives take on the nodes of one job. Immutable, and safe to share. */
public interface CollectiveModel {

    /** How many ranks take part. */
    int ranks();

    /**
     * How long one collective takes.
     *
     * @param what which
     * @param bytes of the larger buffer of a rank, as {@link Collective} says; positive
     * @return seconds; 0 for one rank
     */
    double seconds(Collective what, double bytes);

    /**
     * The bus bandwidth: the bytes per second that pass a rank's port, which does not depend on the
     * number of ranks where the network is the limit.
     */
    default double busBytesPerSecond(Collective what, double bytes) {
        return what.busFactor(ranks()) * bytes / seconds(what, bytes);
    }

    /** Checks a number of bytes. */
    static double positive(double bytes) {
        if (!(bytes > 0 && bytes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bytes (%s) must be positive.".formatted(bytes));
        }
        return bytes;
    }
}
