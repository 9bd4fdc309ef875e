package dandori.trace;

import dandori.machine.AllocationUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectLongHashMap;

/** Counts of what was found in a trace, by kind of {@link Oddity}. */
public final class Findings {

    private static final Finding[] ALL = Finding.values();
    private static final String NOBODY_LINKED =
            "name a preceding job (field 17): nobody waits for another";

    private final long[] counts = new long[ALL.length];
    private final ObjectLongHashMap<Oddity> ofFormat = new ObjectLongHashMap<>();

    /** Nothing found yet. */
    public Findings() {}

    /** Counts one more. */
    public void add(Oddity oddity) {
        add(oddity, 1);
    }

    /** Counts so many more. */
    public void add(Oddity oddity, long more) {
        if (oddity instanceof Finding finding) {
            counts[finding.ordinal()] += more;
        } else if (more > 0) {
            ofFormat.addToValue(oddity, more);
        }
    }

    void add(Finding finding) {
        counts[finding.ordinal()]++;
    }

    void set(Finding finding, long count) {
        counts[finding.ordinal()] = count;
    }

    /** How often it was found. */
    public long count(Oddity oddity) {
        return oddity instanceof Finding finding ? count(finding) : ofFormat.get(oddity);
    }

    long count(Finding finding) {
        return counts[finding.ordinal()];
    }

    /**
     * The notes for all that was found: by {@link NoteKind}, what all traces may have before what
     * only those of a format have.
     *
     * @param keepsDependencies whether to say, too, that nobody follows anybody
     * @param unit what the size of a job counts
     */
    List<ImportNote> notes(ImportPreset preset, boolean keepsDependencies, AllocationUnit unit) {
        List<ImportNote> notes = new ArrayList<>();
        boolean isNobodyLinked =
                keepsDependencies
                        && count(Finding.FOLLOWS) == 0
                        && count(Finding.THINK_UNKNOWN) == 0
                        && count(Finding.PRECEDING_UNKNOWN) == 0;
        for (Finding finding : ALL) {
            long count = counts[finding.ordinal()];
            if (count > 0 || isNobodyLinked && finding == Finding.FOLLOWS) {
                boolean cut = preset == ImportPreset.SC15 && finding == Finding.RUN_BEYOND_ESTIMATE;
                String words =
                        cut ? "run time beyond the estimate: cut to it" : words(finding, unit);
                notes.add(
                        new ImportNote(
                                finding.key(),
                                finding.kind(),
                                count,
                                count == 0 ? NOBODY_LINKED : words,
                                cut ? null : finding.advice()));
            }
        }
        addThoseOfFormat(notes);
        return notes;
    }

    /** What is said of sizes is said of what they count. */
    private static String words(Finding finding, AllocationUnit unit) {
        boolean ofSize =
                finding == Finding.NO_PROCESSORS
                        || finding == Finding.ALLOCATED_TAKEN
                        || finding == Finding.DIFFERENT
                        || finding == Finding.MIXED_UNITS
                        || finding == Finding.NO_ALLOCATED;
        return ofSize ? finding.text().replace("processors", unit.plural()) : finding.text();
    }

    private void addThoseOfFormat(List<ImportNote> notes) {
        if (ofFormat.isEmpty()) {
            return;
        }
        List<ImportNote> own = new ArrayList<>();
        ofFormat.forEachKeyValue((oddity, count) ->
                own.add(
                        new ImportNote(
                                oddity.key(),
                                oddity.kind(),
                                count,
                                oddity.text(),
                                oddity.advice())));
        own.sort(Comparator.comparing(ImportNote::key));
        notes.addAll(own);
        notes.sort(Comparator.comparing(ImportNote::kind)); // stable
    }
}
