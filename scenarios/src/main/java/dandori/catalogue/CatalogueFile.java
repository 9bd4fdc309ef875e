package dandori.catalogue;

import dandori.scenario.text.Issue;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.TreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of facts: those that come along, and those of users. */
final class CatalogueFile {

    private CatalogueFile() {}

    /**
     * A file that comes along, as it stands.
     *
     * @param kind what it describes, such as {@code model}; it lies in the folder of that name and
     *     s
     * @param name its name
     * @param names the names that there are
     * @throws IllegalArgumentException if there is none; the message says what was probably meant
     */
    static String text(String kind, String name, List<String> names) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "There is no %s '%s' in the catalogue.\nMaybe %s"
                            .formatted(kind, name, NearestName.maybe(name, names)));
        }
        String resource = kind + "s/" + name + ".yaml";
        try (InputStream file = CatalogueFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("The resource '%s' is gone.".formatted(resource));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes of a user's file.
     *
     * @param kind what it describes, with its article: {@code a model}
     * @throws ScenarioException if it cannot be read or is too long
     */
    static byte[] bytes(String kind, Path file) {
        String wrong;
        try {
            if (!Files.isRegularFile(file)) {
                wrong = Files.exists(file) ? "is no file." : "there is no such file.";
            } else if (Files.size(file) > TreeReader.LARGEST_BYTES) {
                wrong =
                        "is longer than the %d bytes that %s file may have."
                                .formatted(TreeReader.LARGEST_BYTES, kind);
            } else {
                return Files.readAllBytes(file);
            }
        } catch (IOException e) {
            wrong = "cannot be read: " + e.getMessage() + ".";
        }
        throw new ScenarioException(file.toString(), List.of(new Issue("", 0, wrong, null)));
    }
}
