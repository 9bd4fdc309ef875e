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
 *       dandori.generate.Users} (who, called as {@link dandori.generate.NamedUsers} says).
 *   <li>{@link dandori.generate.Archetype} is an answer made of tables, {@link
 *       dandori.generate.JobClass} by class, held against what is published by {@link
 *       dandori.generate.Moment}s: {@link dandori.generate.FugakuGeneral}, {@link
 *       dandori.generate.Development}, {@link dandori.generate.FineTuning}, {@link
 *       dandori.generate.MidTraining}.
 *   <li>{@link dandori.generate.Lublin} and {@link dandori.generate.Downey} are classic models of
 *       the field: rigid jobs by {@link dandori.generate.LublinRules}, moldable ones by {@link
 *       dandori.generate.DowneyJobs}; {@link dandori.generate.PlainDraw} gives them users and time
 *       limits, {@link dandori.generate.Population} so many users.
 *   <li>All others come when {@link dandori.generate.Arrivals} says, by the hours of the week
 *       ({@link dandori.generate.WeekCycle}) and the months of the fiscal year ({@link
 *       dandori.generate.FiscalYear}).
 *   <li>{@link dandori.generate.Thinning} makes small jobs fewer, {@link
 *       dandori.generate.SizeScaling} all jobs larger, and {@link
 *       dandori.generate.PopularEstimates} gives them time limits as users do.
 * </ul>
 */
@NullMarked
package dandori.generate;

import org.jspecify.annotations.NullMarked;
