package dandori.scenario;

import dandori.generate.Figure;
import dandori.job.Workload;
import dandori.sim.Routing;
import java.util.List;
import java.util.Map;

/**
 * The jobs of all machines under one seed.
 *
 * @param workload the jobs, in order of submission
 * @param routing sends each job to its organization's home
 * @param figures of each generated stream, by its path in the file, what was asked for and what
 *     came out
 */
public record SeedWorkload(Workload workload, Routing routing, Map<String, List<Figure>> figures) {}
