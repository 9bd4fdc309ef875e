/**
 * Scenario files: what a person writes, checked, with every default filled in.
 *
 * <ul>
 *   <li>{@link dandori.scenario.ScenarioReader} reads a file, {@link dandori.scenario.ScenarioText}
 *       writes what was understood; the two agree.
 *   <li>{@link dandori.scenario.Scenario} is the result: machines, {@link
 *       dandori.scenario.Organization}s, a {@link dandori.scenario.WorkloadPlan} of {@link
 *       dandori.scenario.Stream}s, {@link dandori.scenario.PolicyParts}, a {@link
 *       dandori.scenario.RunPlan} and a {@link dandori.scenario.ReportPlan}. It is immutable and
 *       does nothing.
 *   <li>{@link dandori.scenario.KnownParts} are the parts that policies may be made of.
 *   <li>{@link dandori.scenario.Workloads} makes the jobs of a scenario and a seed, and sends each
 *       job home.
 *   <li>Below, {@code text} reads YAML and knows lines, units and issues; {@code key} declares the
 *       keys.
 * </ul>
 */
@NullMarked
package dandori.scenario;

import org.jspecify.annotations.NullMarked;
