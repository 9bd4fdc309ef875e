/**
 * How sure the figures of simulations are: intervals, pairs, warm-ups, and when there are runs
 * enough. What each means for a study is in docs/guide/statistics.md.
 *
 * <ul>
 *   <li>{@link dandori.statistics.StudentInterval}: how far may the mean of independent runs be
 *       off? {@link dandori.statistics.Bootstrap}: the same where their figures are skewed, from
 *       {@link dandori.statistics.Resamples}; {@link dandori.statistics.QuantileInterval}: and a
 *       quantile of independent values?
 *   <li>{@link dandori.statistics.PairedDifference}: do two policies differ on the same jobs?
 *       {@link dandori.statistics.Holm}: and which of many do?
 *   <li>{@link dandori.statistics.BatchMeans}: how far may the mean of one long run be off?
 *   <li>{@link dandori.statistics.WarmUp}: how much of a run still remembers that the machine was
 *       empty?
 *   <li>{@link dandori.statistics.Stopping}: how many runs are enough?
 *   <li>{@link dandori.statistics.Shaking}: does a result hold if jobs come a little earlier or
 *       later?
 * </ul>
 *
 * <p>Everything here is a function of its arguments. Arrays are read, not kept and not changed.
 * Intervals hold for the coverage that tests of M/M/c queues and autoregressive series measure, not
 * only for the normal distribution that their formulas begin with.
 */
@NullMarked
package dandori.statistics;

import org.jspecify.annotations.NullMarked;
