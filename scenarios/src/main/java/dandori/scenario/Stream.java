package dandori.scenario;

/** Where jobs come from: a trace, or a model. */
public sealed interface Stream permits TraceStream, GeneratedStream {

    /** What its jobs ask for beyond nodes and time. */
    StreamRequest request();
}
