package dandori.job;

/**
 * What must have become of a job before one that depends on it may start. The names in brackets are
 * those of Slurm, sbatch(1), option {@code --dependency}.
 */
public enum Condition {
    /** It has left the system, in whatever way ({@code afterany}). */
    LEFT,
    /** It has completed ({@code afterok}); else the other is never wanted. */
    COMPLETED,
    /** It has left in another way ({@code afternotok}); else the other is never wanted. */
    NOT_COMPLETED,
    /** It has started, or left without having started ({@code after}). */
    STARTED
}
