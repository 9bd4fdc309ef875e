package dandori.job;

/**
 * What a job uses of each of its nodes, where it says so; of the rest it uses all that there is.
 * Nodes are never divided for it: this is what shares are counted by, not what fits.
 *
 * @param accelerators how many, at least 0; {@link #ALL} if all
 * @param memoryBytes main memory, in bytes, at least 0; {@link #ALL} if all
 * @param watts power, in watts, at least 0; {@link #ALL} as much as a node that computes
 */
public record Consumption(double accelerators, double memoryBytes, double watts) {

    /** All that a node has. */
    public static final double ALL = -1;

    /** Whole nodes. */
    public static final Consumption WHOLE = new Consumption(ALL, ALL, ALL);

    /** Checks the ranges. */
    public Consumption {
        check("accelerators", accelerators);
        check("memoryBytes", memoryBytes);
        check("watts", watts);
    }

    private static void check(String what, double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY) && amount != ALL) {
            throw new IllegalArgumentException(
                    "%s (%s) must be at least 0.".formatted(what, amount));
        }
    }
}
