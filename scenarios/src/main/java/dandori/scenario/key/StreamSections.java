package dandori.scenario.key;

/** The sections below a stream that are no options of a model. */
public final class StreamSections {

    /** How small jobs are made fewer. */
    public static final Section THIN =
            Section.of(
                    "workload.streams[N].generate.thin",
                    "Of small jobs of each size every k-th is kept, with k times its nodes, so that"
                            + " fewer jobs need the same node time. The others wait about as long as"
                            + " before; the thinned ones wait longer. `by: 1` thins none.",
                    Key.of("upTo", Kind.COUNT, "Jobs of at most so many nodes are thinned.")
                            .required()
                            .atLeast(1),
                    Key.of("by", Kind.COUNT, "How many of them one stands for.")
                            .required()
                            .atLeast(1));

    private StreamSections() {}
}
