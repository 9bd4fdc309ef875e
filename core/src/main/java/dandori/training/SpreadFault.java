package dandori.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a wish that cannot be.
 *
 * @param keys what it is about: {@code tensor}, {@code pipeline}, {@code microBatch} …
 * @param message what is wrong, as the rest of a sentence: {@code is 5, which does not divide 512
 *     accelerators.}
 * @param maybe what to try, as a sentence; null if there is nothing to say
 */
public record SpreadFault(List<String> keys, String message, @Nullable String maybe) {

    /** Keeps the keys. */
    public SpreadFault {
        keys = List.copyOf(keys);
    }
}
