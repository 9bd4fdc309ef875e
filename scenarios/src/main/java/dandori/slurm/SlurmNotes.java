package dandori.slurm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What became of settings that have no exact counterpart: nothing is dropped without a note. */
public final class SlurmNotes {

    /**
     * One setting.
     *
     * @param file where it stands; empty for the file that was named in the call
     * @param line its line; 0 where there is none
     * @param setting as it is written
     * @param what what becomes of it, as the end of a sentence
     */
    public record Note(String file, int line, String setting, String what) {

        /** The note in a line: {@code line 12: bf_yield_sleep: not modelled}. */
        public String text() {
            String where =
                    (file.isEmpty() ? "" : file + (line > 0 ? " " : ": "))
                            + (line > 0 ? "line " + line + ": " : "");
            return where + setting + ": " + what;
        }
    }

    private final List<Note> notes = new ArrayList<>();
    private final Set<String> idle = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    SlurmNotes() {}

    void add(SlurmStatement at, String setting, String what) {
        add(at.file(), at.line(), setting, what);
    }

    void add(String file, int line, String setting, String what) {
        notes.add(new Note(file, line, SlurmText.shortened(setting), what));
    }

    void addAll(SlurmNotes others) {
        notes.addAll(others.notes);
        idle.addAll(others.idle);
    }

    /** A setting that says nothing about who gets which nodes when. */
    void idle(String key) {
        idle.add(key);
    }

    /** What is not modelled, or is taken otherwise, in the order in which it stands. */
    public List<Note> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** The keys that say nothing about scheduling, in order. */
    public Set<String> idle() {
        return Collections.unmodifiableSet(idle);
    }
}
