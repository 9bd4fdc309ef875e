package dandori.network;

/**
 * What a job's messages do to links when each of its nodes sends 1 byte per second.
 *
 * @param links the links that they cross, each once
 * @param use by place in {@code links}: how many bytes per second that link carries
 * @param alone the bytes per second that a node gets with nobody else about: as much as the link
 *     that is loaded most, for what it carries, lets through; infinite where no link is crossed
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record Footprint(int[] links, double[] use, double alone) {

    /** Of a job that crosses no link. */
    static final Footprint NOTHING =
            new Footprint(new int[0], new double[0], Double.POSITIVE_INFINITY);
}
