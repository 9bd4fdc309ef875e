package dandori.reference;

import dandori.job.Jobs;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.Setting;
import dandori.state.Situation;

/**
 * Jobs of four classes in turn, of which each takes from all behind it: for worlds without users.
 *
 * @param mode what becomes of who makes way
 * @param exempt for how long nobody need
 * @param every how often all write a checkpoint
 * @param restart how long all need to go on
 */
public record ByTurns(PreemptMode mode, long exempt, long every, long restart)
        implements Preemption {

    /** One of many. */
    public static ByTurns of(int seed) {
        return new ByTurns(
                PreemptMode.values()[seed / 3 % 4],
                seed % 3 == 0 ? seed % 7 : 0,
                1 + seed % 5,
                seed % 2 * (seed % 4));
    }

    @Override
    public Preemption forRun(Setting setting) {
        return new InRun(this, setting.jobs());
    }

    @Override
    public boolean mayTake(int job, int victim, Situation now) {
        throw new IllegalStateException();
    }

    private record InRun(ByTurns rule, Jobs jobs) implements Preemption {

        private int turn(int job) {
            return (int) (jobs.sequence(job) % 4);
        }

        @Override
        public boolean mayTake(int job, int victim, Situation now) {
            return turn(job) < turn(victim);
        }

        @Override
        public int tier(int job, Situation now) {
            return turn(job);
        }

        @Override
        public PreemptMode mode(int victim, Situation now) {
            return rule.mode;
        }

        @Override
        public long exemptMillis(int victim) {
            return rule.exempt;
        }

        @Override
        public long checkpointedMillis(int victim, long workMillis) {
            return workMillis / rule.every * rule.every;
        }

        @Override
        public long restartMillis(int victim) {
            return rule.restart;
        }
    }
}
