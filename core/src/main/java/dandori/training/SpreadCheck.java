package dandori.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.util.ArithmeticUtils;
import org.jspecify.annotations.Nullable;

/**
 * Tells what of a wish does not divide the model, its batch or the accelerators, all at once.
 *
 * <p>Cost: O(accelerators), for the nearest number that does divide.
 */
public final class SpreadCheck {

    private final Transformer model;
    private final int accelerators;
    private final int globalBatch;
    private final Wish wish;
    private final UnaryOperator<String> named;
    private final List<SpreadFault> faults = new ArrayList<>();

    private SpreadCheck(
            Transformer model,
            int accelerators,
            int globalBatch,
            Wish wish,
            UnaryOperator<String> named) {
        this.model = model;
        this.accelerators = accelerators;
        this.globalBatch = globalBatch;
        this.wish = wish;
        this.named = named;
    }

    /**
     * The faults of a wish; none if it can be.
     *
     * @param model what is to be trained
     * @param accelerators on how many
     * @param globalBatch sequences of an optimizer step
     * @param wish what is given
     * @param named how the reader writes a key of a fault
     */
    public static List<SpreadFault> faults(
            Transformer model,
            int accelerators,
            int globalBatch,
            Wish wish,
            UnaryOperator<String> named) {
        SpreadCheck check = new SpreadCheck(model, accelerators, globalBatch, wish, named);
        check.check();
        return List.copyOf(check.faults);
    }

    private void check() {
        Integer t = wish.tensor();
        Integer p = wish.pipeline();
        int both = ArithmeticUtils.gcd(accelerators, model.heads());
        divides("tensor", t, accelerators, "accelerators", both);
        divides("tensor", t, model.heads(), "heads", both);
        divides("pipeline", p, accelerators, "accelerators");
        divides("expert", wish.expert(), model.experts(), "experts");
        if (p != null && p > model.layers()) {
            add(
                    List.of("pipeline"),
                    "is %d, but the model has %d layers.".formatted(p, model.layers()),
                    "at most %d.".formatted(model.layers()));
        }
        Integer interleave = wish.interleave();
        if (interleave != null && interleave > 1 && p != null && p <= model.layers()) {
            divides("interleave", interleave, model.layers() / p, "layers of a stage");
        }
        if (faults.isEmpty() && t != null && p != null) {
            data(t, p);
        }
    }

    private void data(int t, int p) {
        if ((long) t * p > accelerators || accelerators % (t * p) != 0) {
            add(
                    List.of("tensor", "pipeline"),
                    "is %d, which does not divide %d accelerators."
                            .formatted((long) t * p, accelerators),
                    "%s %d.".formatted(named.apply("pipeline"), divisor(accelerators / t, p)));
            return;
        }
        int d = accelerators / t / p;
        if (wish.data() != null && wish.data() != d) {
            add(
                    List.of("data"),
                    "is %d, but %d accelerators / (%d x %d) is %d."
                            .formatted(wish.data(), accelerators, t, p, d),
                    "leave it out.");
        }
        divides("expert", wish.expert(), d, "copies");
        int b = wish.microBatch() == null ? 1 : wish.microBatch();
        long whole = (long) d * b;
        if (globalBatch % whole != 0) {
            long near = Math.max(1, Math.round((double) globalBatch / whole)) * whole;
            add(
                    List.of("globalBatch"),
                    "is %d, which %d copies of micro-batches of %d do not divide."
                            .formatted(globalBatch, d, b),
                    "%s %d.".formatted(named.apply("globalBatch"), near));
        }
    }

    private void divides(String key, @Nullable Integer part, int whole, String of) {
        divides(key, part, whole, of, whole);
    }

    /** Tells whether a part does not divide a whole, with the nearest divisor of what would do. */
    private void divides(String key, @Nullable Integer part, int whole, String of, int wouldDo) {
        if (part == null) {
            return;
        }
        if (part < 1) {
            add(List.of(key), "must be at least 1, but is %d.".formatted(part), null);
        } else if (whole % part != 0) {
            add(
                    List.of(key),
                    "is %d, which does not divide %d %s.".formatted(part, whole, of),
                    "%s %d.".formatted(named.apply(key), divisor(wouldDo, part)));
        }
    }

    /** The divisor that is nearest to a number, the smaller of equals. */
    private static int divisor(int whole, int near) {
        int best = 1;
        for (int i = 1; i <= whole; i++) {
            if (whole % i == 0 && Math.abs(i - near) < Math.abs(best - near)) {
                best = i;
            }
        }
        return best;
    }

    private void add(List<String> keys, String message, @Nullable String maybe) {
        faults.add(new SpreadFault(keys, message, maybe));
    }
}
