/**
 * The {@code dandori} command: one class a command, by picocli.
 *
 * <ul>
 *   <li>{@link dandori.cli.Main} is the beginning; {@link dandori.cli.Failures} turns what went
 *       wrong into a sentence and an exit status, {@link dandori.cli.CallFault} what is wrong with
 *       the words of a call.
 *   <li>{@link dandori.cli.RunCommand} plays a scenario, {@link dandori.cli.ValidateCommand} and
 *       {@link dandori.cli.DescribeCommand} read one.
 *   <li>{@link dandori.cli.ReplayCommand} plays a trace through one policy; {@link
 *       dandori.cli.PolicyWords} makes the policy of its options, {@link dandori.cli.ReplayText}
 *       and {@link dandori.cli.ReplayTree} say what came out.
 *   <li>{@link dandori.cli.TraceCommand} looks at traces: {@link dandori.cli.TraceProfileCommand};
 *       {@link dandori.cli.CatalogueCommand} lists what there is to choose from.
 *   <li>{@link dandori.cli.ServeCommand} shows results in a browser; what its page asks of the
 *       program {@link dandori.cli.ProgramDesk} answers: {@link dandori.cli.DraftReader} reads
 *       scenarios that may name only files in {@link dandori.cli.FileReach}, {@link
 *       dandori.cli.StudyQueue} plays each in a {@link dandori.cli.StudyProcess}.
 *   <li>{@link dandori.cli.Progress} shows how far long work has come, on a terminal by a {@link
 *       dandori.cli.ProgressLine}.
 * </ul>
 */
@NullMarked
package dandori.cli;

import org.jspecify.annotations.NullMarked;
