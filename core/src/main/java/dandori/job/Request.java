package dandori.job;

import org.jspecify.annotations.Nullable;

/**
 * What a job asks for beyond nodes and time. Many jobs share one.
 *
 * @param shape the box that its nodes must form, or null where the machine's default holds
 * @param communication what it sends, or null if nothing is known of that
 * @param minimumMillis the time that it is sure to have, after which it goes on, up to its
 *     walltime, only while nobody else needs its nodes ({@code elapse=min-max}); 0 if it is sure of
 *     its walltime
 * @param consumption what it uses of each node
 * @param elasticity on how many nodes else it can run
 */
public record Request(
        @Nullable Shape shape,
        @Nullable Communication communication,
        long minimumMillis,
        Consumption consumption,
        Elasticity elasticity) {

    /** Nothing beyond nodes and time. */
    public static final Request PLAIN = new Request(null, null, 0);

    /** Checks the time. */
    public Request {
        if (minimumMillis < 0) {
            throw new IllegalArgumentException(
                    "minimumMillis (%d) must be at least 0.".formatted(minimumMillis));
        }
    }

    /** A request for whole nodes, of a rigid job. */
    public Request(
            @Nullable Shape shape, @Nullable Communication communication, long minimumMillis) {
        this(shape, communication, minimumMillis, Consumption.WHOLE, Elasticity.RIGID);
    }

    /** Whether it asks for nothing that only one machine may have. */
    public boolean isPlain() {
        return shape == null && communication == null && minimumMillis == 0;
    }

    /** A request for a shape. */
    public static Request of(Shape shape) {
        return new Request(shape, null, 0);
    }

    /** A request of a job that uses part of its nodes. */
    public static Request of(Consumption consumption) {
        return new Request(null, null, 0, consumption, Elasticity.RIGID);
    }

    /** A request of a job that can run on other numbers of nodes. */
    public static Request of(Elasticity elasticity) {
        return new Request(null, null, 0, Consumption.WHOLE, elasticity);
    }
}
