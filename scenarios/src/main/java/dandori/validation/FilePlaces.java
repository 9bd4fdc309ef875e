package dandori.validation;

import dandori.results.FileHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where files of studies are looked for: in the study's folder, then in a folder of traces, there
 * with their path or with their name alone.
 *
 * @param traces folders of traces, the first first; none is fine
 */
public record FilePlaces(List<Path> traces) {

    /** Keeps the folders. */
    public FilePlaces {
        traces = List.copyOf(traces);
    }

    /** Where a file lies; empty if it lies nowhere. */
    Optional<Path> find(PublishedStudy study, NeededFile file) {
        Stream<Path> below =
                traces.stream()
                        .flatMap(folder ->
                                Stream.of(
                                        folder.resolve(file.path()),
                                        folder.resolve(file.fileName())));
        return Stream.concat(Stream.of(study.folder().resolve(file.path())), below)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** What is wrong with a file that was found; empty if it is the one that is meant. */
    static String wrong(NeededFile file, Path found) throws IOException {
        if (file.sha256().isEmpty()) {
            return "";
        }
        String hash = FileHash.of(found);
        return hash.equals(file.sha256())
                ? ""
                : "%s is another file: its SHA-256 begins with %s, not %s."
                        .formatted(found, hash.substring(0, 8), file.sha256().substring(0, 8));
    }
}
