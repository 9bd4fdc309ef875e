package dandori.web.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What colours the stays of a picture have.
 *
 * @param by by what they are coloured
 * @param only the organization whose stays are, while all others are grey; null for all
 */
public record Paint(Colouring by, @Nullable String only) {

    /** What is not of the one organization; it stands back on light and on dark ground. */
    static final int GREY = 0xa3a9b3;

    /** Colours for all. */
    static Paint by(Colouring by) {
        return new Paint(by, null);
    }

    /** The colours, at 1 and above, the last of them {@link #GREY}; at 0 is what is idle. */
    int[] colours() {
        int[] own = by.colours();
        int[] colours = Arrays.copyOf(own, own.length + 1);
        colours[own.length] = GREY;
        return colours;
    }

    /** For each organization of some jobs whether its stays are grey. */
    boolean[] greys(Jobs jobs) {
        boolean[] greys = new boolean[jobs.organizations().size()];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = only != null && !only.equals(jobs.organizations().get(i));
        }
        return greys;
    }
}
