package dandori.sim;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The jobs that are on their way to the machine on which they will wait; the earliest first. */
final class Transit {

    private final PriorityQueue<Passage> passages =
            new PriorityQueue<>(
                    Comparator.comparingLong(Passage::atMillis)
                            .thenComparingLong(Passage::sequence));

    void add(int job, long atMillis, long sequence) {
        passages.add(new Passage(job, atMillis, sequence));
    }

    /** When the next one arrives; {@link Long#MAX_VALUE} if nobody is on the way. */
    long nextMillis() {
        return passages.isEmpty() ? Long.MAX_VALUE : passages.element().atMillis();
    }

    /** Takes the next one. */
    int next() {
        return passages.remove().job();
    }

    private record Passage(int job, long atMillis, long sequence) {}
}
