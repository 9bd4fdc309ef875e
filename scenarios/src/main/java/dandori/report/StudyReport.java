package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Group;
import dandori.experiment.Study;
import dandori.machine.Machine;
import dandori.scenario.Scenario;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.inquiry.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the report of a study: the answer, who gains and who loses, what is uncertain. */
public final class StudyReport {

    private static final List<Metric> FIRST =
            List.of(
                    Metric.UTILIZATION,
                    Metric.WAIT_MEAN,
                    Metric.WAIT_MEDIAN,
                    Metric.WAIT_P95,
                    Metric.SLOWDOWN);
    private static final List<Metric> BY_GROUP =
            List.of(
                    Metric.WAIT_MEDIAN.called("Median wait"),
                    Metric.WAIT_P95.called("Wait that 95 % do not exceed"),
                    Metric.SLOWDOWN.called("Mean bounded slowdown"));

    private final Study study;
    private final StudyTables tables;
    private final CampaignTables campaignTables;
    private final StudyNotes notes;
    private final GeneratedNotes generated;
    private final EndingsTable endings;
    private final List<Section> sections = new ArrayList<>();

    private StudyReport(Study study) {
        this.study = study;
        tables = new StudyTables(study);
        campaignTables = new CampaignTables(study);
        notes = new StudyNotes(study);
        generated = new GeneratedNotes(study);
        endings = new EndingsTable(study);
    }

    /** The report of an experiment: that of its only variant, or one after the other. */
    public static Report of(ExperimentResult result) {
        Inquiry inquiry = result.first().scenario().inquiry();
        if (inquiry != null) {
            return inquiry instanceof Search
                    ? SearchReport.of(result)
                    : SensitivityReport.of(result);
        }
        return result.studies().size() == 1 ? of(result.first()) : VariantsReport.of(result);
    }

    /** The report of one variant. */
    public static Report of(Study study) {
        return new StudyReport(study).report();
    }

    private Report report() {
        List<Metric> first = first();
        section("All jobs", tables.all(first), List.of(legend()), true);
        endings();
        machines();
        if (!study.scenario().campaigns().isEmpty()) {
            campaigns();
        }
        List<String> by = study.scenario().report().by();
        Rows organizations = Rows.of(study, Group.Kind.ORGANIZATION);
        Rows classes = Rows.of(study, Group.Kind.NODES_CLASS);
        if (by.contains("organization")) {
            by("Organization", "by organization", organizations, true);
        }
        if (by.contains("nodesClass")) {
            by(sizeHeading(), "by size of job", classes, true);
        }
        Rows partitions = Rows.of(study, Group.Kind.PARTITION);
        boolean byPartition = by.contains("partition") && partitions.count() > 0;
        if (byPartition) {
            by("Resource group", "by resource group", partitions, true);
        }
        shares(organizations);
        for (String policy : WaitTable.policies(study)) {
            section(
                    "What did jobs wait for? Node hours of waiting: " + policy,
                    new WaitTable(study, policy).by(organizations),
                    WaitTable.legend(),
                    true);
        }
        details(first, organizations, classes, byPartition ? partitions : null);
        Figures figures = new Figures(study);
        sections.addAll(figures.numbers());
        beside();
        return new Report(
                study.scenario().name(),
                study.scenario().description(),
                StudySize.of(study),
                new Answer(study).sentences(),
                sections,
                figures.pictures());
    }

    /** What is for those who read on. */
    private void details(
            List<Metric> first, Rows organizations, Rows classes, @Nullable Rows partitions) {
        List<String> by = study.scenario().report().by();
        if (study.policies().size() > 1) {
            section(
                    "Differences from " + study.scenario().report().compareTo() + ", pair by pair",
                    tables.differences(first),
                    List.of(
                            "Each seed's runs have the same "
                                    + (Feedbacks.isIn(study.scenario()) ? "users" : "jobs")
                                    + "; ± as above, of the differences."),
                    false);
        }
        if (by.contains("organization")) {
            details("Organization", "by organization", organizations, BY_GROUP);
            details("Organization", "by organization", organizations, endings.byOrganization());
        }
        if (by.contains("nodesClass")) {
            details(sizeHeading(), "by size of job", classes, BY_GROUP);
        }
        if (partitions != null) {
            details("Resource group", "by resource group", partitions, BY_GROUP);
        }
        EnergyTables costs = new EnergyTables(study);
        if (costs.isOfUse()) {
            sections.addAll(costs.sections(Rows.of(study, Group.Kind.MACHINE), organizations));
            if (!study.scenario().power().isEmpty()) {
                details("Organization", "by organization", organizations, List.of(Metric.ENERGY));
            }
        }
        campaignDetails();
    }

    private void endings() {
        if (endings.isOfUse()) {
            section("How jobs came out", tables.all(endings.metrics()), endings.legend(), true);
        }
    }

