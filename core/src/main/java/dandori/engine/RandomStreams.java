package dandori.engine;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random numbers split by purpose: the stream of (seed, purpose, subject) is a function of these
 * three alone.
 *
 * <p>Two policies under comparison draw in different orders and still meet the same world: the k-th
 * failure of node i, the size of job j depend on their own key and not on what was drawn before
 * (common random numbers; L'Ecuyer et al., Operations Research 50(6), 2002). The generators are
 * Apache Commons RNG's, whose output does not depend on the JDK.
 *
 * @param seed the replication's seed
 */
public record RandomStreams(long seed) {

    /**
     * The stream for one purpose and subject, from its beginning.
     *
     * @param purpose what the numbers are for, such as {@code arrivals}; different words give
     *     unrelated streams
     * @param subject whom they are for, such as the number of an organization; 0 where there is but
     *     one
     */
    public UniformRandomProvider stream(String purpose, long subject) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(key(purpose, subject));
    }

    /** The seed of a stream: a 64-bit mix of seed, purpose and subject. */
    long key(String purpose, long subject) {
        long key = mix(seed);
        for (int i = 0; i < purpose.length(); i++) {
            key = mix(key ^ purpose.charAt(i));
        }
        return mix(key ^ mix(subject));
    }

    /**
     * Stafford's variant 13 of the 64-bit finalizer, as in SplittableRandom (Steele, Lea, Flood,
     * OOPSLA 2014).
     */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
