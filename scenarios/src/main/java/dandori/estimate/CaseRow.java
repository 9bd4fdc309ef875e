package dandori.estimate;

import dandori.training.StepMeasurement;
import dandori.training.TrainingCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table of cases.
 *
 * @param cells as they stand in the file
 * @param set the publication that it is of; empty if the file does not say
 * @param machine the name of the machine
 * @param what the case
 * @param isSearched whether the file leaves the parallelism open
 * @param seconds what was measured; NaN where nothing was
 * @param remarks what was assumed or does not agree
 */
public record CaseRow(
        List<String> cells,
        String set,
        String machine,
        TrainingCase what,
        boolean isSearched,
        double seconds,
        List<String> remarks) {

    /** Keeps the lists. */
    public CaseRow {
        cells = List.copyOf(cells);
        remarks = List.copyOf(remarks);
    }

    /** What was measured; null where nothing was. */
    public @Nullable StepMeasurement measurement() {
        return Double.isNaN(seconds) ? null : new StepMeasurement(what, seconds);
    }
}
