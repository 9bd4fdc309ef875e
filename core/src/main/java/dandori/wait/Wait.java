package dandori.wait;

/**
 * A part of a job's wait with one reason.
 *
 * @param fromMillis when it began, in milliseconds since the origin
 * @param toMillis when it ended, later than that
 * @param reason what the job waited for
 * @param forJob the row of the job that nodes were kept for ({@link WaitReason#RESERVED}), or that
 *     nobody may overtake ({@link WaitReason#ORDER}); {@link #NOBODY} if it is no single one
 * @param name what people call the reservation ({@link WaitReason#RESERVED}), the outage ({@link
 *     WaitReason#MAINTENANCE}) or the cap ({@link WaitReason#POWER}), or whose limit ({@link
 *     WaitReason#QUOTA}) or budget ({@link WaitReason#SHARE}) it is; empty if it has no name, or it
 *     is none of them
 */
public record Wait(long fromMillis, long toMillis, WaitReason reason, int forJob, String name) {

    /** No job in particular. */
    public static final int NOBODY = -1;

    /** A part that is about nothing with a name. */
    public Wait(long fromMillis, long toMillis, WaitReason reason, int forJob) {
        this(fromMillis, toMillis, reason, forJob, "");
    }

    /** How long it lasted. */
    public long lengthMillis() {
        return toMillis - fromMillis;
    }
}
