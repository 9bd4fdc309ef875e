package dandori.report;

import dandori.engine.Durations;
import dandori.experiment.Study;
import dandori.scenario.GeneratedStream;
import dandori.scenario.Scenario;
import dandori.scenario.Until;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.inquiry.Search;
import dandori.scenario.inquiry.Sensitivity;
import dandori.scenario.sweep.Variants;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How large a scenario is, in a line. */
public final class StudySize {

    private StudySize() {}

    /** {@code 2 machines · 3 policies · 3 seeds · 4 weeks}, and how many campaigns. */
    public static String of(Scenario scenario) {
        return withoutCampaigns(scenario, seeds(scenario)) + campaigns(scenario);
    }

    /** How many seeds are played; from how many to how many where that follows from figures. */
    private static String seeds(Scenario scenario) {
        int first = scenario.run().seeds().size();
        Until until = scenario.run().certainty().until();
        return until == null || until.rule().atMost() == first
                ? count(first, "seed", "seeds")
                : first + " to " + count(until.rule().atMost(), "seed", "seeds");
    }

    private static String campaigns(Scenario scenario) {
        int campaigns = scenario.campaigns().size();
        return campaigns == 0 ? "" : " · " + count(campaigns, "campaign", "campaigns");
    }

    private static String withoutCampaigns(Scenario scenario, String seeds) {
        return String.join(
                " · ",
                count(scenario.machines().size(), "machine", "machines"),
                count(scenario.report().policies().size(), "policy", "policies"),
                seeds,
                length(scenario));
    }

    /** The same of all variants, with the number of jobs of the first. */
    public static String of(Variants variants, int jobs) {
        return ofVariants(variants) + of(variants.first(), jobs);
    }

    /** The same of all variants. */
    public static String of(Variants variants) {
        return ofVariants(variants) + of(variants.first());
    }

    private static String ofVariants(Variants variants) {
        Inquiry inquiry = variants.first().inquiry();
        if (inquiry instanceof Search search) {
            return "search among " + count(search.between().count(), "value", "values") + " · ";
        }
        return inquiry instanceof Sensitivity its
                ? "sensitivity to " + count(its.inputs().size(), "value", "values") + " · "
                : ofVariants(variants.list().size());
    }

    /** How many variants there are, with what stands behind it; nothing of one. */
    static String ofVariants(int variants) {
        return variants == 1 ? "" : count(variants, "variant", "variants") + " · ";
    }

    /** The same with the number of jobs, and the seeds that were played. */
    public static String of(Study study) {
        String seeds = count(study.seeds().size(), "seed", "seeds");
        return of(study.scenario(), study.jobs(), seeds);
    }

    /** The same with the number of jobs of the first seed's runs, and that of campaigns. */
    public static String of(Scenario scenario, int jobs) {
        return of(scenario, jobs, seeds(scenario));
    }

    private static String of(Scenario scenario, int jobs, String seeds) {
        boolean isKnown = scenario.run().seeds().size() == 1;
        String text = count(isKnown ? jobs : rounded(jobs), "job", "jobs");
        return scenario.campaigns().isEmpty() || jobs > 0
                ? withoutCampaigns(scenario, seeds)
                        + " · "
                        + (isKnown ? "" : "about ")
                        + text
                        + " a run"
                        + thinned(scenario)
                        + campaigns(scenario)
                : withoutCampaigns(scenario, seeds) + campaigns(scenario);
    }

    /** Whether runs of different seeds differ. */
    static boolean isDrawn(Scenario scenario) {
        return scenario.isDrawn();
    }

    /** By how much small jobs were thinned, if they were. */
    private static String thinned(Scenario scenario) {
        List<String> factors =
                scenario.workload().streams().stream()
                        .map(stream ->
                                stream instanceof GeneratedStream its ? its.thinning() : null)
                        .filter(Objects::nonNull)
                        .map(thinning -> "1:" + thinning.by())
                        .distinct()
                        .toList();
        return factors.isEmpty() ? "" : " (small jobs thinned " + String.join(", ", factors) + ")";
    }

    /** With two digits: the runs of other seeds have a few more or less. */
    static long rounded(int jobs) {
        long unit = 1;
        while (jobs / unit >= 100) {
            unit *= 10;
        }
        return Math.round((double) jobs / unit) * unit;
    }

    private static String length(Scenario scenario) {
        Long millis = scenario.run().lengthMillis();
        if (millis == null) {
            return scenario.workload().streams().isEmpty()
                    ? "until all campaigns are done"
                    : "as long as the trace";
        }
        return millis % Durations.WEEK_MILLIS == 0
                ? count(millis / Durations.WEEK_MILLIS, "week", "weeks")
                : Durations.text(millis);
    }

    private static String count(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
