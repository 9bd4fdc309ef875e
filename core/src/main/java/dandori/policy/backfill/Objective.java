package dandori.policy.backfill;

/** What the rounds of {@link Rounds} are to bring about. */
public enum Objective {
    /** Jobs have nodes × time as equally as can be. */
    MAX_MIN,
    /** The same between organizations, by their shares, and between the jobs of each. */
    ORGANIZATIONS,
    /** Nobody is much later than it would be on an equal share of its own. */
    FINISH_TIME,
    /** The last end comes as early as can be. */
    MAKESPAN
}
