package dandori.experiment;

import dandori.campaign.CampaignOutcome;
import dandori.engine.Durations;
import dandori.job.Jobs;
import dandori.metric.Figure;
import dandori.metric.JobFigures;
import dandori.metric.JobLog;
import dandori.results.GroupFigures;
import dandori.results.SummaryTree;
import dandori.scenario.Scenario;
import dandori.sim.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Measures a run by all of its groups: what it delivered, and how fairly. */
final class Measuring {

    private static final String AT_LEAST = "_at_least";

    private final Scenario scenario;
    private final Played played;
    private final Outcome outcome;
    private final Map<Group, Map<String, @Nullable Object>> trees = new LinkedHashMap<>();

    Measuring(Scenario scenario, Played played) {
        this.scenario = scenario;
        this.played = played;
        outcome = played.outcome();
        Map<String, @Nullable Object> all = SummaryTree.of(outcome.summary());
        all.put(
                BatchedWaits.HALF_WIDTH,
                number(BatchedWaits.halfWidthSeconds(outcome.log(), outcome.window())));
        trees.put(Group.ALL, all);
        organizations(all);
        nodesClasses();
        machines();
        EnergyFigures energy = new EnergyFigures(outcome, played.list().organizations());
        if (!scenario.power().isEmpty()) {
            energy.putInto(trees);
        }
        if (energy.hasPrices()) {
            energy.putCosts(trees);
        }
        partitions();
        if (outcome.waits() != null) {
            new WaitHours(played, outcome.waits()).putInto(trees);
        }
        if (!scenario.campaigns().isEmpty() || !scenario.failures().isEmpty()) {
            campaigns(all);
        }
    }

    /** The figures of each group. */
    Measurement measurement() {
        Map<Group, Map<String, Figure>> groups = new LinkedHashMap<>();
        for (Map.Entry<Group, Map<String, @Nullable Object>> entry : trees.entrySet()) {
            groups.put(entry.getKey(), figures(entry.getValue()));
        }
        return new Measurement(
                groups,
                Curves.queue(outcome),
                Curves.of(outcome, NodesClasses.of(scenario.machines())));
    }

    /** The tree of the cell's {@code summary.json}: what it is, then its groups. */
    Map<String, @Nullable Object> tree(Map<String, ?> about) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>(about);
        for (Group.Kind kind : Group.Kind.values()) {
            Map<String, Object> ofKind = new LinkedHashMap<>();
            trees.forEach((group, its) -> {
                if (group.kind() == kind) {
                    ofKind.put(group.name(), its);
                }
            });
            if (kind.isAlwaysTold() || !ofKind.isEmpty()) {
                tree.put(kind.key(), kind == Group.Kind.ALL ? trees.get(Group.ALL) : ofKind);
            }
        }
        return tree;
    }

    private static Map<String, Figure> figures(Map<String, @Nullable Object> tree) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        tree.forEach((name, value) -> {
            if (!name.endsWith(AT_LEAST)) {
                double number = value instanceof Number known ? known.doubleValue() : Double.NaN;
                figures.put(name, new Figure(number, tree.containsKey(name + AT_LEAST)));
            }
        });
        return figures;
    }

    private void organizations(Map<String, @Nullable Object> all) {
        JobLog log = outcome.log();
        Jobs jobs = log.jobs();
        List<String> names = played.list().organizations();
        List<JobFigures> figures =
                JobFigures.byClass(log, outcome.window(), names.size(), jobs::organization);
        Entitlement due = Entitlement.of(scenario, played);
        double[] delivered = new double[scenario.machines().size()];
        double[] demanded = new double[scenario.machines().size()];
        double[] allGot = new Delivered(scenario, outcome).nodeMillis(names, figures);
        for (int i = 0; i < names.size(); i++) {
            delivered[due.home(i)] += allGot[i];
            demanded[due.home(i)] += due.demanded(i);
        }
        List<Double> ratios = new ArrayList<>();
        DoubleStream.Builder medians = DoubleStream.builder();
        for (int i = 0; i < names.size(); i++) {
            Map<String, @Nullable Object> tree = SummaryTree.of(figures.get(i));
            double got = allGot[i];
            tree.put("demanded_node_hours", due.demanded(i) / Durations.HOUR_MILLIS);
            tree.put("entitled_node_hours", due.entitled(i) / Durations.HOUR_MILLIS);
            tree.put("share_due", number(due.share(i)));
            tree.put("share_demanded", number(due.demanded(i) / demanded[due.home(i)]));
            tree.put("share_delivered", number(got / delivered[due.home(i)]));
            tree.put("delivered_over_entitled", number(got / due.entitled(i)));
            trees.put(Group.organization(names.get(i)), tree);
            if (due.entitled(i) > 0) {
                ratios.add(got / due.entitled(i));
            }
            double median = figures.get(i).medianWaitMillis().value();
            if (!Double.isNaN(median)) {
                medians.add(median / 1000);
            }
        }
        double[] known = medians.build().toArray();
        all.put(
                "fairness_jain",
                number(Entitlement.jain(ratios.stream().mapToDouble(ratio -> ratio).toArray())));
        all.put(
                "wait_median_spread_s",
                number(
                        DoubleStream.of(known).max().orElse(Double.NaN)
                                - DoubleStream.of(known).min().orElse(Double.NaN)));
    }

    private void nodesClasses() {
        NodesClasses classes = NodesClasses.of(scenario.machines());
        Jobs jobs = outcome.log().jobs();
        List<JobFigures> figures =
                JobFigures.byClass(
                        outcome.log(),
                        outcome.window(),
                        classes.count(),
                        job -> classes.classOf(jobs.nodes(job)));
        for (int i = 0; i < figures.size(); i++) {
            trees.put(
                    new Group(Group.Kind.NODES_CLASS, classes.name(i)),
                    SummaryTree.of(figures.get(i)));
        }
    }

    private void machines() {
        for (Outcome.PoolOutcome pool : outcome.pools()) {
            trees.put(Group.ofPool(pool), SummaryTree.of(pool.summary()));
        }
    }

    private void partitions() {
        boolean isOneMachine = scenario.machines().size() == 1;
        for (GroupFigures one : GroupFigures.of(outcome)) {
            String name = isOneMachine ? one.group() : one.machine() + "/" + one.group();
            trees.put(new Group(Group.Kind.PARTITION, name), SummaryTree.of(one.figures()));
        }
    }

    private void campaigns(Map<String, @Nullable Object> all) {
        CampaignFigures figures = new CampaignFigures(played);
        all.putAll(figures.sums("", job -> true));
        for (int i = 0; i < outcome.pools().size(); i++) {
            Outcome.PoolOutcome pool = outcome.pools().get(i);
            if (pool.machine().pools().size() == 1) {
                int its = i;
                Group group = new Group(Group.Kind.MACHINE, pool.machine().name());
                Objects.requireNonNull(trees.get(group))
                        .putAll(
                                figures.sums(
                                        pool.machine().name(),
                                        job -> outcome.log().pool(job) == its));
            }
        }
        for (CampaignOutcome one : played.campaigns()) {
            trees.put(new Group(Group.Kind.CAMPAIGN, one.campaign().name()), figures.of(one));
        }
    }

    private static @Nullable Object number(double value) {
        return Double.isFinite(value) ? (Object) value : null;
    }
}
