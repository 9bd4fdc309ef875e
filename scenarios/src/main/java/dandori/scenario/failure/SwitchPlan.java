package dandori.scenario.failure;

import dandori.failure.Repair;

/**
 * Switches that fail.
 *
 * @param mtbfMillis mean time between failures of one switch, in milliseconds
 * @param repair how long it is down
 */
public record SwitchPlan(long mtbfMillis, Repair repair) {}
