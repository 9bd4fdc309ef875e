package dandori.sim;

/** How much a run keeps of what was busy and what waited over time. */
public enum SeriesDetail {
    /** Nothing. */
    NONE,
    /** At most one row for each 5,000th of the window. */
    SAMPLED,
    /** A row for every instant at which something happened. */
    EVERY_CHANGE
}
