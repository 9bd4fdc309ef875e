package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.engine.EventKind;
import dandori.engine.EventQueue;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The heap against a priority queue of objects. */
class EventQueueTest {

    private record Event(long at, EventKind kind, long rank, int subject) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1_000_000})
    void eventsComeByTimeThenKindThenRank(int times) {
        SplittableRandom random = new SplittableRandom(times);
        EventKind[] kinds = EventKind.values();
        EventQueue events = new EventQueue();
        PriorityQueue<Event> twin =
                new PriorityQueue<>(
                        Comparator.comparingLong(Event::at)
                                .thenComparing(Event::kind)
                                .thenComparingLong(Event::rank));
        assertThat(events.nextAtMillis()).isEqualTo(Long.MAX_VALUE);
        for (int step = 0; step < 30_000; step++) {
            if (twin.isEmpty() || random.nextInt(10) < (step / 5_000 % 2 == 0 ? 6 : 4)) {
                Event event =
                        new Event(
                                random.nextInt(times) - times / 2,
                                kinds[random.nextInt(kinds.length)],
                                step * 7_919L % 30_000,
                                random.nextInt());
                twin.add(event);
                events.push(event.at, event.kind, event.rank, event.subject);
            } else {
                Event event = twin.remove();
                assertThat(events.nextAtMillis()).isEqualTo(event.at);
                assertThat(events.nextKind()).isEqualTo(event.kind);
                assertThat(events.nextSubject()).isEqualTo(event.subject);
                events.pop();
            }
            assertThat(events.size()).isEqualTo(twin.size());
        }
    }
}
