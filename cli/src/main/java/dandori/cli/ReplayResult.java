package dandori.cli;

import dandori.machine.Machine;
import dandori.sim.Outcome;
import dandori.trace.KnownTrace;

/**
 * What a replay came to.
 *
 * @param trace the trace with its import report
 * @param machine the machine
 * @param rules the rules
 * @param outcome the run
 * @param rejections who was rejected
 * @param runSeconds how long the simulation took, reading and writing apart unless it streams
 */
record ReplayResult(
        KnownTrace trace,
        Machine machine,
        ReplayRules rules,
        Outcome outcome,
        Rejections rejections,
        double runSeconds) {}
