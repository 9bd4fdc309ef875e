package dandori.machine;

/**
 * A span in which every node of a machine runs at a lower clock.
 *
 * @param fromMillis when it begins, in milliseconds since the origin
 * @param toMillis when it ends; later
 * @param machine whose nodes; empty for every machine
 * @param speed how fast jobs run then, above 0 and at most 1
 * @param busyWatts what a busy node draws then, above 0
 * @param name what people call it; empty for none
 */
public record Slowdown(
        long fromMillis,
        long toMillis,
        String machine,
        double speed,
        double busyWatts,
        String name) {

    /** Checks the figures. */
    public Slowdown {
        if (toMillis <= fromMillis || !(speed > 0 && speed <= 1 && busyWatts > 0)) {
            throw new IllegalArgumentException(
                    "A slowdown to %s of full speed at %s W from %d to %d ms cannot be."
                            .formatted(speed, busyWatts, fromMillis, toMillis));
        }
    }

    /** One without a name. */
    public Slowdown(
            long fromMillis, long toMillis, String machine, double speed, double busyWatts) {
        this(fromMillis, toMillis, machine, speed, busyWatts, "");
    }

    /** Whether it slows a machine. */
    public boolean reaches(Machine its) {
        return machine.isEmpty() || machine.equals(its.name());
    }

    /** Whether it is on at an instant. */
    public boolean isOn(long millis) {
        return fromMillis <= millis && millis < toMillis;
    }
}
