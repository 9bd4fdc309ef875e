package dandori.sim;

import java.util.Locale;

/** What becomes of jobs whose run time exceeds their walltime. */
public enum Overrun {
    /** They are ended at their walltime and counted as killed, as on real machines. */
    KILL,
    /**
     * Their walltime is raised to their run time, as in most published studies of traces; and those
     * that the network slows run on to their end. What the rules are told stays that walltime.
     */
    EXTEND;

    /** The word on the command line and in scenario files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
