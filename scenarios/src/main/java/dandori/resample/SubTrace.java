package dandori.resample;

import dandori.engine.Durations;
import dandori.job.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.collections.api.list.primitive.IntList;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.impl.factory.primitive.IntLists;

/**
 * What one user did.
 *
 * @param user the user's index in the log, or -1: those whom the log does not name
 * @param rows the user's jobs in the log, by submission; at least one
 * @param firstWeek the week of the first job, counted from 0 where the log begins
 * @param weeks how many weeks there are from that of the first to that of the last job
 * @param spanMillis the time from the first submission to the last
 */
record SubTrace(int user, IntList rows, int firstWeek, int weeks, long spanMillis) {

    /**
     * The users of a part of a log, by their indices.
     *
     * @param fromMillis when the part begins; weeks are counted from here
     * @param toMillis when it ends; not included
     */
    static List<SubTrace> of(Jobs jobs, long fromMillis, long toMillis) {
        TreeMap<Integer, MutableIntList> rows = new TreeMap<>();
        for (int job = 0; job < jobs.count(); job++) {
            long submit = jobs.submitMillis(job);
            if (submit >= fromMillis && submit < toMillis) {
                rows.computeIfAbsent(jobs.user(job), user -> IntLists.mutable.empty()).add(job);
            }
        }
        List<SubTrace> all = new ArrayList<>();
        rows.forEach((user, its) -> {
            long first = jobs.submitMillis(its.getFirst()) - fromMillis;
            long last = jobs.submitMillis(its.getLast()) - fromMillis;
            int firstWeek = (int) (first / Durations.WEEK_MILLIS);
            int weeks = (int) (last / Durations.WEEK_MILLIS) - firstWeek + 1;
            all.add(new SubTrace(user, its, firstWeek, weeks, last - first));
        });
        return all;
    }
}
