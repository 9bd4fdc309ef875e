package dandori.trace;

import java.util.ArrayList;
import java.util.List;

/** Counts of what was found in a trace, by kind of {@link Finding}. */
final class Findings {

    private static final Finding[] ALL = Finding.values();
    private static final String NOBODY_LINKED =
            "name a preceding job (field 17): nobody waits for another";

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

    /**
     * The notes for all that was found, in the order of {@link Finding}.
     *
     * @param keepsDependencies whether to say, too, that nobody follows anybody
     */
    List<ImportNote> notes(ImportPreset preset, boolean keepsDependencies) {
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
                String words = cut ? "run time beyond the estimate: cut to it" : finding.text;
                notes.add(
                        new ImportNote(
                                finding.key,
                                finding.kind,
                                count,
                                count == 0 ? NOBODY_LINKED : words,
                                cut ? null : finding.advice));
            }
        }
        return notes;
    }
}
