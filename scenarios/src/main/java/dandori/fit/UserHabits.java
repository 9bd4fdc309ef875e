package dandori.fit;

/**
 * Who submits, and what he does again.
 *
 * @param users how many users there are; at least 1
 * @param exponent the k-th most active submits in proportion to 1 / k to this power, where not the
 *     same as before does
 * @param sameUser how likely the next job is of the same user, beyond chance
 * @param sameJob how likely a user asks for the nodes and the time limit of his job before, beyond
 *     chance
 */
public record UserHabits(int users, double exponent, double sameUser, double sameJob) {

    /** Checks the ranges. */
    public UserHabits {
        boolean areShares = sameUser >= 0 && sameUser <= 1 && sameJob >= 0 && sameJob <= 1;
        if (users < 1 || !Double.isFinite(exponent) || !areShares) {
            throw new IllegalArgumentException(
                    "users (%d) must be at least 1, sameUser (%s) and sameJob (%s) from 0 to 1."
                            .formatted(users, sameUser, sameJob));
        }
    }
}
