package dandori.scenario.text;

/**
 * A place in a YAML file: a value, a mapping or a sequence, with its path and line.
 *
 * <p>The line of what stands behind a key is the key's, since that is where a reader looks.
 */
public sealed interface Node permits Scalar, Mapping, Sequence {

    /** The place, such as {@code workload.streams[0].trace}; empty for the file as a whole. */
    String path();

    /** The line, counted from 1; {@link Issue#SET} if it is from the command line. */
    int line();

    /** What it is, for issues: {@code 'abc'}, {@code 12}, {@code a mapping}. */
    String says();

    /** The path of an entry of a mapping. */
    static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
