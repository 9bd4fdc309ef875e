package dandori.campaign;

/** When the pieces of a campaign are submitted. */
public enum Chain {
    /** Each when the one before has ended. */
    AFTER_END,
    /** Each when the one before starts; it is held until that one has ended. */
    AHEAD
}
