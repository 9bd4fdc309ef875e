package dandori.trace;

/** A published set of rules by which the lines of a trace become jobs. */
public enum ImportPreset {
    /**
     * This simulator's own rules: what was asked for counts (requested processors, requested time),
     * the log's figures stand in where that is unknown, and a job is left out only if its size or
     * its run time is unknown.
     */
    DANDORI,
    /**
     * The filter behind Gaussier, Glesser, Reis and Trystram, "Improving Backfilling by using
     * Machine Learning to Predict Running Times", SC 2015: jobs must have a size within the
     * machine, a positive run time and estimate, and no negative submit time; run times are cut to
     * the estimate.
     */
    SC15
}
