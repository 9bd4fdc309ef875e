/** The power of machines in a scenario: what nodes draw, and caps. */
@NullMarked
package dandori.scenario.power;

import org.jspecify.annotations.NullMarked;
