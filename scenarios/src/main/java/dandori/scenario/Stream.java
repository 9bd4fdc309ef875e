package dandori.scenario;

/** Where jobs come from: a trace, a snapshot, or a model. */
public sealed interface Stream permits TraceStream, SnapshotStream, GeneratedStream {

    /** What its jobs ask for beyond nodes and time. */
    StreamRequest request();

    /** Whether other seeds give other jobs. */
    default boolean isDrawn() {
        return false;
    }
}
