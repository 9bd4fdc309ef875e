package dandori.cli;

import dandori.machine.Machine;
import dandori.sim.Outcome;
import dandori.trace.ImportedTrace;

/**
 * What a replay came to.
 *
 * @param trace the trace with its import report
 * @param machine the machine
 * @param rules the rules
 * @param outcome the run
 * @param runSeconds how long the simulation took, reading and writing apart
 */
record ReplayResult(
        ImportedTrace trace,
        Machine machine,
        ReplayRules rules,
        Outcome outcome,
        double runSeconds) {}
