/**
 * Jobs drawn at random, the same for the same seed on every Java.
 *
 * <ul>
 *   <li>{@link dandori.generate.Generator} is the question: which jobs does an organization submit?
 *       {@link dandori.generate.Generators} finds those that there are, ours and plug-ins alike.
 *   <li>{@link dandori.generate.Demand} says for whom and how much, {@link dandori.generate.Figure}
 *       what came out beside what was asked.
 *   <li>{@link dandori.generate.DailyCycle} is the plain answer: you say how large and how long. It
 *       is made of {@link dandori.generate.Sizes} (how large), {@link dandori.generate.RunTimes}
 *       (how long), {@link dandori.generate.Walltimes} (what users ask for) and {@link
 *       dandori.generate.Users} (who).
 *   <li>{@link dandori.generate.Archetype} is an answer made of tables, {@link
 *       dandori.generate.JobClass} by class, held against what is published by {@link
 *       dandori.generate.Moment}s: {@link dandori.generate.FugakuGeneral}, {@link
 *       dandori.generate.Development}, {@link dandori.generate.FineTuning}, {@link
 *       dandori.generate.MidTraining}.
 *   <li>All come when {@link dandori.generate.Arrivals} says, by the hours of the week ({@link
 *       dandori.generate.WeekCycle}) and the months of the fiscal year ({@link
 *       dandori.generate.FiscalYear}).
 *   <li>{@link dandori.generate.Thinning} makes small jobs fewer.
 * </ul>
 */
@NullMarked
package dandori.generate;

import org.jspecify.annotations.NullMarked;
