package dandori.policy.backfill;

import dandori.policy.ShapedPlacement;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.Arrays;

/**
 * The waiting jobs by form, each form's in the order of the queue, and the forms that have any.
 *
 * <p>Cost: O(1) for a job that comes last in its form's list, a search and a move in it otherwise.
 */
final class WaitingForms {

    private final ShapedPlacement shaped;
    private int[][] jobs = new int[64][]; // by form; empty until it is first seen
    private int[] count = new int[64]; // by form
    private long[] shortestMillis = new long[64]; // by form: no job of it is estimated shorter
    private boolean[] isExact = new boolean[64]; // by form: whether one is estimated as short
    private int[] forms = new int[64]; // those that have any, by nodes, then by number
    private int formCount;

    WaitingForms(ShapedPlacement shaped) {
        this.shaped = shaped;
    }

    /** How many forms have waiting jobs. */
    int formCount() {
        return formCount;
    }

    /** A form that has waiting jobs, by place in the order of nodes that such jobs take. */
    int form(int place) {
        return forms[place];
    }

    /** How many jobs of a form wait. */
    int count(int form) {
        return count[form];
    }

    /** A waiting job of a form, in the order of the queue. */
    int job(int form, int index) {
        return jobs[form][index];
    }

    /** Whether any job of a form may be estimated to run no longer than that. */
    boolean mayBeShort(int form, long millis, Situation now) {
        if (shortestMillis[form] <= millis && !isExact[form]) {
            long shortest = Long.MAX_VALUE;
            for (int i = 0; i < count[form]; i++) {
                shortest = Math.min(shortest, now.estimateMillis(jobs[form][i]));
            }
            shortestMillis[form] = shortest;
            isExact[form] = true;
        }
        return shortestMillis[form] <= millis;
    }

    /** Follows the queue after jobs have changed places in it, or are held or no longer held. */
    void rebuild(Situation now) {
        for (int i = 0; i < formCount; i++) {
            count[forms[i]] = 0;
        }
        formCount = 0;
        WaitQueue queue = now.queue();
        for (int job = queue.first(); job >= 0; job = queue.next(job)) {
            add(job, now);
        }
    }

    /** Adds a job that waits. */
    void add(int job, Situation now) {
        int form = shaped.form(job, now.jobs());
        makeRoom(form);
        int size = count[form];
        int at = size;
        if (size > 0 && now.queue().isBefore(job, jobs[form][size - 1])) {
            at = placeFor(job, form, now.queue());
        }
        System.arraycopy(jobs[form], at, jobs[form], at + 1, size - at);
        jobs[form][at] = job;
        long estimate = now.estimateMillis(job);
        if (size == 0 || estimate <= shortestMillis[form]) {
            shortestMillis[form] = estimate;
            isExact[form] = true;
        }
        if (count[form]++ == 0) {
            int place = placeOf(form);
            System.arraycopy(forms, place, forms, place + 1, formCount++ - place);
            forms[place] = form;
        }
    }

    private void makeRoom(int form) {
        if (form >= jobs.length) {
            int length = Math.max(form + 1, 2 * jobs.length);
            jobs = Arrays.copyOf(jobs, length);
            count = Arrays.copyOf(count, length);
            shortestMillis = Arrays.copyOf(shortestMillis, length);
            isExact = Arrays.copyOf(isExact, length);
            forms = Arrays.copyOf(forms, length);
        }
        if (jobs[form] == null) {
            jobs[form] = new int[4];
        } else if (count[form] == jobs[form].length) {
            jobs[form] = Arrays.copyOf(jobs[form], 2 * count[form]);
        }
    }

    /** Where a job belongs in its form's list. */
    private int placeFor(int job, int form, WaitQueue queue) {
        int low = 0;
        int high = count[form];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (queue.isBefore(job, jobs[form][middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Where a form is, or belongs, among those that have waiting jobs. */
    private int placeOf(int form) {
        int nodes = shaped.nodesOfForm(form);
        int low = 0;
        int high = formCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int other = shaped.nodesOfForm(forms[middle]);
            if (other < nodes || (other == nodes && forms[middle] < form)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Removes a job, which may have started. */
    void remove(int job, int form, Situation now) {
        int at = 0;
        while (jobs[form][at] != job) {
            at++;
        }
        System.arraycopy(jobs[form], at + 1, jobs[form], at, --count[form] - at);
        isExact[form] &= now.estimateMillis(job) > shortestMillis[form];
        if (count[form] == 0) {
            int place = placeOf(form);
            System.arraycopy(forms, place + 1, forms, place, --formCount - place);
        }
    }
}
