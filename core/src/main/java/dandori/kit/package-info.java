/**
 * Contract test kits for those who add parts of policies: what every part of a kind must keep,
 * whatever its idea. No test framework is needed; a broken contract is an {@link AssertionError}.
 *
 * <pre>{@code
 * OrderContract.check(new SmallestAreaWithPatience(12));
 * }</pre>
 *
 * <ul>
 *   <li>{@link dandori.kit.OrderContract}, {@link dandori.kit.BackfillContract}, {@link
 *       dandori.kit.AdmissionContract}, {@link dandori.kit.PlacementContract}, {@link
 *       dandori.kit.PreemptionContract}: {@code check(part)} throws, {@code faults(part)} lists.
 * </ul>
 *
 * <p>They play the part through small worlds made from seeds, under full checking, with the other
 * parts that are known by name in turn, and say in a sentence what it breaks: scores that are no
 * numbers, a promise to the head of the queue, what it remembers between runs, what it knows of
 * jobs to come.
 */
@NullMarked
package dandori.kit;

import org.jspecify.annotations.NullMarked;
