package dandori.policy.preemption;

import dandori.job.Jobs;
import dandori.policy.Setting;
import java.util.List;
import java.util.Map;

/**
 * Which quality of service each job of a run has; names are numbers here. Cost: O(1) a question.
 */
public final class QosMembers {

    private static final int NONE = -1;

    private final Jobs jobs;
    private final int[] ofUser; // NONE for users without one
    private final int[] ofPartition;
    private final int[] ofOrganization;
    private final int ofOthers;

    /** The members of a table's qualities in a run of a pool. */
    public QosMembers(QosTable table, Setting setting) {
        jobs = setting.jobs();
        ofUser = indices(table, table.ofUser(), setting.users());
        ofPartition = indices(table, table.ofPartition(), setting.partitions());
        ofOrganization = indices(table, table.ofOrganization(), setting.organizations());
        ofOthers = table.index(QosTable.DEFAULT);
    }

    private static int[] indices(QosTable table, Map<String, String> byName, List<String> names) {
        return names.stream()
                .mapToInt(name -> {
                    String quality = byName.get(name);
                    return quality == null ? NONE : table.index(quality);
                })
                .toArray();
    }

    /** The place of a job's quality among those of the table. */
    public int of(int job) {
        int index = at(ofUser, jobs.user(job));
        index = index == NONE ? at(ofPartition, jobs.partition(job)) : index;
        index = index == NONE ? at(ofOrganization, jobs.organization(job)) : index;
        return index == NONE ? ofOthers : index;
    }

    private static int at(int[] qualities, int name) {
        return name < 0 || name >= qualities.length ? NONE : qualities[name];
    }
}
