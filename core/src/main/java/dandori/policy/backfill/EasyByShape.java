package dandori.policy.backfill;

import dandori.machine.NodeSet;
import dandori.policy.Actions;
import dandori.policy.ShapedPlacement;
import dandori.state.Situation;
import dandori.state.WaitQueue;

/**
 * {@link Easy} where the shape of free nodes decides who fits.
 *
 * <p>The head's reservation is a set of nodes and a time: the shadow time is the earliest estimated
 * end at which the placement finds a set for the head on a scratch pool, on which all running jobs
 * whose estimated end is no later have given their nodes back; the set is the one that it finds.
 * Any other job, in the order of the queue, starts now if it fits and either is estimated to end by
 * the shadow time, and then it lies anywhere; or lies outside the set, placed as if the set's free
 * nodes were not free. If the head never fits, nothing is reserved.
 *
 * <p>The reservation stands from pass to pass while its holder is the head of the queue. It is
 * found anew, at the next pass at which the head cannot start, when another job has become the
 * head, or has started as such before it; when the nodes in service have changed; or when a job has
 * ended whose estimated end was at the shadow time or later. No other event can make the shadow
 * time earlier or break the set: what ends early before the shadow time is free then in any case,
 * what starts behind the head is gone by then or lies outside. (The set alone could come out
 * different if it were looked for at each pass.) So the head never starts later than its first
 * shadow time, unless others come before it in the queue.
 *
 * <p>Known changes of capacity: jobs that would run into one do not start, nor is the shadow time
 * one at which the head would, by count. Which nodes leave then is foreseen as if nobody else
 * started; where only some leave before the shadow time, it may come otherwise, and the head later.
 * A job that outlasts the shadow time must also leave enough nodes to the head, by count, at each
 * change before the head's estimated end. As long as a change lies before that end, any end has the
 * reservation found anew.
 *
 * <p>Cost: a pass after arrivals alone tries those alone, for nothing else can fit that did not.
 * After an end, each form of waiting jobs is asked whether it fits, not each job; see {@link
 * ShapeReservation} for finding it anew.
 */
final class EasyByShape {

    private final ShapedPlacement shaped;
    private final int candidates; // how many jobs behind the head are tried
    private final WaitingForms waiting;
    private final ShapeReservation reservation;

    private boolean hasEnded; // something, since the last pass
    private int freeAfterPass = -1;
    private long arrangement = Long.MIN_VALUE;

    // While all are tried: the forms that fit, where each one's next candidate stands in its list,
    // and whether the form is thought to fit outside the set that is reserved.
    private int[] forms = new int[64];
    private int[] at = new int[64];
    private boolean[] isOutside = new boolean[64];
    private int formCount;

    EasyByShape(ShapedPlacement shaped, int candidates) {
        this.shaped = shaped;
        this.candidates = candidates;
        waiting = new WaitingForms(shaped);
        reservation = new ShapeReservation(shaped);
    }

    void jobEnded(int job, Situation now) {
        hasEnded = true;
        reservation.ended(now.startMillis(job) + now.estimateMillis(job));
    }

    void capacityChanged() {
        hasEnded = true;
        reservation.forget();
    }

    /** Starts what should start now; {@code arrived} are the jobs that have come since. */
    void fill(Arrivals arrived, Situation now, Actions act) {
        WaitQueue queue = now.queue();
        boolean all =
                hasEnded
                        || candidates != Integer.MAX_VALUE
                        || now.cluster().freeNodes() != freeAfterPass
                        || queue.arrangement() != arrangement;
        follow(arrived, now);
        boolean isDone = false;
        while (!isDone) { // again where a start has made others ineligible, or eligible
            isDone = pass(all, arrived, now, act);
            if (!isDone) {
                all = true;
                waiting.rebuild(now);
                arrangement = queue.arrangement();
            }
        }
        hasEnded = false;
        freeAfterPass = now.cluster().freeNodes();
    }

    private void follow(Arrivals arrived, Situation now) {
        WaitQueue queue = now.queue();
        if (queue.arrangement() != arrangement) {
            waiting.rebuild(now);
            arrangement = queue.arrangement();
            return;
        }
        for (int i = 0; i < arrived.count(); i++) {
            waiting.add(arrived.job(i), now);
        }
    }

    private boolean pass(boolean all, Arrivals arrived, Situation now, Actions act) {
        WaitQueue queue = now.queue();
        if (all) { // before the head is tried: it may hold one that is known not to fit then
            gather();
        }
        int head = queue.first();
        while (head >= 0 && act.tryStart(head).started()) {
            waiting.remove(head, shaped.form(head, now.jobs()), now);
            reservation.forget();
            if (queue.arrangement() != arrangement) {
                return false;
            }
            head = queue.first();
        }
        if (head < 0) {
            reservation.drop(shaped);
            return true;
        }
        boolean stands = reservation.standsFor(head);
        if (!stands) {
            reservation.find(head, shaped, now);
        }
        if (candidates != Integer.MAX_VALUE) {
            return tryFirst(head, now, act);
        }
        if (stands && !all) {
            return tryArrived(head, arrived, now, act);
        }
        if (!all) {
            gather();
        }
        return tryAll(head, now, act);
    }

