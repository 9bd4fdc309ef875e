/**
 * Scenario files in which values stand in series.
 *
 * <ul>
 *   <li>{@link dandori.scenario.sweep.Sweep} is a series of values, at one place or at several that
 *       go in step; {@link dandori.scenario.sweep.SweepFinder} finds them in a file.
 *   <li>{@link dandori.scenario.sweep.VariantReader} reads {@link dandori.scenario.sweep.Variants}:
 *       the scenario of each combination of values.
 *   <li>{@link dandori.scenario.sweep.Points} are scenarios with other values for a search or a
 *       sensitivity; {@link dandori.scenario.sweep.InquiryCheck} sees that there can be such.
 *   <li>{@link dandori.scenario.sweep.VariantsText} writes them back as one text; {@link
 *       dandori.scenario.sweep.VariantTrees} takes that text apart without reading scenarios.
 * </ul>
 */
@NullMarked
package dandori.scenario.sweep;

import org.jspecify.annotations.NullMarked;
