package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.NodeSet;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sets of nodes as intervals against sets of bits. */
class NodeSetTest {

    @Test
    void whatTwoSetsShareAndWhatOneHasAloneAreThoseOfBits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 20_000; round++) {
            BitSet one = bits(random);
            BitSet other = bits(random);
            BitSet both = (BitSet) one.clone();
            both.and(other);
            BitSet alone = (BitSet) one.clone();
            alone.andNot(other);
            NodeSet oneSet = NodeSet.of(one);
            NodeSet otherSet = NodeSet.of(other);
            assertThat(oneSet.size()).isEqualTo(one.cardinality());
            assertThat(oneSet.and(otherSet)).isEqualTo(NodeSet.of(both));
            assertThat(oneSet.minus(otherSet)).isEqualTo(NodeSet.of(alone));
            assertThat(oneSet.and(other)).isEqualTo(NodeSet.of(both));
            int node = random.nextInt(40);
            assertThat(oneSet.contains(node)).isEqualTo(one.get(node));
        }
    }

    private static BitSet bits(SplittableRandom random) {
        BitSet bits = new BitSet();
        int share = 1 + random.nextInt(5);
        for (int i = 0; i < 1 + random.nextInt(36); i++) {
            bits.set(i, random.nextInt(6) < share);
        }
        return bits;
    }
}
