package dandori.catalogue;

import dandori.scenario.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files of facts that come along. */
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
}
