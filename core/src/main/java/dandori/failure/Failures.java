package dandori.failure;

/**
 * What breaks on a machine in the course of a run, in order of time; of use for one run.
 *
 * <p>Failures do not depend on what runs where: two policies under comparison meet the same.
 */
public interface Failures {

    /** Nothing ever breaks. */
    Failures NONE =
            new Failures() {
                @Override
                public long nextAtMillis() {
                    return Long.MAX_VALUE;
                }

                @Override
                public Failure next() {
                    throw new IllegalStateException("Nothing breaks here.");
                }
            };

    /** When the next thing breaks, or {@link Long#MAX_VALUE} if nothing does any more. */
    long nextAtMillis();

    /** Takes the next; only to be called when {@link #nextAtMillis} names an instant. */
    Failure next();
}
