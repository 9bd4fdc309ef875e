/**
 * The keys of scenario files, declared once: what is read, what is checked, and what the guide says
 * of each.
 *
 * <ul>
 *   <li>{@link dandori.scenario.key.Key} declares one key, {@link dandori.scenario.key.Section} the
 *       keys that stand together; {@link dandori.scenario.key.Sections} lists all there are, {@link
 *       dandori.scenario.key.SectionTree} says which stands below which key.
 *   <li>{@link dandori.scenario.key.Values} reads a mapping by its section, {@link
 *       dandori.scenario.key.OptionValues} the options of a part or a generator by their
 *       declarations; {@link dandori.scenario.key.Scalars} turns single values into numbers, spans
 *       of time, dates; {@link dandori.scenario.key.Unasked} checks what no reader asked for.
 *   <li>{@link dandori.scenario.key.KeyReference} writes the page of the guide.
 * </ul>
 */
@NullMarked
package dandori.scenario.key;

import org.jspecify.annotations.NullMarked;
