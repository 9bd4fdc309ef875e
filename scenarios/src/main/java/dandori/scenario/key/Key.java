package dandori.scenario.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a key.
 *
 * @param name the key
 * @param kind what stands behind it
 * @param defaultText its default as one would write it; null if there is none
 * @param isRequired whether it must be given
 * @param words the words that are allowed, of a choice or beside the kind's own values
 * @param least the least value allowed, in milliseconds for durations
 * @param most the largest value allowed
 * @param sentence what it means
 */
public record Key(
        String name,
        Kind kind,
        @Nullable String defaultText,
        boolean isRequired,
        List<String> words,
        double least,
        double most,
        String sentence) {

    /** Keeps the words. */
    public Key {
        words = List.copyOf(words);
    }

    /** A key that may be left out and has no default, of any value of its kind. */
    public static Key of(String name, Kind kind, String sentence) {
        double least = kind == Kind.NUMBER ? Double.NEGATIVE_INFINITY : 0;
        double most = kind == Kind.COUNT ? Integer.MAX_VALUE : Double.POSITIVE_INFINITY;
        return new Key(name, kind, null, false, List.of(), least, most, sentence);
    }

    /** The same key, which must be given. */
    public Key required() {
        return new Key(name, kind, defaultText, true, words, least, most, sentence);
    }

    /** The same key with a default. */
    public Key or(String defaultText) {
        return new Key(name, kind, defaultText, isRequired, words, least, most, sentence);
    }

    /** The same key with words that are allowed. */
    public Key words(String... words) {
        return new Key(name, kind, defaultText, isRequired, List.of(words), least, most, sentence);
    }

    /** The same key with a least value. */
    public Key atLeast(double least) {
        return new Key(name, kind, defaultText, isRequired, words, least, most, sentence);
    }

    /** The same key with a largest value. */
    public Key atMost(double most) {
        return new Key(name, kind, defaultText, isRequired, words, least, most, sentence);
    }
}
