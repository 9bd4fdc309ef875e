/**
 * A model of jobs that is fitted to a log, and how well it fits.
 *
 * <ul>
 *   <li>{@link dandori.fit.Fitting} takes a log and gives a {@link dandori.fit.FittedModel}, which
 *       {@link dandori.fit.ModelFile} writes and reads, and {@link dandori.fit.FittedJobs} draws
 *       from.
 *   <li>{@link dandori.fit.FittedGenerator} draws from it for an organization of a scenario, so
 *       many as are asked for.
 *   <li>It is made of {@link dandori.fit.PopularValues} (sizes, time limits), {@link
 *       dandori.fit.LogNormals} (run times, by {@link dandori.fit.SizeClass}), {@link
 *       dandori.fit.WeekProfile} and {@link dandori.fit.HyperExponential} (when jobs come), {@link
 *       dandori.fit.UserHabits} (who, and what he does again).
 *   <li>{@link dandori.fit.GoodnessOfFit} holds drawn jobs against the log: distributions, {@link
 *       dandori.fit.Marginal} by {@link dandori.fit.Marginal}, and {@link dandori.fit.Dependence}s.
 * </ul>
 */
@NullMarked
package dandori.fit;

import org.jspecify.annotations.NullMarked;
