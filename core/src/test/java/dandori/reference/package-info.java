/**
 * A second simulator, slow and obvious, that shares nothing with the first but the values that go
 * in: lists, sorting, brute force over instants.
 *
 * <p>{@link World} is an input, {@link ReferenceSimulator} plays it from the written rules alone,
 * {@link CoreRun} plays it with the engine, {@link Twins} holds the one against the other and
 * {@link Worlds} makes inputs by the thousand.
 */
@NullMarked
package dandori.reference;

import org.jspecify.annotations.NullMarked;
