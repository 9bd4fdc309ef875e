package dandori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What a results folder holds. */
final class Folder {

    private Folder() {}

    /** Its files but for the manifest, by their paths in it. */
    static Map<String, String> results(Path folder) throws IOException {
        Map<String, String> contents = contents(folder);
        contents.remove("manifest.json");
        return contents;
    }

    /** Its files by their paths in it; those that are packed unpacked. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(folder.relativize(file).toString(), text(file)));
        }
        return contents;
    }

    /** A file as text, unpacked if its name ends in .gz. */
    static String text(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            boolean isPacked = file.toString().endsWith(".gz");
            return new String(
                    (isPacked ? new GZIPInputStream(bytes) : bytes).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
