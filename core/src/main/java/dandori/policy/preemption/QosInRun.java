package dandori.policy.preemption;

import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.Setting;
import dandori.state.Situation;

/** Qualities of service in a run: names are numbers here. */
final class QosInRun implements Preemption {

    private final QosMembers members;
    private final Qos[] qualities;
    private final boolean[][] takes; // whether the first takes from the second
    private final boolean[] takesAny;

    QosInRun(QosTable table, Setting setting) {
        members = new QosMembers(table, setting);
        qualities = table.qualities().toArray(new Qos[0]);
        takes = new boolean[qualities.length][qualities.length];
        takesAny = new boolean[qualities.length];
        for (int one = 0; one < qualities.length; one++) {
            for (int other = 0; other < qualities.length; other++) {
                takes[one][other] = takes(qualities[one], qualities[other]);
                takesAny[one] |= takes[one][other];
            }
        }
    }

    private static boolean takes(Qos one, Qos other) {
        return one.preempts().contains(other.name())
                || other.yields() && one.priority() > other.priority();
    }

    private int quality(int job) {
        return members.of(job);
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
