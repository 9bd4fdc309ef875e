package dandori.experiment;

import java.util.List;

/**
 * What an experiment came to.
 *
 * @param experiment what was to be played
 * @param studies what became of each variant that has cells, in order
 */
public record ExperimentResult(Experiment experiment, List<Study> studies) {

    /** Keeps the studies. */
    public ExperimentResult {
        studies = List.copyOf(studies);
    }

    /** What became of the first variant, or the only one. */
    public Study first() {
        return studies.get(0);
    }

    /** The cells that were played, in order of their numbers. */
    public List<CellResult> results() {
        return studies.stream()
                .flatMap(study -> study.results().stream())
                .sorted(java.util.Comparator.comparingInt(one -> one.cell().number()))
                .toList();
    }

    /** The cells that failed, in order of their numbers. */
    public List<CellFailure> failures() {
        return studies.stream()
                .flatMap(study -> study.failures().stream())
                .sorted(java.util.Comparator.comparingInt(one -> one.cell().number()))
                .toList();
    }
}
