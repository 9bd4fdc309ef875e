package dandori.scenario;

import dandori.generate.Figure;
import dandori.job.Workload;
import dandori.machine.Machine;
import java.util.List;
import java.util.Map;

/**
 * The jobs of one machine under one seed.
 *
 * @param machine the machine
 * @param workload its jobs; perhaps none
 * @param figures of each generated stream, by its path in the file, what was asked for and what
 *     came out
 */
public record MachineWorkload(
        Machine machine, Workload workload, Map<String, List<Figure>> figures) {}