    private void machines() {
        Rows machines = Rows.of(study, Group.Kind.MACHINE);
        if (study.groups(Group.Kind.MACHINE).size() > 1) {
            section(
                    "Utilization by machine",
                    tables.by("Machine", machines, Metric.UTILIZATION),
                    List.of(),
                    true);
        }
        if (!study.scenario().power().isEmpty()) {
            energy(machines);
        }
    }

    private void energy(Rows machines) {
        section(
                "Energy by machine",
                tables.by("Machine", machines, Metric.ENERGY),
                List.of(
                        "Of busy and idle nodes, with what the site adds; without storage and whatever"
                                + " else is always on. What an idle node draws is assumed where"
                                + " neither the scenario nor the machine's file says."),
                true);
        boolean saves = false;
        for (String policy : study.policies()) {
            saves |= study.spread(policy, Group.ALL, Metric.SAVED.key()).max() > 0;
        }
        if (saves) {
            section(
                    "Energy saved by caps",
                    tables.by("Machine", machines, Metric.SAVED),
                    List.of(
                            "What the same work would have taken more at full speed, with the nodes"
                                    + " that were switched off standing idle."),
                    true);
        }
    }

    private void campaigns() {
        Table done = campaignTables.done();
        section("When are campaigns done?", done, campaignTables.legend(), true);
        CampaignCosts costs = new CampaignCosts(study);
        if (costs.isKnown()) {
            section(costs.title(), costs.table(), costs.lines(), true);
        }
    }

    /** What campaigns and failures cost. */
    private void campaignDetails() {
        Scenario scenario = study.scenario();
        if (campaignTables.anyElastic()) {
            section(
                    "On how many nodes did elastic campaigns run?",
                    campaignTables.sizes(),
                    List.of(
                            "Fewest to most nodes of a job, the mean over the time of its jobs, and how"
                                    + " often it went on with another number."),
                    false);
        }
        if (!scenario.campaigns().isEmpty()) {
            for (String policy : study.policies()) {
                section(
                        "Where the time of campaigns went: " + policy,
                        campaignTables.times(policy),
                        List.of(
                                "Goodput: time in steps that count, as fast as on the best nodes,"
                                        + " over time on nodes (effective training time ratio)."),
                        false);
            }
        }
        if (!scenario.campaigns().isEmpty() || !scenario.failures().isEmpty()) {
            section(
                    "Node hours of campaigns, and node hours that other jobs lost",
                    campaignTables.nodeHours(),
                    List.of("Over the whole run, the time before the warm-up's end too."),
                    false);
        }
    }

    /** What became of the node time, and whose it was. */
    private void shares(Rows organizations) {
        if (stalls()) {
            section(
                    Slower.of(study.scenario()).lost(),
                    tables.by("Organization", organizations, Metric.STALLED),
                    List.of(),
                    true);
        }
        section(
                "Who gains, who loses: share of the node time",
                tables.shares(organizations),
                List.of(
                        "Share: due by its shares among those at home on the same machine. Asked: of"
                                + " all demand there. Got: of all node time delivered there."),
                true);
        section(
                "Queues and fairness",
                tables.all(List.of(Metric.QUEUE, Metric.UNFINISHED, Metric.JAIN)),
                List.of(
                        "Jain's index of delivered over entitled node time of organizations: 1 where"
                                + " all get the same part of what they are due, 1/n where one of n gets"
                                + " everything. Entitled is the max–min share of the home machine by"
                                + " shares and demand."),
                false);
    }

    /** The metrics that come first. */
    static List<Metric> first(Study study) {
        return new StudyReport(study).first();
    }

    /** What the signs of tables mean. */
    static String legend(Study study) {
        return new StudyReport(study).legend();
    }

    private List<Metric> first() {
        List<String> chosen = study.scenario().report().metrics();
        return chosen.isEmpty() ? usual() : chosen.stream().map(Metrics::of).toList();
    }

    /** What is useful of the utilization only where some of it is not. */
    private List<Metric> usual() {
        boolean isAllUseful = true;
        for (String policy : study.policies()) {
            double all = study.spread(policy, Group.ALL, Metric.UTILIZATION.key()).mean();
            double useful = study.spread(policy, Group.ALL, Metric.USEFUL.key()).mean();
            isAllUseful &= !(useful < all);
        }
        List<Metric> metrics = new ArrayList<>(FIRST);
        if (!isAllUseful) {
            metrics.set(0, Metric.UTILIZATION.unjudged()); // lost time makes it larger
            metrics.add(1, Metric.USEFUL);
        }
        if (study.scenario().campaigns().stream().anyMatch(plan -> plan.deadline() != null)) {
            onlyOneOfWaits(metrics); // one line holds no more
            metrics.add(Metric.LATE);
        }
        return metrics;
    }

