package dandori.training;

/**
 * A language model: a decoder-only transformer, dense or with experts.
 *
 * @param layers blocks of attention and feed-forward network, at least 1
 * @param hidden width of a token's vector
 * @param heads heads of the queries
 * @param keyValueHeads heads of keys and values, at most {@code heads}; fewer where groups share
 * @param feedForward width inside a feed-forward network, of one expert where there are several
 * @param isGated whether that network has three matrices (SwiGLU), not two
 * @param experts feed-forward networks of a layer; 1 for a dense model
 * @param activeExperts how many of them a token passes
 * @param vocabulary different tokens
 * @param isTied whether one matrix serves for input and output
 * @param sequence tokens of a sequence
 */
public record Transformer(
        int layers,
        int hidden,
        int heads,
        int keyValueHeads,
        int feedForward,
        boolean isGated,
        int experts,
        int activeExperts,
        int vocabulary,
        boolean isTied,
        int sequence) {

    /** Checks that all can be. */
    public Transformer {
        positive("layers", layers);
        positive("hidden", hidden);
        positive("heads", heads);
        positive("keyValueHeads", keyValueHeads);
        positive("feedForward", feedForward);
        positive("experts", experts);
        positive("activeExperts", activeExperts);
        positive("vocabulary", vocabulary);
        positive("sequence", sequence);
        if (keyValueHeads > heads || activeExperts > experts) {
            throw new IllegalArgumentException(
                    "A model with %d of %d heads for keys and %d of %d experts cannot be."
                            .formatted(keyValueHeads, heads, activeExperts, experts));
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "%s (%d) must be at least 1.".formatted(name, value));
        }
    }

    /** A model of GPT-3's form: as many heads for keys, four times as wide inside, one matrix. */
    public static Transformer gpt(int layers, int hidden, int heads, int vocabulary, int sequence) {
        return new Transformer(
                layers,
                hidden,
                heads,
                heads,
                Math.multiplyExact(4, hidden),
                false,
                1,
                1,
                vocabulary,
                true,
                sequence);
    }

    /** The same model on sequences of another length. */
    public Transformer withSequence(int tokens) {
        return new Transformer(
                layers,
                hidden,
                heads,
                keyValueHeads,
                feedForward,
                isGated,
                experts,
                activeExperts,
                vocabulary,
                isTied,
                tokens);
    }

    /** Width of queries, keys and values together: {@code h (1 + 2 g / a)}. */
    double attentionWidth() {
        return hidden * (1 + 2.0 * keyValueHeads / heads);
    }

    /** Width of what goes up in a feed-forward network. */
    double upWidth() {
        return (isGated ? 2.0 : 1.0) * feedForward;
    }

    /** Parameters of the feed-forward networks of a layer, all experts, and of their router. */
    double feedForwardParameters() {
        double router = experts > 1 ? (double) hidden * experts : 0;
        return experts * hidden * (upWidth() + feedForward) + router;
    }

    /** Parameters of a layer but for the feed-forward networks. */
    double attentionParameters() {
        return hidden * (attentionWidth() + hidden) + 4.0 * hidden;
    }

    /** Parameters of a layer. */
    public double layerParameters() {
        return attentionParameters() + feedForwardParameters();
    }

    /** Parameters of the vocabulary's matrices. */
    public double vocabularyParameters() {
        return (isTied ? 1.0 : 2.0) * vocabulary * hidden;
    }

    /**
     * All parameters. For a model of GPT-3's form {@code 12 L h²} and little more (Narayanan et
     * al., SC 2021, equation 2, without biases and positions).
     */
    public double parameters() {
        return layers * layerParameters() + vocabularyParameters();
    }

    /** Parameters that a token passes: all of a dense model. */
    public double activeParameters() {
        double idle = (double) (experts - activeExperts) * hidden * (upWidth() + feedForward);
        return parameters() - layers * idle;
    }

    /**
     * Floating-point operations of the model for one token of training, forward and backward,
     * nothing computed twice. Attention counts the full matrix of a sequence, although a causal
     * kernel needs half of it (Narayanan et al., SC 2021, equation 3; Korthikanti et al., arXiv
     * 2205.05198).
     */
    public double flopsPerToken() {
        double linear =
                2 * hidden * (attentionWidth() + hidden)
                        + 2.0 * activeExperts * hidden * (upWidth() + feedForward)
                        + (experts > 1 ? 2.0 * hidden * experts : 0);
        double attention = 4.0 * sequence * hidden;
        return 3 * (layers * (linear + attention) + 2.0 * hidden * vocabulary);
    }
}
