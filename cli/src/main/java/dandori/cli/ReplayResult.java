package dandori.cli;

import dandori.machine.Machine;
import dandori.policy.Policy;
import dandori.sim.Conventions;
import dandori.sim.Outcome;
import dandori.trace.ImportedTrace;

/**
 * What a replay came to.
 *
 * @param trace the trace with its import report
 * @param machine the machine
 * @param policy the policy
 * @param order the order's name
 * @param conventions what happened first at one instant
 * @param seed the seed
 * @param outcome the run
 * @param runSeconds how long the simulation took, reading and writing apart
 */
record ReplayResult(
        ImportedTrace trace,
        Machine machine,
        Policy policy,
        String order,
        Conventions conventions,
        long seed,
        Outcome outcome,
        double runSeconds) {}
