/**
 * What a study came to, in words, tables and files.
 *
 * <ul>
 *   <li>{@link dandori.report.Report} is the model: {@link dandori.report.Section}s with {@link
 *       dandori.report.Table}s, made of a study by {@link dandori.report.StudyReport}.
 *   <li>{@link dandori.report.Answer} is what it says first; {@link dandori.report.Figures} are its
 *       drawings, each made of an {@link dandori.report.Svg} and {@link dandori.report.Axis}.
 *   <li>{@link dandori.report.TextReport}, {@link dandori.report.MarkdownReport} and {@link
 *       dandori.report.HtmlReport} write the same model for three readers; {@link
 *       dandori.report.FoldedTable} makes tables fit the pages of the last two.
 *   <li>{@link dandori.report.StudyTree} is the study for programs.
 *   <li>{@link dandori.report.StudyFolder} is the results folder; {@link dandori.report.StudyMerge}
 *       makes one of those of shards, each a {@link dandori.report.ShardFolder}, which {@link
 *       dandori.report.ShardChecks} looks at.
 *   <li>{@link dandori.report.JoinedStudies} compares policies of one or several folders, each
 *       {@link dandori.report.JoinedVariant} by itself, if {@link dandori.report.UnlikeStudies}
 *       finds nothing against it; {@link dandori.report.JoinedTable} is the table.
 * </ul>
 */
@NullMarked
package dandori.report;

import org.jspecify.annotations.NullMarked;
