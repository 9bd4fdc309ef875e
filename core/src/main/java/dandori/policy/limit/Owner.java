package dandori.policy.limit;

/** Who owns a part of the nodes under a quota. */
public enum Owner {
    /** Each organization. */
    ORGANIZATION,
    /** Each account that users are directly in. */
    ACCOUNT,
    /** Each user. */
    USER
}
