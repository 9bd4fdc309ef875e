package dandori.scenario.inquiry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A study of which values move a figure most.
 *
 * @param figure the figure
 * @param inputs a low and a high value by the path at which they stand, in order; at least one
 * @param isFactorial whether all combinations of low and high values are played, so that what two
 *     inputs do together is told; else one value at a time departs from the file's own
 */
public record Sensitivity(FigureOf figure, Map<String, Ends> inputs, boolean isFactorial)
        implements Inquiry {

    /** How many inputs a factorial may have: each more doubles its combinations. */
    public static final int MOST_OF_FACTORIAL = 5;

    /** Keeps the inputs in their order. */
    public Sensitivity {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /**
     * Two values of an input.
     *
     * @param low the one, as it is written in a file
     * @param high the other
     */
    public record Ends(String low, String high) {

        /** The high value or the low one. */
        public String at(boolean isHigh) {
            return isHigh ? high : low;
        }
    }

    @Override
    public List<String> places() {
        return List.copyOf(inputs.keySet());
    }

    @Override
    public List<FigureOf> figures() {
        return List.of(figure);
    }
}
