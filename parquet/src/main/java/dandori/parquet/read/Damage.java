package dandori.parquet.read;

import org.jspecify.annotations.Nullable;

/** What is wrong with a file; {@link ParquetTable} adds its name for the user, and where it is. */
final class Damage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String maybe;

    private Damage(String problem, @Nullable String maybe) {
        super(problem);
        this.maybe = maybe;
    }

    /** Something that whoever wrote the file has written so. */
    Damage(String problem) {
        this(problem, null);
    }

    /** The same, and what the user may try. */
    static Damage withAdvice(String problem, String maybe) {
        return new Damage(problem, maybe);
    }

    /** Bytes that are missing or not those that were written. */
    static Damage ofBytes(String problem) {
        return new Damage(
                problem, "Maybe the download or the copy was interrupted: fetch it again.");
    }

    /** What the user may try, or null. */
    @Nullable String maybe() {
        return maybe;
    }

    /** The same within a part of the file. */
    Damage in(String part) {
        return new Damage(part + ": " + getMessage(), maybe);
    }
}
