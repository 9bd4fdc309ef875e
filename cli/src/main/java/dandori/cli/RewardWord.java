package dandori.cli;

import dandori.agent.Reward;
import dandori.agent.Rewards;

/** What an agent is paid, by the words of the command line. */
enum RewardWord {
    /** Minus the average bounded slowdown. */
    BOUNDED_SLOWDOWN,
    /** Minus the node hours waited. */
    WAITING_NODE_HOURS;

    /** A new reward of an episode of so many jobs. */
    Reward make(int jobs) {
        return this == BOUNDED_SLOWDOWN
                ? Rewards.boundedSlowdown(jobs)
                : Rewards.waitingNodeHours();
    }
}
