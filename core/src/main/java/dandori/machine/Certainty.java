package dandori.machine;

import java.util.Locale;
import java.util.Optional;

/** How sure a fact of a machine is, from the surest to the least sure. */
public enum Certainty {
    /** It stands in the source that is named. */
    PUBLISHED("published"),
    /** It stands in somebody's summary of the source. */
    SECOND_HAND("second-hand"),
    /** It follows by arithmetic from what is published; the note shows how. */
    DERIVED("derived"),
    /** Known well, but not looked up. */
    REMEMBERED_HIGH("remembered (high)"),
    /** Known, but not looked up; the order of magnitude is right. */
    REMEMBERED_MEDIUM("remembered (medium)"),
    /** A recollection that may be wrong. */
    REMEMBERED_LOW("remembered (low)"),
    /** Nobody published it; something had to be taken. */
    ASSUMED("assumed");

    private final String words;

    Certainty(String words) {
        this.words = words;
    }

    /** The word in machine files: {@code remembered-high}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words in which people read it: {@code remembered (high)}. */
    public String words() {
        return words;
    }

    /** The certainty of a word in machine files, if there is one. */
    public static Optional<Certainty> named(String text) {
        for (Certainty certainty : values()) {
            if (certainty.text().equals(text)) {
                return Optional.of(certainty);
            }
        }
        return Optional.empty();
    }
}
