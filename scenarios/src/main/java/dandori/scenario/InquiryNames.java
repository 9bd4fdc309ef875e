package dandori.scenario;

import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.policy.limit.Subject;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.inquiry.FigureNames;
import dandori.scenario.inquiry.FigureReader;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.inquiry.InquiryReader;
import dandori.scenario.inquiry.Whose;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that inquiries may use.
 *
 * @param names those of organizations and campaigns
 * @param machines the machines
 * @param streams where jobs come from
 * @param plan how the scenario is run
 */
record InquiryNames(KnownNames names, List<Machine> machines, List<Stream> streams, RunPlan plan) {

    /** Reads what a file asks to be found out; null if nothing. */
    @Nullable Inquiry read(
            Values file, ReportPlan report, boolean power, boolean failures, Issues issues) {
        boolean hasCampaigns = !names.campaigns().isEmpty();
        FigureNames.Has has = new FigureNames.Has(power, hasCampaigns || failures, plan.explains());
        boolean isDrawn =
                failures
                        || plan.certainty().shaking() != null
                        || streams.stream().anyMatch(Stream::isDrawn);
        for (String key : List.of("search", "sensitivity")) {
            Node section = file.node(key);
            if (section instanceof Mapping && plan.certainty().until() != null) {
                issues.add(
                        section,
                        "does not go with 'run.until': its variants are compared under the same seeds.",
                        key.equals("search") ? "'seedsAtMost' here." : "more 'run.seeds'.");
            }
        }
        Node search = file.node("search");
        if (search instanceof Mapping && plan.certainty().findsWarmUp()) {
            issues.add(
                    search,
                    "does not go with 'run.warmUp: auto': where a queue does not settle none is found,"
                            + " which says neither that targets hold nor that they fail.",
                    "a duration: a run without the search tells what 'auto' finds.");
        }
        return new InquiryReader(
                        new FigureReader.Known(report.policies(), byKind(), has),
                        new InquiryReader.Runs(plan.seeds().size(), isDrawn),
                        issues)
                .inquiry(file);
    }

    private Map<Whose, List<String>> byKind() {
        Map<Whose, List<String>> known = new EnumMap<>(Whose.class);
        names.of(Subject.ORGANIZATION).ifPresent(all -> known.put(Whose.ORGANIZATION, all));
        known.put(Whose.CAMPAIGN, names.campaigns().stream().map(CampaignPlan::name).toList());
        List<String> pools = new ArrayList<>();
        for (Machine machine : machines) {
            for (Pool pool : machine.pools()) {
                boolean isWhole = machine.pools().size() == 1;
                pools.add(machine.name() + (isWhole ? "" : "/" + pool.name()));
            }
        }
        known.put(Whose.MACHINE, pools);
        return known;
    }
}
