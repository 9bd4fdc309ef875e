package dandori.experiment;

import dandori.scenario.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * More seeds for each variant that says so with {@code run.until}, until the figure is known well
 * enough under every policy, or there are as many as may be. New seeds are the smallest that are
 * not in use, from 1 on. A policy under which no run has the figure asks for nothing.
 */
public final class UntilNarrow implements Rounds {

    /** Reads all it needs from the scenarios of an experiment. */
    public UntilNarrow() {}

    @Override
    public Optional<Experiment> after(ExperimentResult result) {
        Experiment grown = result.experiment();
        for (Study study : result.studies()) {
            Until until = study.scenario().run().certainty().until();
            int more = until == null ? 0 : wanted(study, until) - study.seeds().size();
            if (more > 0) {
                grown = grown.with(study.variant(), unused(study.seeds(), more));
            }
        }
        return grown == result.experiment() ? Optional.empty() : Optional.of(grown);
    }

    /** How many seeds the policy wants that wants most. */
    private static int wanted(Study study, Until until) {
        int wanted = 0;
        for (String policy : study.policies()) {
            Spread spread = study.spread(policy, Group.ALL, until.figure());
            int missing = study.seeds().size() - spread.count();
            if (spread.count() > 0) {
                int its = until.rule().next(spread.known()) + missing;
                wanted = Math.max(wanted, Math.min(its, until.rule().atMost()));
            }
        }
        return wanted;
    }

    private static List<Integer> unused(List<Integer> seeds, int count) {
        List<Integer> unused = new ArrayList<>();
        for (int seed = 1; unused.size() < count; seed++) {
            if (!seeds.contains(seed)) {
                unused.add(seed);
            }
        }
        return unused;
    }
}
