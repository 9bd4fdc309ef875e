package dandori.scenario;

import dandori.policy.limit.Limit;

/**
 * An organization that submits jobs.
 *
 * @param name its name
 * @param shares what it is entitled to, relative to the others; at least 0
 * @param home the machine that its jobs go to
 * @param limit what it may have, under every policy
 * @param mayMove whether its jobs may go to other machines, where a policy sends them there
 */
public record Organization(String name, double shares, String home, Limit limit, boolean mayMove) {}
