package dandori.experiment;

import java.util.Optional;

/**
 * An experiment that grows by what its cells came to: more seeds until a figure is known well
 * enough, or another variant of a search. What comes next must follow from the results alone, so
 * that a study that is resumed takes the same way.
 */
public interface Rounds {

    /** The experiment as it stands and nothing more. */
    Rounds ONE = result -> Optional.empty();

    /** The experiment with more cells behind those it had; empty if there is nothing to add. */
    Optional<Experiment> after(ExperimentResult result);
}
