package dandori.results;

import dandori.metric.JobFigures;
import dandori.metric.JobLog;
import dandori.sim.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What the jobs of a resource group came to.
 *
 * @param machine the name of the machine
 * @param group the name of the group, unique on its machine
 * @param figures waits, slowdowns, outcomes
 */
public record GroupFigures(String machine, String group, JobFigures figures) {

    /** Those of all groups of a run, in the order of machines, pools and groups; perhaps none. */
    public static List<GroupFigures> of(Outcome outcome) {
        List<Outcome.PoolOutcome> pools = outcome.pools();
        int[] firstOf = new int[pools.size() + 1]; // class of a pool's first group
        for (int i = 0; i < pools.size(); i++) {
            firstOf[i + 1] = firstOf[i] + pools.get(i).partitions().size();
        }
        JobLog log = outcome.log();
        List<JobFigures> figures =
                JobFigures.byClass(
                        log,
                        outcome.window(),
                        firstOf[pools.size()],
                        job -> {
                            boolean isNone = // of a pool that has no groups, all are in one
                                    log.group(job) < 0
                                            || pools.get(log.pool(job)).partitions().isEmpty();
                            return isNone ? -1 : firstOf[log.pool(job)] + log.group(job);
                        });
        List<GroupFigures> groups = new ArrayList<>();
        for (Outcome.PoolOutcome pool : pools) {
            for (String name : pool.partitions()) {
                groups.add(
                        new GroupFigures(pool.machine().name(), name, figures.get(groups.size())));
            }
        }
        return groups;
    }
}
