package dandori.experiment;

import dandori.job.Workload;
import dandori.machine.Outage;
import dandori.metric.Observer;
import dandori.metric.Window;
import dandori.results.CellFiles;
import dandori.results.JsonText;
import dandori.results.WholeFile;
import dandori.scenario.KnownParts;
import dandori.scenario.Outages;
import dandori.scenario.RunPlan;
import dandori.scenario.Scenario;
import dandori.scenario.SeedWorkload;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import dandori.sim.Outcome;
import dandori.sim.SeriesDetail;
import dandori.sim.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays one cell and writes its files.
 *
 * @param scenario the scenario
 * @param cell the cell
 * @param jobs the jobs of its seed
 * @param settings how it is played
 */
record CellRun(Scenario scenario, Cell cell, SeedWorkload jobs, RunSettings settings) {

    CellResult run(Observer progress) throws IOException {
        Workload workload = jobs.workload();
        List<Outage> outages = Outages.of(scenario, workload.origin());
        Outcome outcome = outcome(workload, outages, progress);
        Measuring measuring = new Measuring(scenario, workload, outcome);
        Path folder = settings.folder();
        if (folder != null) {
            Path cellFolder = folder.resolve("cells").resolve(cell.folder());
            new CellFiles(workload, outcome).writeTables(cellFolder);
            WholeFile.write(
                    cellFolder.resolve("summary.json"), JsonText.of(measuring.tree(about())));
        }
        Window met = met(workload, outcome);
        return new CellResult(
                cell,
                workload.count(),
                measuring.measurement(),
                jobs.figures(),
                Outages.met(outages, met.fromMillis(), met.toMillis()));
    }

    /** From the first submission to the last instant at which anything happened. */
    private static Window met(Workload workload, Outcome outcome) {
        long first = Window.ofSubmissions(workload.jobs()).fromMillis();
        return new Window(first, Math.max(first, outcome.log().endOfRunMillis()));
    }

    private Outcome outcome(Workload workload, List<Outage> outages, Observer progress) {
        RunPlan plan = scenario.run();
        Simulation simulation =
                Simulation.of(scenario.machines(), workload)
                        .policy(cell.policy().policy(KnownParts.found()))
                        .routing(jobs.routing())
                        .conventions(plan.conventions())
                        .overrun(plan.overrun())
                        .checking(settings.checking())
                        .network(plan.network().model())
                        .seed(cell.seed())
                        .series(
                                settings.folder() == null
                                        ? SeriesDetail.NONE
                                        : SeriesDetail.SAMPLED)
                        .observe(progress);
        outages.forEach(simulation::outage);
        Window window = window(workload);
        if (window != null) {
            simulation.window(window);
        }
        Long lengthMillis = plan.lengthMillis();
        if (lengthMillis != null) {
            simulation.horizonMillis(lengthMillis);
        }
        return simulation.run();
    }

    /** From the warm-up's end to that of the run or, where it has none, the last submission. */
    private @Nullable Window window(Workload workload) {
        RunPlan plan = scenario.run();
        Long lengthMillis = plan.lengthMillis();
        if (lengthMillis != null) {
            return new Window(plan.warmUpMillis(), lengthMillis);
        }
        if (plan.warmUpMillis() == 0) {
            return null;
        }
        Window submissions = Window.ofSubmissions(workload.jobs());
        if (plan.warmUpMillis() >= submissions.toMillis()) {
            throw new ScenarioException(
                    scenario.name(),
                    List.of(
                            new Issue(
                                    "run.warmUp",
                                    0,
                                    "is longer than jobs come.",
                                    "a shorter one.")));
        }
        return new Window(
                Math.max(plan.warmUpMillis(), submissions.fromMillis()), submissions.toMillis());
    }

    private Map<String, Object> about() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("scenario", scenario.name());
        about.put("cell", cell.number());
        about.put("policy", cell.policy().name());
        about.put("seed", cell.seed());
        return about;
    }
}
