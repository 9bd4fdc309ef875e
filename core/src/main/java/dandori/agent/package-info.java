/**
 * For programs that learn to schedule: a run that asks at every decision, and pays.
 *
 * <ul>
 *   <li>{@link dandori.agent.Episode} runs to the next decision, shows the situation, takes an
 *       action, says what it was worth; {@link dandori.agent.Asks} says at which passes it asks.
 *   <li>{@link dandori.agent.Reward} is what is paid; {@link dandori.agent.Rewards} has two.
 * </ul>
 *
 * <p>It stands upon {@link dandori.sim.Course}, a run that stops at each pass; take that where no
 * decisions are to be counted. Other languages drive an episode through {@code dandori step}.
 */
@NullMarked
package dandori.agent;

import org.jspecify.annotations.NullMarked;
