package dandori.generate;

/**
 * A figure of generated jobs: what the model was asked for, what its jobs came to, and what is
 * published of such jobs.
 *
 * @param name what it is, with its unit
 * @param asked the model's expectation
 * @param achieved the figure of the jobs drawn
 * @param published what somebody published, NaN if nobody did
 * @param source who did; empty if nobody did
 */
public record Figure(String name, double asked, double achieved, double published, String source) {

    /** A figure of which nothing is published. */
    public Figure(String name, double asked, double achieved) {
        this(name, asked, achieved, Double.NaN, "");
    }
}