    /** Tries the jobs that have come since the last pass; false if the queue has changed. */
    private boolean tryArrived(int head, Arrivals arrived, Situation now, Actions act) {
        WaitQueue queue = now.queue();
        arrived.sort(queue);
        for (int i = 0; i < arrived.count(); i++) {
            int job = arrived.job(i);
            if (job != head && queue.mayStart(job) && starts(job, now, act)) {
                waiting.remove(job, shaped.form(job, now.jobs()), now);
                if (queue.arrangement() != arrangement) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Tries the first {@code candidates} jobs behind the head; false if the queue has changed. */
    private boolean tryFirst(int head, Situation now, Actions act) {
        WaitQueue queue = now.queue();
        int job = queue.next(head);
        for (int tried = 0; tried < candidates && job >= 0; tried++) {
            if (starts(job, now, act)) {
                waiting.remove(job, shaped.form(job, now.jobs()), now);
                if (queue.arrangement() != arrangement) {
                    return false;
                }
            }
            job = queue.next(job);
        }
        return true;
    }

    private boolean starts(int job, Situation now, Actions act) {
        if (now.estimateMillis(job) <= reservation.windowMillis(now)) {
            return act.tryStart(job).started();
        }
        if (!reservation.leavesEnough(job, now)) {
            return false;
        }
        NodeSet set = shaped.placeOutside(job, now);
        return set != null && act.tryStart(job, set).started();
    }

    /**
     * Tries all jobs behind the head, form by form: the first in the queue of all that may start,
     * until none may; false if the queue has changed. What did not fit once does not after a start.
     */
    private boolean tryAll(int head, Situation now, Actions act) {
        WaitQueue queue = now.queue();
        select(now);
        while (true) {
            int first = -1; // place of the form whose candidate is first in the queue
            for (int place = formCount - 1; place >= 0; place--) {
                if (!advance(place, head, now)) {
                    dropForm(place);
                }
            }
            for (int place = 0; place < formCount; place++) {
                if (first < 0 || queue.isBefore(candidate(place), candidate(first))) {
                    first = place;
                }
            }
            if (first < 0) {
                return true;
            }
            int job = candidate(first);
            if (starts(job, now, act)) {
                waiting.remove(job, forms[first], now);
                if (queue.arrangement() != arrangement) {
                    return false;
                }
            } else {
                refused(first, job, now);
            }
        }
    }

    private int candidate(int place) {
        return waiting.job(forms[place], at[place]);
    }

    /** Gathers the forms of waiting jobs that fit, the smaller ones first. */
    private void gather() {
        formCount = 0;
        if (forms.length < waiting.formCount()) {
            forms = new int[2 * waiting.formCount()];
            at = new int[forms.length];
            isOutside = new boolean[forms.length];
        }
        for (int i = 0; i < waiting.formCount(); i++) {
            int form = waiting.form(i);
            if (shaped.fits(form)) {
                forms[formCount++] = form;
            }
        }
    }

    /**
     * Leaves of those only the ones of which a job may start: that fit outside the set that is
     * reserved, or have a job that is short enough.
     */
    private void select(Situation now) {
        long window = reservation.windowMillis(now);
        for (int place = formCount - 1; place >= 0; place--) {
            int form = forms[place];
            at[place] = 0;
            isOutside[place] = shaped.fitsOutside(form);
            if (!isOutside[place] && !waiting.mayBeShort(form, window, now)) {
                dropForm(place);
            }
        }
    }

    private void dropForm(int place) {
        formCount--;
        forms[place] = forms[formCount];
        at[place] = at[formCount];
        isOutside[place] = isOutside[formCount];
    }

    /** Goes on to the next job of a form that may start; false if there is none. */
    private boolean advance(int place, int head, Situation now) {
        int form = forms[place];
        long window = reservation.windowMillis(now);
        while (at[place] < waiting.count(form)) {
            int job = waiting.job(form, at[place]);
            if (job != head && (isOutside[place] || now.estimateMillis(job) <= window)) {
                return true;
            }
            at[place]++;
        }
        return false;
    }

    /**
     * A candidate has not started: its form fits no longer, here or anywhere, or it alone may not.
     */
    private void refused(int place, int job, Situation now) {
        boolean isShort = now.estimateMillis(job) <= reservation.windowMillis(now);
        if (isShort && !shaped.fits(forms[place])) {
            at[place] = waiting.count(forms[place]);
        } else if (!isShort && !shaped.fitsOutside(forms[place])) {
            isOutside[place] = false;
        } else {
            at[place]++;
        }
    }
}
