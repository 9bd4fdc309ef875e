package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;
import dandori.state.NodePool;
import org.junit.jupiter.api.Test;

/** How sets of nodes are gathered. */
class NodeSetRulesTest {

    @Test
    void intervalsThatTouchBecomeOne() {
        NodeSetBuilder set = new NodeSetBuilder();
        set.add(2, 4);
        set.add(5, 5);
        set.add(7, 9);
        set.addAll(NodeSet.range(10, 12));
        assertThat(set.build()).hasToString("2-5 7-12");
        assertThat(set.size()).isEqualTo(10);
        set.clear();
        assertThat(set.build()).isSameAs(NodeSet.EMPTY);
    }

    @Test
    void whatDoesNotAscendIsRefused() {
        NodeSetBuilder set = new NodeSetBuilder();
        set.add(2, 4);
        assertThatThrownBy(() -> set.add(4, 5)).hasMessageContaining("4-5");
        assertThatThrownBy(() -> set.add(9, 8)).hasMessageContaining("9-8");
        assertThat(set.build()).hasToString("2-4");
    }

    @Test
    void freeNodesAreCollectedAsFarAsThereAreAny() {
        NodePool pool = new NodePool(10, 10);
        pool.take(NodeSet.range(12, 14));
        NodeSetBuilder set = new NodeSetBuilder();
        assertThat(pool.collectFree(11, 2, set)).isEqualTo(16);
        assertThat(pool.collectFree(16, 9, set)).isEqualTo(20);
        assertThat(pool.collectFree(20, 9, set)).isEqualTo(20);
        assertThat(set.build()).hasToString("11 15-19");
    }
}
