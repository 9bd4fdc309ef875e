package dandori.experiment;

import dandori.campaign.CampaignSource;
import dandori.engine.RandomStreams;
import dandori.failure.Failures;
import dandori.job.JobSource;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.metric.Observer;
import dandori.metric.Window;
import dandori.policy.RoutingRule;
import dandori.results.CellFiles;
import dandori.results.JsonText;
import dandori.results.WholeFile;
import dandori.scenario.Accounting;
import dandori.scenario.KnownParts;
import dandori.scenario.LimitNames;
import dandori.scenario.MovePlan;
import dandori.scenario.Outages;
import dandori.scenario.PowerUse;
import dandori.scenario.Reservations;
import dandori.scenario.RunPlan;
import dandori.scenario.Scenario;
import dandori.scenario.SeedWorkload;
import dandori.scenario.failure.FailurePlan;
import dandori.sim.Overrun;
import dandori.sim.RoutedSource;
import dandori.sim.Routing;
import dandori.sim.SeriesDetail;
import dandori.sim.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays one cell and writes its files.
 *
 * @param cell the cell
 * @param jobs the jobs of its seed
 * @param parts what its policy may be made of
 * @param settings how it is played
 * @param warmUpMillis what is submitted before is not measured
 */
record CellRun(
        Cell cell, SeedWorkload jobs, KnownParts parts, RunSettings settings, long warmUpMillis) {

    private Scenario scenario() {
        return cell.variant().scenario();
    }

    CellResult run(Observer progress) throws IOException {
        List<Outage> outages = outages();
        Played played = played(outages, progress);
        Measuring measuring = new Measuring(scenario(), played);
        Path folder = settings.folder();
        if (folder != null) {
            Path cellFolder = folder.resolve("cells").resolve(cell.folder());
            new CellFiles(played.list(), played.outcome())
                    .writeTables(cellFolder, scenario().report().asParquet());
            WholeFile.write(
                    cellFolder.resolve("summary.json"), JsonText.of(measuring.tree(about())));
        }
        Window met = met(played);
        return new CellResult(
                cell,
                played.list().count(),
                jobs.workload().count(),
                measuring.measurement(),
                played.campaigns(),
                jobs.figures(),
                Outages.met(outages, met.fromMillis(), met.toMillis()));
    }

    /** From the first submission to the last instant at which anything happened. */
    private static Window met(Played played) {
        Jobs all = played.outcome().log().jobs();
        long first = all.count() == 0 ? 0 : all.submitMillis(0); // pieces of campaigns come last
        return new Window(first, Math.max(first, played.outcome().log().endOfRunMillis()));
    }

    private List<Outage> outages() {
        return Outages.of(scenario(), jobs.workload().origin());
    }

    /** Plays the cell and writes nothing. */
    Played played(Observer progress) {
        return played(outages(), progress);
    }

    private Played played(List<Outage> outages, Observer progress) {
        Prepared it = prepared(outages, progress);
        return new Played(jobs, it.source(), it.simulation().run());
    }

    /**
     * A cell that may begin.
     *
     * @param simulation for one run where its jobs come from a source
     * @param source where jobs and campaigns come from; null if nobody trains
     */
    record Prepared(Simulation simulation, @Nullable CampaignSource source) {}

    /** The cell's simulation, before it runs. */
    Prepared prepared(List<Outage> outages, Observer progress) {
        Prepared it = cell.policy().keepsHome() ? atHome() : routed();
        setUp(it.simulation(), outages, progress);
        return it;
    }

    private Prepared atHome() {
        Workload workload = jobs.workload();
        if (jobs.campaigns().isEmpty()) {
            Simulation plain =
                    Simulation.of(scenario().machines(), workload)
                            .routing(jobs.routing())
                            .overrun(scenario().run().overrun());
            return new Prepared(plain, null);
        }
        CampaignSource source = new CampaignSource(workload, jobs.campaigns());
        return new Prepared(of(source, new PieceRouting(source, jobs.routing())), source);
    }

    /** The same where jobs may go to other machines than their own. */
    private Prepared routed() {
        Workload workload =
                scenario().run().overrun() == Overrun.EXTEND
                        ? jobs.workload().withWalltimesRaisedToRunTimes()
                        : jobs.workload();
        RoutedSource routed =
                new RoutedSource(
                        workload,
                        parts.create(RoutingRule.class, cell.policy().routing()),
                        MovePlan.of(scenario(), workload.organizations()));
        if (jobs.campaigns().isEmpty()) {
            Simulation extended = of(routed, routed).overrun(scenario().run().overrun());
            return new Prepared(extended, null);
        }
        CampaignSource source = new CampaignSource(workload, routed, jobs.campaigns());
        return new Prepared(of(source, new PieceRouting(source, routed)), source);
    }

    private Simulation of(JobSource source, Routing routing) {
        Simulation simulation = Simulation.of(scenario().machines(), () -> source).routing(routing);
        ZonedDateTime origin = jobs.workload().origin();
        return origin == null ? simulation : simulation.origin(origin);
    }

    private void setUp(Simulation simulation, List<Outage> outages, Observer progress) {
        RunPlan plan = scenario().run();
        LimitNames.checkPartitions(cell.policy().limits(), scenario().machines(), jobs.workload());
        simulation
                .policy(cell.policy().policy(parts, scenario().organizations()))
                .conventions(plan.conventions())
                .checking(settings.checking())
                .network(plan.network().model())
                .accounts(machine -> Accounting.of(scenario(), machine.name()))
                .seed(cell.seed())
                .onFailure(plan.onFailure())
                .explainWaits(plan.explains())
                .recordEvents(settings.folder() != null)
                .recordLinks(settings.folder() != null)
                .series(settings.folder() == null ? SeriesDetail.NONE : SeriesDetail.SAMPLED)
                .observe(progress);
        outages.forEach(simulation::outage);
        Reservations.tell(scenario(), jobs.workload().origin(), simulation);
        PowerUse.tell(scenario(), jobs.workload().origin(), simulation);
        if (!scenario().failures().isEmpty()) {
            simulation.failures(this::failures);
        }
        Window window = new RunWindow(scenario(), jobs, warmUpMillis).window();
        if (window != null) {
            simulation.window(window);
        }
        Long lengthMillis = plan.lengthMillis();
        if (lengthMillis != null) {
            simulation.horizonMillis(lengthMillis);
        }
    }

    /** What breaks on a machine, the same under every policy. */
    private Failures failures(Machine machine) {
        FailurePlan plan = scenario().failures().get(machine.name());
        return plan == null
                ? Failures.NONE
                : plan.model(machine).of(machine, new RandomStreams(cell.seed()));
    }

    private Map<String, Object> about() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("scenario", scenario().name());
        about.put("cell", cell.number());
        if (!cell.variant().values().isEmpty()) {
            about.put("variant", cell.variant().values());
        }
        about.put("policy", cell.policy().name());
        about.put("seed", cell.seed());
        return about;
    }
}
