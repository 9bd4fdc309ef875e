/**
 * Published results, reproduced: studies that say what somebody has printed, and how to get it from
 * this program.
 *
 * <ul>
 *   <li>{@link dandori.validation.PublishedStudy} is what a study's folder says; {@link
 *       dandori.validation.StudyReader} reads it by the declarations of {@link
 *       dandori.validation.StudySections}. {@link dandori.validation.ShippedStudies} are those that
 *       come along.
 *   <li>{@link dandori.validation.ComparedRun} is one call or one {@link
 *       dandori.validation.QueueModel} of it, with its {@link dandori.validation.PublishedFigure}s
 *       and {@link dandori.validation.PublishedStarts}.
 *   <li>{@link dandori.validation.Validation} makes the runs, asks a {@link
 *       dandori.validation.Program} for answers, and finds files by {@link
 *       dandori.validation.FilePlaces}.
 *   <li>{@link dandori.validation.ComparedFigure} is what came out, {@link
 *       dandori.validation.Verdict} whether it holds; {@link dandori.validation.ValidationText},
 *       {@link dandori.validation.ValidationPage} and {@link dandori.validation.ValidationTree} say
 *       it to people, to a page and to programs.
 * </ul>
 */
@NullMarked
package dandori.validation;

import org.jspecify.annotations.NullMarked;
