package dandori.catalogue;

import java.util.List;

/**
 * All sections of a model file: the table by which it is read, and from which its page of the
 * documentation is written.
 */
public final class ModelSections {

    /** The file as a whole. */
    public static final FactSection MODEL =
            FactSection.of("", "A model file holds one mapping with these keys.")
                    .with(
                            "!model: Its name: letters, digits, dots, hyphens.",
                            "!title: What people call it.",
                            "organization: Who trained it.",
                            "!sources: What the keys of sources stand for: papers, pages,"
                                    + " addresses.",
                            "!shape: The transformer.",
                            "training: How it was trained, or is to be.");

    /** The transformer. */
    public static final FactSection SHAPE =
            FactSection.of(
                    "shape",
                    "The transformer, decoder only.",
                    count("layers", "Blocks of attention and feed-forward network.").required(),
                    count("hidden", "Width of a token's vector.").required(),
                    count("heads", "Heads of the queries.").required(),
                    count("keyValueHeads", "Heads of keys and values; as many where left out."),
                    count(
                            "feedForward",
                            "Width inside a feed-forward network, of one expert where there are"
                                    + " several; four times `hidden` where left out."),
                    FactKey.of(
                            "gated",
                            Dimension.FLAG,
                            "Whether that network has three matrices (SwiGLU); two where left"
                                    + " out."),
                    count("experts", "Feed-forward networks of a layer; 1 where left out."),
                    count("activeExperts", "How many a token passes; 1 where left out."),
                    count("vocabulary", "Different tokens.").required(),
                    FactKey.of(
                            "tied",
                            Dimension.FLAG,
                            "Whether one matrix serves for input and output; it does where left"
                                    + " out."),
                    count("sequence", "Tokens of a sequence.").required(),
                    FactKey.of(
                            "parameters",
                            Dimension.AMOUNT,
                            "Parameters as they are told; only shown, the form says how many."));

    /** The training. */
    public static final FactSection TRAINING =
            FactSection.of(
                    "training",
                    "How it was trained, or is to be.",
                    FactKey.of("tokens", Dimension.AMOUNT, "Tokens of the whole training."),
                    count("globalBatch", "Sequences of an optimizer step."),
                    FactKey.of("precision", Dimension.TEXT, "What it computes with."),
                    FactKey.of("machine", Dimension.TEXT, "Where."),
                    FactKey.of("spread", Dimension.TEXT, "Over what, in words."));

    private ModelSections() {}

    /** All sections, in the order in which they are best written. */
    public static List<FactSection> all() {
        return List.of(MODEL, SHAPE, TRAINING);
    }

    private static FactKey count(String name, String sentence) {
        return FactKey.of(name, Dimension.COUNT, sentence).atLeast(1);
    }
}
