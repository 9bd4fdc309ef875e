package dandori.generate;

import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.List;

/**
 * The constants of one type of jobs in the model of Lublin and Feitelson, batch or interactive.
 *
 * @param prefix the type, which begins the names of its options
 * @param serial share of jobs of one node
 * @param powersOfTwo share of jobs of a larger power of two
 * @param low logarithm to base 2 of the least size of parallel jobs
 * @param top by how much that of the largest is below the machine's
 * @param knee by how much that at which the density changes is below the largest
 * @param lowShare share of parallel jobs below the knee
 * @param shorter the logarithm of the shorter run times: shape and scale
 * @param longer the logarithm of the longer run times
 * @param pa what each node adds to the share of shorter run times
 * @param pb that share at no node
 * @param gap the logarithm of the gap between arrivals in seconds
 * @param day the half hours of arrivals since midnight, from half past five on
 */
record LublinType(
        String prefix,
        double serial,
        double powersOfTwo,
        double low,
        double top,
        double knee,
        double lowShare,
        Shape shorter,
        Shape longer,
        double pa,
        double pb,
        Shape gap,
        Shape day) {

    /** Shape and scale of a gamma distribution. */
    record Shape(double shape, double scale) {}

    private static final String[] NAMES = {
        "serial",
        "powersOfTwo",
        "low",
        "top",
        "knee",
        "lowShare",
        "a1",
        "b1",
        "a2",
        "b2",
        "pa",
        "pb",
        "gapA",
        "gapB",
        "gapRatio",
        "dayA",
        "dayB"
    };
    private static final String[] SAYS = {
        "Share of jobs of one node.",
        "Share of jobs of 2, 4, 8 … nodes.",
        "Least size of parallel jobs, as its logarithm to base 2.",
        "By how much the logarithm of the largest size is below that of the machine, or of"
                + " `nodes.max`.",
        "By how much the logarithm at which the two uniform parts meet is below the largest.",
        "Share of parallel jobs in the lower part.",
        "Run times are exp of a draw from one of two gamma distributions: shape of the first.",
        "Its scale.",
        "Shape of the second.",
        "Its scale.",
        "The first is drawn with probability `pa` · nodes + `pb`, cut to 0 and 1.",
        "See `pa`.",
        "Gaps between arrivals are exp of a draw from a gamma distribution: its shape at rush"
                + " hours.",
        "Its scale.",
        "By what that shape is multiplied for all hours.",
        "The half hours of the day at which jobs arrive are gamma distributed: shape.",
        "Its scale."
    };
    private static final double LARGEST_SCALE = 0.99; // of a logarithm: from 1 on there is no mean

    /** The options of a type, with these defaults in the order of the constants. */
    static List<Option> options(String prefix, String... defaults) {
        Option[] options = new Option[NAMES.length];
        for (int i = 0; i < options.length; i++) {
            Option option = Option.number(prefix + "." + NAMES[i], defaults[i]).says(SAYS[i]);
            options[i] = ranged(NAMES[i], option);
        }
        return List.of(options);
    }

    private static Option ranged(String name, Option option) {
        return switch (name) {
            case "serial", "powersOfTwo", "lowShare" -> option.atLeast(0).atMost(1);
            case "low", "top", "knee" -> option.atLeast(0).atMost(31);
            case "pa", "pb" -> option.atLeast(-1_000).atMost(1_000);
            case "b1", "b2", "gapB" -> option.atLeast(0.001).atMost(LARGEST_SCALE);
            default -> option.atLeast(0.01).atMost(10_000);
        };
    }

    /** The type that options describe. */
    static LublinType of(String prefix, Options options) {
        double[] of = new double[NAMES.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = options.number(prefix + "." + NAMES[i]);
        }
        return new LublinType(
                prefix,
                of[0],
                of[1],
                of[2],
                of[3],
                of[4],
                of[5],
                new Shape(of[6], of[7]),
                new Shape(of[8], of[9]),
                of[10],
                of[11],
                new Shape(of[12] * of[14], of[13]),
                new Shape(of[15], of[16]));
    }

    /** The share of shorter run times among jobs of so many nodes. */
    double shorterShare(int nodes) {
        return Math.max(0, Math.min(1, pa * nodes + pb));
    }
}
