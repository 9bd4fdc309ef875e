package dandori.experiment.inquiry;

import dandori.experiment.Experiment;
import dandori.experiment.Rounds;
import dandori.experiment.UntilNarrow;
import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.inquiry.Search;
import dandori.scenario.inquiry.Sensitivity;
import dandori.scenario.sweep.Variant;
import dandori.scenario.sweep.Variants;
import java.util.List;
import java.util.Map;

/**
 * The way of an experiment: what is played first, and what after it.
 *
 * @param begin the first cells
 * @param rounds what follows from results
 * @param grows whether more may follow
 */
public record Course(Experiment begin, Rounds rounds, boolean grows) {

    /**
     * The course of a scenario file: of one without search or sensitivity, all its variants, and
     * more seeds where {@code run.until} asks for them.
     *
     * @param variants the file
     * @param parts what policies may be made of
     */
    public static Course of(Variants variants, KnownParts parts) {
        Scenario own = variants.first();
        Inquiry inquiry = own.inquiry();
        if (inquiry instanceof Search search) {
            SearchRounds rounds = new SearchRounds(own, search, parts);
            return new Course(rounds.begin(), rounds, true);
        }
        if (inquiry instanceof Sensitivity sensitivity) {
            Experiment all = Design.of(sensitivity).experiment(own, parts);
            return new Course(all, Rounds.ONE, false);
        }
        boolean grows =
                variants.list().stream()
                        .anyMatch(one -> one.scenario().run().certainty().until() != null);
        return new Course(Experiment.of(variants), new UntilNarrow(), grows);
    }

    /**
     * The variants that were played, in order of their numbers, as their values tell of them.
     *
     * @param variants the file
     * @param values the values of each variant that was played, by their names
     * @param parts what policies may be made of
     */
    public static List<Variant> played(
            Variants variants, List<Map<String, String>> values, KnownParts parts) {
        Scenario own = variants.first();
        Inquiry inquiry = own.inquiry();
        if (inquiry instanceof Search search) {
            return new SearchRounds(own, search, parts).played(values);
        }
        return inquiry instanceof Sensitivity sensitivity
                ? Design.of(sensitivity).experiment(own, parts).variants()
                : variants.list();
    }
}
