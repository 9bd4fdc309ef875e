package dandori.failure;

/** How old nodes are when a run begins. Of no matter where lives have no memory. */
public enum Age {
    /** All start their first life with the run: a machine that has just been built. */
    NEW,
    /** They have long been in service: what is left of a life met at a random instant. */
    SETTLED
}
