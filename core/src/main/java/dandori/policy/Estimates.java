package dandori.policy;

import java.util.Locale;

/**
 * How long the rules are told that a job will run. Jobs are killed at their walltime in any case.
 */
public enum Estimates {
    /** Its walltime, as its user asked for it. */
    REQUESTED,
    /**
     * How long it will really run, cut at the walltime: an upper bound on what predictions could
     * do. Of a job that outlives failures, such as a piece of a campaign, the walltime: how long it
     * runs depends on its nodes, and on what will break.
     */
    EXACT,
    /**
     * How long the last two jobs of its user ran, on average, cut at the walltime; corrected where
     * a job outlives it. Until two have ended, and for jobs that outlive failures, the walltime.
     * Tsafrir, Etsion and Feitelson, IEEE TPDS 18(6), 2007; {@code sjbf} with it is their EASY++.
     */
    PREDICTED;

    /** The word in scenario files and on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
