package dandori.experiment;

import dandori.engine.Durations;
import dandori.job.Jobs;
import dandori.metric.Window;
import dandori.wait.WaitLog;
import dandori.wait.WaitReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What jobs waited for, in node hours: nodes asked for times wait, by reason, of the jobs submitted
 * in the window; of all and of each organization.
 *
 * @param played the run
 * @param waits the reasons
 */
record WaitHours(Played played, WaitLog waits) {

    /** Puts the figures among the others of their groups. */
    void putInto(Map<Group, Map<String, @Nullable Object>> trees) {
        List<String> names = played.list().organizations();
        WaitReason[] reasons = WaitReason.values();
        double[][] nodeMillis = nodeMillis(names.size(), reasons.length);
        for (int i = 0; i <= names.size(); i++) {
            boolean isAll = i == names.size();
            Group group = isAll ? Group.ALL : Group.organization(names.get(i));
            Map<String, @Nullable Object> tree = trees.get(group);
            for (WaitReason reason : reasons) {
                if (tree != null) {
                    double hours = nodeMillis[i][reason.ordinal()] / Durations.HOUR_MILLIS;
                    tree.put(Measurement.waitedFor(reason), hours);
                }
            }
        }
    }

    /** By organization, those of none nowhere but in the last, which has all; and by reason. */
    private double[][] nodeMillis(int organizations, int reasons) {
        double[][] sums = new double[organizations + 1][reasons];
        Jobs jobs = played.outcome().log().jobs();
        Window window = played.outcome().window();
        for (int job = 0; job < jobs.count(); job++) {
            if (!window.contains(jobs.submitMillis(job))) {
                continue;
            }
            double nodes = jobs.nodes(job);
            int its = jobs.organization(job);
            double[] own = sums[its < 0 ? organizations : its];
            waits.read(
                    job,
                    (from, to, reason, forJob, name) ->
                            own[reason.ordinal()] += nodes * (to - from));
        }
        for (int i = 0; i < organizations; i++) {
            for (int reason = 0; reason < reasons; reason++) {
                sums[organizations][reason] += sums[i][reason];
            }
        }
        return sums;
    }
}
