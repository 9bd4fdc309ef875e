package dandori.wait;

/**
 * A part of a job's wait with one reason.
 *
 * @param fromMillis when it began, in milliseconds since the origin
 * @param toMillis when it ended, later than that
 * @param reason what the job waited for
 * @param forJob the row of the job that nodes were kept for ({@link WaitReason#RESERVED}), or that
 *     nobody may overtake ({@link WaitReason#ORDER}); {@link #NOBODY} if it is no single one
 */
public record Wait(long fromMillis, long toMillis, WaitReason reason, int forJob) {

    /** No job in particular. */
    public static final int NOBODY = -1;

    /** How long it lasted. */
    public long lengthMillis() {
        return toMillis - fromMillis;
    }
}
