package dandori.scenario;

import dandori.scenario.key.Key;
import dandori.scenario.text.Node;

/**
 * A scenario file with one thing changed.
 *
 * @param example the file that was changed
 * @param change what was done
 * @param section the place of the section that declares the key, or the part or model
 * @param path where the changed key stood
 * @param key its declaration
 * @param said the key as it now stands there; what was misspelled, misspelled
 * @param text the file
 * @param line where the key now stands, the second one if there are two; 0 if it is gone
 */
record Mutant(
        String example,
        Change change,
        String section,
        String path,
        Key key,
        String said,
        String text,
        int line) {

    /** What is done to a key. */
    enum Change {
        /** It is left out. */
        DROPPED,
        /** It is given its default. */
        DEFAULTED,
        /** It is given twice. */
        DOUBLED,
        /** Two letters are swapped, or one is lost or doubled. */
        MISSPELLED,
        /** There is a list, a mapping, a word or a number where something else must stand. */
        WRONG_TYPE,
        /** There is nothing behind it. */
        EMPTY,
        /** Its number is too small or too large. */
        OUT_OF_RANGE,
        /** Its unit is missing, or is none. */
        WRONG_UNIT,
        /** Its name is nobody's. */
        NOBODY
    }

    /** Where the key is now: the place that an issue must name. */
    String place() {
        int end = path.length() - key.name().length();
        return Node.below(end == 0 ? "" : path.substring(0, end - 1), said);
    }

    @Override
    public String toString() {
        return "%s: %s %s (line %d)".formatted(example, path, change, line);
    }
}
