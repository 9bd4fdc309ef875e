package dandori.metric;

/** What happened in a run to nodes and jobs, beside jobs that come, start once and end. */
public final class EventLog {

    private final EventBook planned;
    private final EventBook happened;

    /** What was planned, and what happened as the run went on; neither may change any more. */
    public EventLog(EventBook planned, EventBook happened) {
        this.planned = planned;
        this.happened = happened;
    }

    /** Whoever wants to see events one by one, without a list of them. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Told of an event.
         *
         * @param atMillis when it was
         * @param machine where
         * @param kind what it was
         * @param subject nodes in canonical form, a job's number, or the name of what was planned
         * @param nodes how many nodes
         * @param detail more of it, in a word or two; may be empty
         */
        void event(
                long atMillis,
                String machine,
                EventKind kind,
                String subject,
                int nodes,
                String detail);
    }

    /** Whether nothing happened. */
    public boolean isEmpty() {
        return planned.size() + happened.size() == 0;
    }

    /** Has all read, in order of time; of one instant, what was planned comes first. */
    public void read(Reader reader) {
        int next = 0;
        for (int event = 0; event < happened.size(); event++) {
            while (next < planned.size() && planned.atMillis(next) <= happened.atMillis(event)) {
                planned.tell(next++, reader);
            }
            happened.tell(event, reader);
        }
        while (next < planned.size()) {
            planned.tell(next++, reader);
        }
    }
}
