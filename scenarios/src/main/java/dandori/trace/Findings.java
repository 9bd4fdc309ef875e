package dandori.trace;

import java.util.ArrayList;
import java.util.List;

/** Counts of what was found in a trace, by kind of {@link Finding}. */
final class Findings {

    private static final Finding[] ALL = Finding.values();

    private final long[] counts = new long[ALL.length];

    void add(Finding finding) {
        counts[finding.ordinal()]++;
    }

    void set(Finding finding, long count) {
        counts[finding.ordinal()] = count;
    }

    long count(Finding finding) {
        return counts[finding.ordinal()];
    }

    /** The notes for all that was found, in the order of {@link Finding}. */
    List<ImportNote> notes(ImportPreset preset) {
        List<ImportNote> notes = new ArrayList<>();
        for (Finding finding : ALL) {
            long count = counts[finding.ordinal()];
            if (count > 0) {
                boolean cut = preset == ImportPreset.SC15 && finding == Finding.RUN_BEYOND_ESTIMATE;
                notes.add(
                        new ImportNote(
                                finding.key,
                                finding.kind,
                                count,
                                cut ? "run time beyond the estimate: cut to it" : finding.text,
                                cut ? null : finding.advice));
            }
        }
        return notes;
    }
}
