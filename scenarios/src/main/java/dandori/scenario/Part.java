package dandori.scenario;

import dandori.policy.spi.Options;

/**
 * A part of a policy, by name.
 *
 * @param use the provider's name
 * @param options its options, complete
 */
public record Part(String use, Options options) {}
