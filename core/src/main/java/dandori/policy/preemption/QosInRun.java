package dandori.policy.preemption;

import dandori.job.Jobs;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.Setting;
import dandori.state.Situation;
import java.util.List;
import java.util.Map;

/** Qualities of service in a run: names are numbers here. */
final class QosInRun implements Preemption {

    private static final int NONE = -1;

    private final Jobs jobs;
    private final Qos[] qualities;
    private final boolean[][] takes; // whether the first takes from the second
    private final boolean[] takesAny;
    private final int[] ofUser; // NONE for users without one
    private final int[] ofPartition;
    private final int[] ofOrganization;
    private final int ofOthers;

    QosInRun(QosTable table, Setting setting) {
        jobs = setting.jobs();
        qualities = table.qualities().toArray(new Qos[0]);
        takes = new boolean[qualities.length][qualities.length];
        takesAny = new boolean[qualities.length];
        for (int one = 0; one < qualities.length; one++) {
            for (int other = 0; other < qualities.length; other++) {
                takes[one][other] = takes(qualities[one], qualities[other]);
                takesAny[one] |= takes[one][other];
            }
        }
        ofUser = indices(table, table.ofUser(), setting.users());
        ofPartition = indices(table, table.ofPartition(), setting.partitions());
        ofOrganization = indices(table, table.ofOrganization(), setting.organizations());
        ofOthers = table.index(QosTable.DEFAULT);
    }

    private static boolean takes(Qos one, Qos other) {
        return one.preempts().contains(other.name())
                || other.yields() && one.priority() > other.priority();
    }

    private static int[] indices(QosTable table, Map<String, String> byName, List<String> names) {
        return names.stream()
                .mapToInt(name -> {
                    String quality = byName.get(name);
                    return quality == null ? NONE : table.index(quality);
                })
                .toArray();
    }

    private int quality(int job) {
        int index = at(ofUser, jobs.user(job));
        index = index == NONE ? at(ofPartition, jobs.partition(job)) : index;
        index = index == NONE ? at(ofOrganization, jobs.organization(job)) : index;
        return index == NONE ? ofOthers : index;
    }

    private static int at(int[] qualities, int name) {
        return name < 0 || name >= qualities.length ? NONE : qualities[name];
    }

    @Override
    public boolean mayTake(int job, int victim, Situation now) {
        return takes[quality(job)][quality(victim)];
    }

    @Override
    public boolean mayTakeAny(int job, Situation now) {
        return takesAny[quality(job)];
    }

    @Override
    public int tier(int job, Situation now) {
        return -qualities[quality(job)].priority();
    }

    @Override
    public PreemptMode mode(int victim, Situation now) {
        return qualities[quality(victim)].mode();
    }

    @Override
    public long exemptMillis(int victim) {
        return qualities[quality(victim)].exemptMillis();
    }

    @Override
    public long checkpointedMillis(int victim, long workMillis) {
        long every = qualities[quality(victim)].checkpointMillis();
        return every == 0 ? workMillis : workMillis - workMillis % every;
    }

    @Override
    public long restartMillis(int victim) {
        return qualities[quality(victim)].restartMillis();
    }
}
