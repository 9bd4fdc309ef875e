/**
 * Whatever bytes come in, the program reads them or says what is wrong.
 *
 * <p>{@link dandori.fuzz.Target} is something that reads bytes from strangers; {@link
 * dandori.fuzz.FileTargets}, {@link dandori.fuzz.TraceTargets} and {@link
 * dandori.fuzz.ViewerTargets} are all of them. {@link dandori.fuzz.MutantsTest} gives each some
 * hundred damaged files, the same every time; {@link dandori.fuzz.JazzerFuzz} lets Jazzer look for
 * worse ones, as long as {@code .ci/fuzz} is told to. What Jazzer has found lies in the resources
 * as {@code found/TARGET-*}, and is read by {@link dandori.fuzz.MutantsTest} ever after.
 */
@NullMarked
package dandori.fuzz;

import org.jspecify.annotations.NullMarked;
