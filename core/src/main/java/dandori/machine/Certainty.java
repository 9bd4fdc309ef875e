package dandori.machine;

import java.util.Locale;
import java.util.Optional;

/** How sure a fact of a machine is, from the surest to the least sure. */
public enum Certainty {
    /** It stands in the source that is named. */
    PUBLISHED,
    /** It stands in somebody's summary of the source. */
    SECOND_HAND,
    /** It follows by arithmetic from what is published; the note shows how. */
    DERIVED,
    /** Known well, but not looked up. */
    REMEMBERED_HIGH,
    /** Known, but not looked up; the order of magnitude is right. */
    REMEMBERED_MEDIUM,
    /** A recollection that may be wrong. */
    REMEMBERED_LOW,
    /** Nobody published it; something had to be taken. */
    ASSUMED;

    /** The word, in machine files and wherever else it is read: {@code remembered-high}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
