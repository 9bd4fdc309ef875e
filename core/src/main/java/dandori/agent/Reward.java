package dandori.agent;

import dandori.metric.Observer;
import dandori.state.Situation;

/**
 * What an agent is paid: told what happens, as any observer is, and asked at each decision what has
 * come since the last. There is one for each episode. More is better.
 */
public interface Reward extends Observer {

    /**
     * What has come since it was asked last.
     *
     * @param nowMillis the instant of the decision, or the last of the episode
     */
    double take(long nowMillis);

    /**
     * The same at the end, with what is to be paid for jobs that still wait or run; by default no
     * more than {@link #take}.
     *
     * @param nowMillis the last instant of the episode
     */
    default double takeLast(long nowMillis) {
        return take(nowMillis);
    }

    /**
     * Told that the agent refuses a waiting job, just before it leaves the queue ({@link
     * #jobWithdrawn}).
     */
    default void jobRefused(int job, Situation now) {}
}
