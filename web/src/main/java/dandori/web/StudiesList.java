package dandori.web;

import dandori.web.study.StudyLine;
import dandori.web.study.StudyState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The results folders below the served one. What is complete is read once, and again when its
 * manifest changes; what is not, each time.
 */
final class StudiesList {

    private static final int DEEPEST = 3; // folders within folders
    private static final String MANIFEST = "manifest.json";

    private final ServedFolder folder;
    private final InstantSource clock;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** A line and the manifest of which it is. */
    private record Known(long changedMillis, long bytes, StudyLine line) {
        boolean isOf(long otherMillis, long otherBytes) {
            return changedMillis == otherMillis
                    && bytes == otherBytes
                    && line.state() == StudyState.COMPLETE;
        }
    }

    StudiesList(ServedFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The lines of all studies and replays, by name. */
    List<StudyLine> lines() throws IOException {
        List<StudyLine> lines = new ArrayList<>();
        for (Path place : places()) {
            lines.add(line(place));
        }
        return lines;
    }

    private StudyLine line(Path place) {
        Known before = known.get(place);
        try {
            Path manifest = place.resolve(MANIFEST);
            long changedMillis = Files.getLastModifiedTime(manifest).toMillis();
            long bytes = Files.size(manifest);
            if (before != null && before.isOf(changedMillis, bytes)) {
                return before.line();
            }
            StudyLine line = read(place);
            known.put(place, new Known(changedMillis, bytes, line));
            return line;
        } catch (IOException gone) {
            return read(place);
        }
    }

    private StudyLine read(Path place) {
        String at = folder.name(place);
        try {
            return StudyLine.read(at, folder.at(at), clock.millis());
        } catch (RefusedException elsewhere) {
            return StudyLine.unread(at, String.valueOf(elsewhere.getMessage()));
        }
    }

    /** All results folders below the served one, by name; it may be one itself. */
    List<Path> places() throws IOException {
        List<Path> places = new ArrayList<>();
        collect(folder.root(), 0, places);
        return places;
    }

    private static void collect(Path within, int depth, List<Path> places) throws IOException {
        if (StudyLine.isThere(within)) {
            places.add(within);
            return;
        }
        if (depth == DEEPEST) {
            return;
        }
        try (Stream<Path> each = Files.list(within)) {
            List<Path> folders =
                    each.filter(Files::isDirectory)
                            .filter(one -> !Files.isSymbolicLink(one))
                            .sorted()
                            .toList();
            for (Path one : folders) {
                collect(one, depth + 1, places);
            }
        } catch (UncheckedIOException | IOException closed) {
            if (depth == 0) {
                throw closed instanceof IOException cause ? cause : new IOException(closed);
            } // a folder that may not be read holds nothing for us
        }
    }
}
