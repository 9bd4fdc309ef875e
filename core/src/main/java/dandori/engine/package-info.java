/**
 * What any discrete-event simulation needs: pending events, random streams, sorting, spans of time.
 * It knows nothing of jobs.
 *
 * <ul>
 *   <li>{@link dandori.engine.EventQueue} keeps what is yet to happen, earliest first, ties by
 *       meaning.
 *   <li>{@link dandori.engine.EventKind} lists what can happen, in the order in which it happens at
 *       one instant.
 *   <li>{@link dandori.engine.RandomStreams} gives every purpose its own random numbers.
 *   <li>{@link dandori.engine.Sorting} sorts ints by a rule, quickly what is nearly sorted.
 *   <li>{@link dandori.engine.Durations} says spans of time as people do.
 * </ul>
 */
@NullMarked
package dandori.engine;

import org.jspecify.annotations.NullMarked;
