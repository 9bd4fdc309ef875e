/**
 * Jobs drawn at random, the same for the same seed on every Java.
 *
 * <ul>
 *   <li>{@link dandori.generate.Generator} is the question: which jobs does an organization submit?
 *       {@link dandori.generate.Generators} finds those that there are, ours and plug-ins alike.
 *   <li>{@link dandori.generate.Demand} says for whom and how much, {@link dandori.generate.Figure}
 *       what came out beside what was asked.
 *   <li>{@link dandori.generate.DailyCycle} is the plain answer: Poisson arrivals that follow the
 *       hours of the week. It is made of {@link dandori.generate.WeekCycle} (when), {@link
 *       dandori.generate.Sizes} (how large), {@link dandori.generate.RunTimes} (how long), {@link
 *       dandori.generate.Walltimes} (what users ask for) and {@link dandori.generate.Users} (who).
 * </ul>
 */
@NullMarked
package dandori.generate;

import org.jspecify.annotations.NullMarked;
