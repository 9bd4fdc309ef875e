package dandori.reference;

import dandori.job.Job;
import dandori.machine.Partition;
import java.util.List;

/** A job of {@link TwinGroups}. */
final class TwinJob {

    final int row;
    final long submit;
    final int nodes;
    final long walltime;
    final long run;
    final long planned; // how long it is safe, at most its walltime
    final boolean isFlexible; // has a minimum
    final int group; // -1 if none takes it
    final int tier;

    char state = ' '; // to come; W waits, R runs, e has ended, r rejected
    long start = -1;
    long end;
    boolean[] held = new boolean[0];
    private String outcome = "waiting";

    TwinJob(int row, Job job, List<Partition> groups) {
        this.row = row;
        submit = job.submitMillis();
        nodes = job.nodes();
        walltime = job.walltimeMillis();
        run = job.runMillis();
        group = group(job, groups);
        long minimum = job.request().minimumMillis();
        isFlexible = minimum > 0;
        long safe = isFlexible ? Math.min(minimum, walltime) : walltime;
        if (group >= 0) {
            safe = Math.min(safe, groups.get(group).tenure().guaranteedMillis());
        }
        planned = safe;
        tier = group < 0 ? 0 : groups.get(group).tier();
    }

    private static int group(Job job, List<Partition> groups) {
        for (int index = 0; index < groups.size(); index++) {
            Partition one = groups.get(index);
            boolean isAsked =
                    job.partition().isEmpty()
                            ? one.tenure().guaranteedMillis() == Long.MAX_VALUE
                            : job.partition().equals(one.name());
            if (isAsked
                    && job.nodes() >= one.minNodes()
                    && job.nodes() <= Math.min(one.maxNodes(), one.nodes().size())
                    && job.walltimeMillis() <= one.maxWalltimeMillis()) {
                return index;
            }
        }
        return -1;
    }

    /** Whether it is ended for another once it is no longer safe. */
    boolean yieldsTo(TwinJob other) {
        return planned < walltime && (other.tier < tier || (other.tier == tier && isFlexible));
    }

    /** How long it is reckoned with by another. */
    long lengthFor(TwinJob other) {
        return yieldsTo(other) ? planned : walltime;
    }

    void begin(long now, boolean[] set) {
        state = 'R';
        start = now;
        end = now + Math.min(run, walltime);
        held = set;
    }

    void leave(long now, String how) {
        state = 'e';
        end = now;
        outcome = how;
    }

    @Override
    public String toString() {
        if (state == 'r') {
            return row + " rejected";
        }
        if (state != 'e') {
            return row + (state == 'R' ? " running" : " waiting");
        }
        StringBuilder text =
                new StringBuilder("%d %s %s-%s on".formatted(row, outcome, time(start), time(end)));
        for (int node = 0; node < held.length; node++) {
            text.append(held[node] ? " " + node : "");
        }
        return text.toString();
    }

    static String time(long millis) {
        long over = Math.floorMod(millis, GroupWorld.HOUR);
        return Math.floorDiv(millis, GroupWorld.HOUR) + (over == 0 ? "" : "+" + over);
    }
}
