package dandori.experiment;

/** Is told how far an experiment has come; by one thread at a time, and not in order of cells. */
public interface RunListener {

    /** Listens to nothing. */
    RunListener NONE = new RunListener() {};

    /**
     * A round of an experiment begins.
     *
     * @param round its number, from 1
     * @param cells how many cells there are in it and all before it
     */
    default void roundBegins(int round, int cells) {}

    /**
     * Some jobs have ended.
     *
     * @param done how many so far, in all cells
     * @param all how many there are in all cells, about
     */
    default void jobsEnded(long done, long all) {}

    /** A cell is done, or has failed; so many are over. */
    default void cellsEnded(int done) {}
}
