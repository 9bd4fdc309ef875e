package dandori.experiment.journal;

import dandori.experiment.Cell;
import dandori.experiment.Experiment;
import dandori.experiment.Study;
import dandori.trace.ImportReport;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a variant beside its scenario and its cells, so that its study can be told
 * again where its traces are not.
 *
 * @param number the variant's number
 * @param values the label of each sweep's value by the sweep's name
 * @param origin the date of time 0; null if nobody knows it
 * @param imports what was repaired in reading the traces, by the path of the stream in the file
 * @param warnings what does not fit together in traces and machines, in sentences
 * @param cells the cells that were to be played, in order of their numbers
 */
public record VariantNote(
        int number,
        Map<String, String> values,
        @Nullable ZonedDateTime origin,
        Map<String, ImportReport> imports,
        List<String> warnings,
        List<Planned> cells) {

    /**
     * A cell that was to be played.
     *
     * @param number its number
     * @param policy the name of its policy
     * @param seed its seed
     */
    public record Planned(int number, String policy, int seed) {

        static Planned of(Cell cell) {
            return new Planned(cell.number(), cell.policy().name(), cell.seed());
        }
    }

    /** Keeps the collections, in their order. */
    public VariantNote {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
        warnings = List.copyOf(warnings);
        cells = List.copyOf(cells);
    }

    /**
     * That of a study.
     *
     * @param study one variant's
     * @param experiment of which it is a part
     * @param origin the date of time 0
     */
    static VariantNote of(Study study, Experiment experiment, @Nullable ZonedDateTime origin) {
        int number = study.variant().number();
        return new VariantNote(
                number,
                study.variant().values(),
                origin,
                study.imports(),
                study.warnings(),
                experiment.cells().stream()
                        .filter(cell -> cell.variant().number() == number)
                        .map(Planned::of)
                        .toList());
    }

    /** This note with other cells. */
    public VariantNote with(List<Planned> others) {
        return new VariantNote(number, values, origin, imports, warnings, others);
    }
}
