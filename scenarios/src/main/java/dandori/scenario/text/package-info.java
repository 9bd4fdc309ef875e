/**
 * Text that people write, read with care: YAML as a tree that knows its lines, units, and issues
 * that help.
 *
 * <ul>
 *   <li>{@link dandori.scenario.text.TreeReader} makes {@link dandori.scenario.text.Node}s of a
 *       file's bytes, {@link dandori.scenario.text.Setting} changes a tree from the command line,
 *       {@link dandori.scenario.text.TreeWriter} writes one. What of YAML is not read, {@code
 *       YamlSyntax} finds.
 *   <li>{@link dandori.scenario.text.Units} reads and writes spans of time.
 *   <li>{@link dandori.scenario.text.Issue} is one thing that is wrong; {@link
 *       dandori.scenario.text.Issues} gathers them all, {@link
 *       dandori.scenario.text.ScenarioException} tells them all at once; {@link
 *       dandori.scenario.text.NearestName} finds what was probably meant.
 * </ul>
 */
@NullMarked
package dandori.scenario.text;

import org.jspecify.annotations.NullMarked;
