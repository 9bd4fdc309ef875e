package dandori.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the lines of a trace: nothing is left out or repaired without a note here.
 *
 * @param trace the name of the trace
 * @param lines all lines of the file
 * @param jobLines lines that are neither blank nor a comment
 * @param jobsUsed jobs in the workload; {@code jobLines} less those that notes of the kind {@link
 *     NoteKind#SKIPPED} count
 * @param notes what was found, in a fixed order: skipped, repaired, noted, header; none with count
 *     0
 */
public record ImportReport(
        String trace, long lines, long jobLines, int jobsUsed, List<ImportNote> notes) {

    /** Copies the list. */
    public ImportReport {
        notes = List.copyOf(notes);
    }

    /** The count of the note with the given key, or 0 if there is none. */
    public long count(String key) {
        for (ImportNote note : notes) {
            if (note.key().equals(key)) {
                return note.count();
            }
        }
        return 0;
    }

    /** The same with another note, of the kind {@link NoteKind#HEADER}. */
    public ImportReport with(ImportNote note) {
        List<ImportNote> all = new ArrayList<>(notes);
        all.add(note);
        return new ImportReport(trace, lines, jobLines, jobsUsed, all);
    }

    /** How many job lines were left out. */
    public long skippedCount() {
        return jobLines - jobsUsed;
    }
}
