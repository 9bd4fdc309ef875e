package dandori.reference;

import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.Setting;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is lent and taken back, with everything counted anew at each question. */
public final class ObviousReclaim implements Preemption {

    private final long checkpointMillis;
    private final long guaranteedMillis;
    private final List<Integer> running = new ArrayList<>(); // as they started
    private Map<String, Integer> own = Map.of();
    private List<String> names = List.of();

    /** Who makes way goes on from its last checkpoint. */
    public ObviousReclaim(long guaranteedMillis, long checkpointMillis) {
        this.guaranteedMillis = guaranteedMillis;
        this.checkpointMillis = checkpointMillis;
    }

    @Override
    public Preemption forRun(Setting setting) {
        ObviousReclaim one = new ObviousReclaim(guaranteedMillis, checkpointMillis);
        one.names = setting.organizations();
        one.own = ObviousQuota.ofOrganizations(setting);
        return one;
    }

    private int own(int job, Situation now) {
        int index = now.jobs().organization(job);
        return index < 0 ? 0 : own.getOrDefault(names.get(index), 0);
    }

    /** The nodes that a job's organization has by the first so many of those that run. */
    private int used(int job, int count, Situation now) {
        return running.subList(0, count).stream()
                .filter(other -> now.jobs().organization(other) == now.jobs().organization(job))
                .mapToInt(now::nodesNeeded)
                .sum();
    }

    @Override
    public boolean mayTake(int job, int victim, Situation now) {
        boolean isEntitled = used(job, running.size(), now) + now.nodesNeeded(job) <= own(job, now);
        boolean isBorrowed = used(victim, running.indexOf(victim) + 1, now) > own(victim, now);
        boolean isOther = now.jobs().organization(job) != now.jobs().organization(victim);
        return isEntitled && isBorrowed && isOther;
    }

    @Override
    public PreemptMode mode(int victim, Situation now) {
        return PreemptMode.CHECKPOINT;
    }

    @Override
    public long checkpointedMillis(int victim, long workMillis) {
        return workMillis / checkpointMillis * checkpointMillis;
    }

    @Override
    public long exemptMillis(int victim) {
        return guaranteedMillis;
    }

    @Override
    public void jobStarted(int job, Situation now) {
        running.add(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        running.remove(Integer.valueOf(job));
    }
}
