package dandori.failure;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A stream of random numbers for each of many nodes, at eight bytes a node.
 *
 * <p>Each is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014; {@code RandomSource.SPLIT_MIX_64}),
 * begun at a number of its own: what one node draws moves no other.
 */
final class NodeRandom implements UniformRandomProvider {

    private final long[] state;
    private int place;

    NodeRandom(int nodes, UniformRandomProvider seeds) {
        state = seeds.longs(nodes).toArray();
    }

    /** The numbers of a node from here on, until another is asked for. */
    NodeRandom of(int place) {
        this.place = place;
        return this;
    }

    @Override
    public long nextLong() {
        long z = state[place] += 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
