package dandori.slurm;

import dandori.scenario.text.Issues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text that comes from a site, and text that goes into its scenario. */
final class SlurmText {

    private static final long MOST_BYTES = 256L << 20;

    private SlurmText() {}

    /** The text of a file; null, and an issue at the given place, if it cannot be read. */
    static @Nullable String read(Path file, String path, int line, Issues issues) {
        String problem;
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
                return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            }
            problem =
                    Files.isRegularFile(file)
                            ? "%s is larger than 256 MB."
                            : Files.exists(file) ? "%s is not a file." : "there is no file %s.";
        } catch (IOException failure) {
            problem = "%s cannot be read.";
        }
        issues.add(path, line, problem.formatted(file), null);
        return null;
    }

    /** The beginning of a text, fit for a message. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }

    /** A name that scenario files allow: other characters become hyphens. */
    static String name(String text) {
        String allowed = text.replaceAll("[^\\p{L}0-9_+-]", "-").replaceFirst("^[_+-]+", "");
        String some = allowed.isEmpty() ? "unnamed" : allowed;
        return some.length() > 64 ? some.substring(0, 64) : some;
    }

    /** A word as YAML reads it: in quotation marks where it would be something else. */
    static String quoted(String word) {
        boolean isPlain =
                word.matches("[A-Za-z][A-Za-z0-9_-]*")
                        && !word.toLowerCase(Locale.ROOT)
                                .matches("y|n|yes|no|on|off|true|false|null");
        return isPlain
                ? word
                : '"'
                        + word.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replaceAll("\\p{Cntrl}", " ")
                        + '"';
    }
}
