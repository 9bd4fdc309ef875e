/**
 * Searches and sensitivities: which variants of a scenario are played, and what follows from them.
 *
 * <ul>
 *   <li>{@link dandori.experiment.inquiry.Course} is where to begin: the first cells of any
 *       scenario file, and the rounds that follow.
 *   <li>{@link dandori.experiment.inquiry.SearchRounds} goes on with a search by {@link
 *       dandori.experiment.inquiry.Bisection} over {@link dandori.experiment.inquiry.Verdict}s,
 *       which {@link dandori.experiment.inquiry.Judge} gives by {@link
 *       dandori.experiment.inquiry.Interval}s; {@link dandori.experiment.inquiry.SearchResult} is
 *       what it came to.
 *   <li>{@link dandori.experiment.inquiry.Design} is the points of a sensitivity, {@link
 *       dandori.experiment.inquiry.SensitivityResult} their {@link
 *       dandori.experiment.inquiry.Effect}s.
 * </ul>
 */
@NullMarked
package dandori.experiment.inquiry;

import org.jspecify.annotations.NullMarked;
