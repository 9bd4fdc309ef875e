package dandori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The key of pseudonyms: from a file, from the environment, or drawn and thrown away. */
final class AnonymityKey {

    private static final int LEAST_BYTES = 16;
    private static final int MOST_BYTES = 1 << 20;
    private static final int DRAWN_BYTES = 32;

    @ArgGroup(exclusive = true)
    private Source source = new Source();

    /** For picocli. */
    AnonymityKey() {}

    /** Where it is from. */
    static final class Source {
        @Option(
                names = "--key",
                paramLabel = "FILE",
                description =
                        "The secret from which pseudonyms are made; the same key gives the same"
                                + " ones in all files.")
        private @Nullable Path file;

        @Option(
                names = "--key-env",
                paramLabel = "NAME",
                description = "The variable of the environment that holds it.")
        private @Nullable String variable;

        /** For picocli. */
        Source() {}
    }

    /** The file that holds it, if one does. */
    Optional<Path> file() {
        return Optional.ofNullable(source.file);
    }

    /** Whether nobody will know it again. */
    boolean isDrawn() {
        return source.file == null && source.variable == null;
    }

    /** The key; a line end after it is no part of it. */
    byte[] read() throws IOException {
        if (isDrawn()) {
            byte[] drawn = new byte[DRAWN_BYTES];
            new SecureRandom().nextBytes(drawn);
            return drawn;
        }
        if (source.file != null) {
            return checked("--key: '" + source.file + "'", content(source.file));
        }
        String name = String.valueOf(source.variable);
        String value = System.getenv(name);
        if (value == null) {
            throw new WrongCallException(
                    "--key-env: there is no variable '%s' in the environment.".formatted(name),
                    "it must be exported.");
        }
        return checked("--key-env: '" + name + "'", value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] content(Path file) throws IOException {
        try {
            byte[] bytes = Files.isDirectory(file) ? null : firstBytes(file);
            if (bytes == null || bytes.length > MOST_BYTES) {
                throw new WrongCallException(
                        "--key: '%s' is no file of at most 1 MB.".formatted(file),
                        "a line of 32 characters or more that nobody can guess.");
            }
            return bytes;
        } catch (NoSuchFileException absent) {
            throw new WrongCallException(
                    "--key: there is no file '%s'.".formatted(file),
                    "make one: head -c 32 /dev/urandom > %s".formatted(file));
        }
    }

    /** As many as a key may have, and one more: a device never ends. */
    private static byte[] firstBytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private static byte[] checked(String what, byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        if (length < LEAST_BYTES) {
            throw new WrongCallException(
                    "%s: must have at least %d bytes, but has %d."
                            .formatted(what, LEAST_BYTES, length),
                    "make one that nobody can guess: head -c 32 /dev/urandom.");
        }
        return Arrays.copyOf(bytes, length);
    }
}
