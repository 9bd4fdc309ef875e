/**
 * The {@code dandori} command: one class a command, by picocli.
 *
 * <ul>
 *   <li>{@link dandori.cli.Main} is the beginning; {@link dandori.cli.Failures} turns what went
 *       wrong into a sentence and an exit status.
 *   <li>{@link dandori.cli.ReplayCommand} plays a trace through one policy; {@link
 *       dandori.cli.PolicyWords} makes the policy of its options, {@link dandori.cli.ReplayText}
 *       says what came out.
 *   <li>{@link dandori.cli.TraceCommand} looks at traces: {@link dandori.cli.TraceProfileCommand}.
 *   <li>{@link dandori.cli.Progress} shows how far long work has come.
 * </ul>
 */
@NullMarked
package dandori.cli;

import org.jspecify.annotations.NullMarked;
