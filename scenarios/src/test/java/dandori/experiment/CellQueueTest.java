package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Which cell is played next. */
class CellQueueTest {

    private final List<Cell> cells =
            Experiment.of(
                            Studies.scenario(
                                    Studies.SMALL.replace(
                                            "policies:", "policies:\n  slow: {order: saf}")))
                    .cells(); // slow, plain, easy under seed 1, then under 2, then 3

    @Test
    void thePolicyThatTookLongestComesFirstAndOneNotYetSeenBeforeIt() {
        CellQueue queue = new CellQueue(cells, 2);

        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            taken.add(queue.next().number());
        }
        queue.ended(cells.get(1), 10);
        queue.ended(cells.get(2), 20);
        taken.add(queue.next().number()); // slow is not yet done under seed 1
        queue.ended(cells.get(0), 15);
        taken.add(queue.next().number()); // easy took longest, under seed 2
        taken.add(queue.next().number()); // easy under seed 3, for seed 1 is done
        taken.add(queue.next().number());

        assertThat(taken).containsExactly(0, 1, 2, 3, 5, 8, 6);
    }

    @Test
    void onlyAsManySeedsAsThreadsAreOpen() {
        CellQueue queue = new CellQueue(cells, 1);
        queue.next();
        queue.ended(cells.get(0), 9);

        assertThat(queue.next()).isEqualTo(cells.get(1));
        queue.ended(cells.get(1), 1);
        assertThat(queue.next()).as("though slow is longer, under seed 2").isEqualTo(cells.get(2));
        queue.ended(cells.get(2), 1);
        assertThat(queue.next()).isEqualTo(cells.get(3));
    }

    @Test
    void eachIsGivenOutOnce() {
        CellQueue queue = new CellQueue(cells, 3);
        List<Cell> taken = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            taken.add(queue.next());
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(cells);
        assertThatThrownBy(queue::next).isInstanceOf(NoSuchElementException.class);
    }
}
