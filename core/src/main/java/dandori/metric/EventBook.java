package dandori.metric;

import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.impl.list.mutable.primitive.ByteArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/**
 * Events, written down in the order of time in which they happen. Memory: 29 bytes an event, and
 * the intervals of nodes that break.
 */
public final class EventBook {

    private static final EventKind[] KINDS = EventKind.values();

    private final LongArrayList atMillis = new LongArrayList();
    private final ByteArrayList kinds = new ByteArrayList(); // by ordinal
    private final IntArrayList machines = new IntArrayList(); // places among the words
    private final LongArrayList subjects = new LongArrayList(); // see subject
    private final IntArrayList nodes = new IntArrayList();
    private final IntArrayList details = new IntArrayList(); // places among the words
    private final List<NodeSet> sets = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>(); // of words, asked by word only

    /** An empty one. */
    public EventBook() {}

    /** Writes down what happens to nodes, which break or are repaired. */
    public void ofNodes(long millis, EventKind kind, String machine, NodeSet set, String detail) {
        sets.add(set);
        add(millis, kind, machine, sets.size() - 1, set.size(), detail);
    }

    /** Writes down what happens to a job, by its number in the input, which has so many nodes. */
    public void ofJob(
            long millis, EventKind kind, String machine, long id, int held, String detail) {
        add(millis, kind, machine, id, held, detail);
    }

    /** Writes down what is planned for so many nodes, under a name, which may be empty. */
    public void ofPlan(
            long millis, EventKind kind, String machine, String name, int planned, String detail) {
        add(millis, kind, machine, word(name), planned, detail);
    }

    private void add(
            long millis, EventKind kind, String machine, long subject, int count, String detail) {
        atMillis.add(millis);
        kinds.add((byte) kind.ordinal());
        machines.add(word(machine));
        subjects.add(subject);
        nodes.add(count);
        details.add(word(detail));
    }

    private int word(String word) {
        int place = places.computeIfAbsent(word, fresh -> words.size());
        if (place == words.size()) {
            words.add(word);
        }
        return place;
    }

    int size() {
        return atMillis.size();
    }

    long atMillis(int event) {
        return atMillis.get(event);
    }

    void tell(int event, EventLog.Reader reader) {
        EventKind kind = KINDS[kinds.get(event)];
        reader.event(
                atMillis.get(event),
                words.get(machines.get(event)),
                kind,
                subject(kind, subjects.get(event)),
                nodes.get(event),
                words.get(details.get(event)));
    }

    private String subject(EventKind kind, long subject) {
        return switch (kind) {
            case NODE_DOWN, NODE_UP -> sets.get((int) subject).toString();
            case WINDOW_OPEN, WINDOW_CLOSE, CAP -> words.get((int) subject);
            case PREEMPT, RESTART, PROMISE_BROKEN -> Long.toString(subject);
        };
    }
}
