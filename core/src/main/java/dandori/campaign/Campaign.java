package dandori.campaign;

import java.util.List;

/**
 * A model that an organization wants trained.
 *
 * @param name its name, unique in a run
 * @param organization whose it is
 * @param venues where it may run; at least one, the first preferred among equals
 * @param tokensPerStep tokens of an optimizer step; at least 1
 * @param tokens how many tokens it is to be trained on; at least 1. Rounded up to whole steps
 * @param tokensBefore how many of them were done before the run began; whole steps
 * @param submitMillis when its first piece is submitted; where it depends on another, how long
 *     after that one is done
 * @param after the campaign that must be done first, by its place in the list of all; -1 if none
 * @param deadlineMillis when it should be done; {@link Long#MAX_VALUE} if whenever
 * @param chain when its pieces are submitted
 */
public record Campaign(
        String name,
        String organization,
        List<Venue> venues,
        long tokensPerStep,
        long tokens,
        long tokensBefore,
        long submitMillis,
        int after,
        long deadlineMillis,
        Chain chain) {

    /** Checks that there is something to do and somewhere to do it. */
    public Campaign {
        venues = List.copyOf(venues);
        if (venues.isEmpty()
                || tokensPerStep < 1
                || tokensBefore < 0
                || tokensBefore % tokensPerStep != 0
                || tokens <= tokensBefore
                || submitMillis < 0) {
            throw new IllegalArgumentException(
                    "Campaign '%s' has %d machines, and %d tokens to train on by %d a step, of which %d are done."
                            .formatted(name, venues.size(), tokens, tokensPerStep, tokensBefore));
        }
    }

    /** How many steps it takes in all, those done before the run among them. */
    public long steps() {
        return (tokens - 1) / tokensPerStep + 1;
    }

    /** How many steps were done before the run. */
    public long stepsBefore() {
        return tokensBefore / tokensPerStep;
    }
}