    /** Leaves the median of waits or, where nobody in the middle waits, their mean. */
    private void onlyOneOfWaits(List<Metric> metrics) {
        boolean halfWait = false;
        for (String policy : study.policies()) {
            halfWait |= study.spread(policy, Group.ALL, Metric.WAIT_MEDIAN.key()).max() > 0;
        }
        if (halfWait) {
            metrics.remove(Metric.WAIT_MEAN);
            metrics.set(
                    metrics.indexOf(Metric.WAIT_MEDIAN), Metric.WAIT_MEDIAN.called("Wait, median"));
        } else {
            metrics.remove(Metric.WAIT_MEDIAN);
        }
    }

    private boolean stalls() {
        return study.policies().stream()
                .anyMatch(
                        policy -> study.spread(policy, Group.ALL, Metric.STALLED.key()).max() > 0);
    }

    private void by(String heading, String words, Rows rows, boolean isBrief) {
        section(
                "Mean wait " + words,
                tables.by(heading, rows, Metric.WAIT_MEAN),
                List.of(),
                isBrief);
    }

    private void details(String heading, String words, Rows rows, List<Metric> metrics) {
        for (Metric metric : metrics) {
            section(
                    metric.heading() + " " + words,
                    tables.by(heading, rows, metric),
                    List.of(),
                    false);
        }
    }

    private void beside() {
        List<String> brief = new ArrayList<>(notes.notes());
        brief.addAll(notes.importsInShort());
        brief.addAll(generated.brief());
        if (!brief.isEmpty()) {
            sections.add(new Section("To be known", null, brief, true));
        }
        rows("Traces", List.of("Trace", "Kind", "Lines", "What"), notes.imports());
        rows(
                "Generated jobs: what was asked for, what was drawn, and what is published",
                List.of("Stream", "Figure", "Asked", "Drawn", "Published", "By"),
                generated.table());
    }

    private void rows(String title, List<String> headings, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < headings.size(); i++) {
                int place = i;
                columns.add(
                        Column.text(
                                headings.get(i),
                                rows.stream().map(row -> row.get(place)).toList()));
            }
            sections.add(new Section(title, new Table(columns), List.of(), false));
        }
    }

    private void section(String title, Table table, List<String> lines, boolean isBrief) {
        sections.add(new Section(title, table, lines, isBrief));
    }

    /** What sizes count: nodes, or whatever the machines hand out. */
    private String sizeHeading() {
        String units =
                study.scenario().machines().stream()
                        .map(Machine::unit)
                        .distinct()
                        .map(unit -> unit.text() + "s")
                        .collect(Collectors.joining(", "));
        return units.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + units.substring(1);
    }

    private String legend() {
        int seeds = study.seeds().size();
        if (!StudySize.isDrawn(study.scenario())) {
            return study.scenario().workload().streams().isEmpty()
                    ? "Every run would be the same, so there is one, and no interval."
                    : "Every run would have the jobs of the trace, so there is one: 'run.shake' makes"
                            + " others."
                            + ofOneRun();
        }
        if (seeds < 2) {
            return "One seed, so there is no telling chance from cause: --seeds 1..10 gives"
                    + " intervals."
                    + ofOneRun();
        }
        if (seeds == 2) { // too few for a mark
            return "±: half of the difference of the two runs; --seeds 1..10 gives 95 % intervals.";
        }
        String interval =
                "±: half of the 95 %% interval of the mean over %d seeds%s."
                        .formatted(
                                seeds, isOfTwo() ? ", of two runs half of their difference" : "");
        return study.policies().size() < 2
                ? interval
                : "▼ ▲ better than %s, beyond chance by paired runs%s (as far as known, where ≥ stands). %s"
                        .formatted(
                                study.scenario().report().compareTo(),
                                study.policies().size() > 2 ? ", all policies together" : "",
                                interval);
    }

    /** What is to be said of the mean wait of a single run, if its interval is known. */
    private String ofOneRun() {
        boolean isKnown =
                study.policies().stream()
                        .map(policy -> study.spread(policy, Group.ALL, Metric.WAIT_MEAN.key()))
                        .anyMatch(spread -> Double.isFinite(spread.halfWidth()));
        return isKnown
                ? " ± of the mean wait: half of its 95 % interval by batches of jobs in a row."
                : "";
    }

    /** Whether, of more seeds, only two have some figure: no job of that kind, or cells failed. */
    private boolean isOfTwo() {
        return Stream.of(Group.Kind.values())
                .flatMap(kind -> study.groups(kind).stream())
                .anyMatch(group ->
                        study.policies().stream()
                                .map(one -> study.spread(one, group, Metric.WAIT_MEAN.key()))
                                .anyMatch(spread -> spread.count() == 2));
    }
}
