package dandori.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a folder is read together: a file alone; or all files of a format that {@linkplain
 * TraceFormat#goesOnInNextFile goes on from one to the next}, in order of time. To the first such
 * log belong files without content, or of blanks only, which are of no format.
 *
 * @param files at least one
 * @param format of all; null: a file alone
 */
record LogPart(List<Path> files, @Nullable TraceFormat format) {

    /**
     * The parts of a folder, in order of names, of the first file of each.
     *
     * @param files in order of their names
     * @param atMost where there are more parts, not all are looked for
     * @throws TraceException if a file is damaged, or surely no trace
     */
    static List<LogPart> of(List<Path> files, LogOptions options, int atMost) {
        List<Look> looks = new ArrayList<>();
        int alone = 0;
        for (int i = 0; i < files.size() && alone <= atMost; i++) {
            Look look = Look.at(files.get(i), options);
            looks.add(look);
            alone += look.format == null && !look.isBlank ? 1 : 0;
        }
        boolean isAnyJoined = looks.stream().anyMatch(look -> look.format != null);
        Set<String> begun = new HashSet<>();
        List<LogPart> parts = new ArrayList<>();
        for (Look look : looks) {
            if (look.format == null) {
                if (!look.isBlank || !isAnyJoined) {
                    parts.add(new LogPart(List.of(look.file), null));
                }
            } else if (begun.add(look.format.name())) {
                boolean takesBlanks = begun.size() == 1;
                List<Look> same =
                        looks.stream()
                                .filter(other ->
                                        other.isOf(look.format) || takesBlanks && other.isBlank)
                                .toList();
                parts.add(new LogPart(inOrderOfTime(same), look.format));
            }
        }
        return parts;
    }

    /** By their first records, then by name. A file without a date keeps its place by name. */
    private static List<Path> inOrderOfTime(List<Look> byName) {
        Iterator<Look> dated =
                byName.stream()
                        .filter(Look::isDated)
                        .sorted(Comparator.comparingLong(Look::firstMillis))
                        .toList()
                        .iterator();
        return byName.stream().map(look -> look.isDated() ? dated.next().file : look.file).toList();
    }

    /**
     * What the beginning of a file shows.
     *
     * @param format one that goes on in the next file; null: another, or none
     * @param firstMillis when it begins in such a format, or {@link LogClock#NO_DATE}
     * @param isBlank it is of no such format, and without content or of blanks only
     */
    private record Look(
            Path file, @Nullable TraceFormat format, long firstMillis, boolean isBlank) {

        static Look at(Path file, LogOptions options) {
            if (!Files.isRegularFile(file)) {
                return new Look(file, null, LogClock.NO_DATE, false); // a pipe can be read but once
            }
            Traces.checkReadable(file);
            try (TraceFile open = TraceFile.open(file, Traces.SILENT)) {
                boolean isEmpty = open.head().length == 0;
                TraceFormat format = isEmpty ? null : Traces.format(file, open.head(), options);
                return format != null && format.goesOnInNextFile()
                        ? new Look(file, format, format.firstMillis(open.head()), false)
                        : new Look(file, null, LogClock.NO_DATE, open.isBlank());
            } catch (IOException failure) {
                throw Traces.explained(file, failure);
            }
        }

        boolean isDated() {
            return firstMillis != LogClock.NO_DATE;
        }

        boolean isOf(TraceFormat other) {
            return format != null && format.name().equals(other.name());
        }
    }
}
