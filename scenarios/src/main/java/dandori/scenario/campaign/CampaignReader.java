package dandori.scenario.campaign;

import dandori.campaign.Chain;
import dandori.catalogue.LanguageModel;
import dandori.machine.Machine;
import dandori.scenario.failure.FailurePlan;
import dandori.scenario.key.CampaignSections;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads campaigns, strictly: what a model does not divide, where it does not fit, when it could not
 * start, is told before anything runs.
 */
public final class CampaignReader {

    private static final int TOKENS_OF_STEP = 4 << 20; // where nobody says how many

    private final List<Machine> machines;
    private final Set<String> unread;
    private final Organizations organizations;
    private final CampaignModels models;
    private final Issues issues;
    private final CampaignLinks links;

    /** The organizations of a scenario, as far as campaigns must know them. */
    public interface Organizations {
        /** The name of the organization that stands somewhere; null, and an issue, if none does. */
        @Nullable String named(Node node);

        /** The machine to which an organization's jobs go. */
        String homeOf(String organization);
    }

    /**
     * A reader.
     *
     * @param folder what paths of model files are relative to
     * @param machines the machines of the scenario
     * @param unread those of them that only stand in for machines of which something is wrong; it
     *     is not told what campaigns cannot do there
     * @param organizations its organizations
     * @param issues where faults go
     */
    public CampaignReader(
            Path folder,
            List<Machine> machines,
            Set<String> unread,
            Organizations organizations,
            Issues issues) {
        this.machines = machines;
        this.unread = unread;
        this.organizations = organizations;
        this.issues = issues;
        models = new CampaignModels(folder, issues);
        links = new CampaignLinks(issues);
    }

    /** The campaigns, in the order of the file; those that are wrong are left out. */
    public List<CampaignPlan> campaigns(Map<String, Node> sections) {
        List<CampaignPlan> campaigns = new ArrayList<>();
        sections.forEach((name, node) -> {
            Values values = Values.of(CampaignSections.CAMPAIGN, node, issues);
            CampaignPlan plan = campaign(name, values);
            if (plan != null) {
                campaigns.add(plan);
            }
            links.add(name, values);
        });
        links.check();
        return campaigns;
    }

    /** Where campaigns depend on each other and on time. */
    public CampaignLinks links() {
        return links;
    }

    /** Tells where something breaks so often that hardly anything would get done. */
    public void checkProspects(
            Map<String, Node> sections,
            List<CampaignPlan> campaigns,
            Map<String, FailurePlan> failures) {
        Campaigns made = new Campaigns(machines, failures, false);
        for (CampaignPlan plan : issues.isEmpty() ? campaigns : List.<CampaignPlan>of()) {
            for (VenuePlan venue : plan.venues()) {
                String wrong = made.hopeless(venue);
                for (VenuePlan other : venue.others()) {
                    wrong = wrong.isEmpty() ? made.hopeless(other) : wrong;
                }
                if (!wrong.isEmpty()) {
                    issues.add(
                            Objects.requireNonNull(sections.get(plan.name())),
                            wrong,
                            "fewer nodes, a shorter 'restart', or a larger 'nodeMtbf'.");
                }
            }
        }
    }

    private @Nullable CampaignPlan campaign(String name, Values values) {
        Node who = values.node("organization");
        String organization = who == null ? null : organizations.named(who);
        LanguageModel model = models.model(values.node("model"));
        List<Values> venues = venues(values, organization);
        if (organization == null || model == null) {
            return null;
        }
        int globalBatch = globalBatch(values, venues, model);
        long perStep = (long) globalBatch * model.transformer().sequence();
        CampaignTokens tokens = CampaignTokens.read(values, model, perStep, issues);
        long stepsToDo = tokens == null ? 1 : tokens.stepsToDo(perStep);
        List<VenuePlan> plans = new ArrayList<>();
        for (Values venue : venues) {
            Machine machine = VenueReader.machine(venue, machines, issues);
            VenuePlan plan =
                    machine == null || unread.contains(machine.name())
                            ? null
                            : new VenueReader(
                                            machine,
                                            venue,
                                            model.transformer(),
                                            globalBatch,
                                            issues)
                                    .read(stepsToDo);
            if (plan != null) {
                plans.add(plan);
            }
        }
        if (tokens == null) {
            return null;
        }
        boolean isAfter = values.has("after");
        return new CampaignPlan(
                name,
                organization,
                models.from(values.text("model")),
                model,
                plans,
                globalBatch,
                tokens.all(),
                tokens.before(),
                isAfter ? null : values.moment("submit"),
                isAfter ? values.name("after") : null,
                values.millis("delay"),
                values.has("deadline") ? values.moment("deadline") : null,
                values.word("chain").equals("ahead") ? Chain.AHEAD : Chain.AFTER_END);
    }

    /** The venues, each with the keys of the campaign that it does not have itself. */
    private List<Values> venues(Values campaign, @Nullable String organization) {
        Node one = campaign.node("machine");
        Node several = campaign.node("machines");
        if (one != null && several != null) {
            issues.add(
                    several,
                    "'machine' and 'machines' both say where it runs.",
                    "delete one of the two.");
            return List.of();
        }
        List<Node> nodes = several == null ? new ArrayList<>() : campaign.items("machines");
        if (several == null) {
            String home = organization == null ? "" : organizations.homeOf(organization);
            boolean isTold =
                    one == null && machines.stream().noneMatch(is -> is.name().equals(home));
            if (isTold) { // where the organization has no home, or one that is no machine
                return List.of();
            }
            nodes.add(
                    one == null
                            ? new Scalar(
                                    campaign.mapping().path(),
                                    campaign.mapping().line(),
                                    home,
                                    Scalar.Type.TEXT)
                            : one);
        }
        return nodes.stream().map(node -> venue(campaign, node)).toList();
    }

    private Values venue(Values campaign, Node node) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (String key : CampaignSections.VENUE.names()) {
            Node inherited = key.equals("machine") ? null : campaign.mapping().get(key);
            if (inherited != null) {
                entries.put(key, inherited);
            }
        }
        if (node instanceof Mapping own) {
            if (own.get("nodes") != null || own.get("accelerators") != null) {
                entries.remove("nodes");
                entries.remove("accelerators");
            }
            entries.putAll(own.entries());
        } else if (Scalars.name(node, issues) != null) {
            entries.put("machine", node);
        } else {
            entries.put("machine", new Scalar(node.path(), node.line(), "-", Scalar.Type.TEXT));
        }
        Mapping whole = new Mapping(node.path(), node.line(), entries);
        return Values.of(CampaignSections.VENUE, whole, issues);
    }

    /** The sequences of a step: those that some key gives, else the model's own. */
    private int globalBatch(Values campaign, List<Values> venues, LanguageModel model) {
        Integer batch = givenBatch(campaign);
        for (Values venue : venues) {
            Integer its = givenBatch(venue);
            if (batch != null && its != null && !its.equals(batch)) {
                issues.add(
                        Objects.requireNonNull(venue.node("parallelism")),
                        "a step of %d sequences is not the step of %d elsewhere."
                                .formatted(its, batch),
                        "the same globalBatch on all machines.");
            }
            batch = batch == null ? its : batch;
        }
        int sequence = model.transformer().sequence();
        return batch != null
                ? batch
                : model.globalBatch().orElse(Math.max(1, TOKENS_OF_STEP / sequence));
    }

    private static @Nullable Integer givenBatch(Values values) {
        Node batch =
                values.node("parallelism") instanceof Mapping section
                        ? section.get("globalBatch")
                        : null;
        var count =
                batch == null
                        ? OptionalLong.empty()
                        : Scalars.count(batch, 1, Integer.MAX_VALUE, new Issues());
        return count.isPresent() ? (Integer) (int) count.getAsLong() : null;
    }
}
