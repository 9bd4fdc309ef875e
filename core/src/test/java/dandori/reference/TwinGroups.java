package dandori.reference;

import dandori.job.Job;
import dandori.machine.Calendar;
import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Outage;
import dandori.machine.Partition;
import dandori.machine.Reservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A pool with resource groups, the slow and obvious way: a boolean a node, nothing remembered from
 * one pass to the next. First come, first served within a tier; first fit; EASY or none.
 */
public final class TwinGroups {

    private static final long YEAR = 366L * 24 * GroupWorld.HOUR;

    private final GroupWorld world;
    private final boolean backfills;
    private final List<List<Opening>> openings = new ArrayList<>();
    private final List<TwinJob> jobs = new ArrayList<>();
    private final boolean[] away; // nodes out of service
    private final TreeSet<Long> instants = new TreeSet<>();
    private long now;
    private long lastProgress;

    private TwinGroups(GroupWorld world, boolean backfills) {
        this.world = world;
        this.backfills = backfills;
        away = new boolean[world.nodes()];
        for (Partition group : world.groups()) {
            openings.add(group.calendar().openings(GroupWorld.ORIGIN, -YEAR, 4 * YEAR));
        }
        for (Job job : world.jobs()) {
            TwinJob its = new TwinJob(jobs.size(), job, world.groups());
            jobs.add(its);
            instants.add(job.submitMillis());
        }
        openings.forEach(ofGroup ->
                ofGroup.forEach(one -> {
                    instants.add(one.fromMillis());
                    instants.add(one.lastStartMillis() + 1);
                    instants.add(one.toMillis());
                }));
        for (Reservation one : world.reservations()) {
            one.spans()
                    .forEach(span -> {
                        instants.add(span.fromMillis());
                        instants.add(span.toMillis());
                    });
        }
        for (Outage outage : world.outages()) {
            instants.add(outage.fromMillis());
            instants.add(outage.toMillis());
        }
    }

    /** What becomes of each job, a line a job. */
    public static List<String> play(GroupWorld world, boolean backfills) {
        TwinGroups twin = new TwinGroups(world, backfills);
        twin.run();
        return twin.jobs.stream().map(TwinJob::toString).toList();
    }

    private void run() {
        now = -1;
        while (instants.higher(now) != null) {
            now = instants.higher(now);
            boolean nothingLeft =
                    jobs.stream().allMatch(job -> job.state == 'e' || job.state == 'r');
            boolean nothingRuns =
                    jobs.stream().noneMatch(job -> job.state == 'R' && job.start <= lastProgress);
            boolean nothingComes = jobs.stream().noneMatch(job -> job.state == ' ');
            if (nothingLeft || (nothingRuns && nothingComes && now - lastProgress > 2 * YEAR)) {
                return;
            }
            end();
            changeCapacity();
            turnCalendars();
            for (TwinJob job : jobs) {
                if (job.state == ' ' && job.submit == now) {
                    job.state = job.group < 0 ? 'r' : 'W';
                    lastProgress = now;
                }
            }
            do {
                end();
                pass();
            } while (jobs.stream().anyMatch(job -> job.state == 'R' && job.end <= now));
        }
    }

    private void end() {
        for (TwinJob job : jobs) {
            if (job.state == 'R' && job.end <= now) {
                leave(job, job.run > job.walltime ? "killed" : "completed");
            }
        }
    }

    private void leave(TwinJob job, String how) {
        job.leave(now, how);
        lastProgress = now;
    }

    private void changeCapacity() {
        int leaving = world.nodes() - inService(now) - count(away);
        for (TwinJob job : latestFirst()) {
            if (count(free()) < leaving && job.start + job.planned <= now) {
                leave(job, "preempted");
            }
        }
        boolean[] free = free();
        change(free, away, leaving);
    }

    private int inService(long at) {
        return ReferencePlan.inService(world.nodes(), world.outages(), at);
    }

    /**
     * The highest free nodes leave, as many as there are; or the lowest that are away come back.
     */
    private static void change(boolean[] free, boolean[] away, int leaving) {
        int left = leaving;
        for (int node = free.length - 1; node >= 0 && left > 0; node--) {
            if (free[node]) {
                free[node] = false;
                away[node] = true;
                left--;
            }
        }
        for (int node = 0; left < 0; node++) {
            if (away[node]) {
                free[node] = true;
                away[node] = false;
                left++;
            }
        }
    }

    private void turnCalendars() {
        for (int group = 0; group < openings.size(); group++) {
            Calendar calendar = world.groups().get(group).calendar();
            boolean begins = openings.get(group).stream().anyMatch(one -> one.fromMillis() == now);
            if (!begins || !calendar.isExclusive()) {
                continue;
            }
            for (TwinJob job : jobs) {
                if (job.state == 'R' && job.group != group && overlap(job.held, mask(group))) {
                    if (calendar.onBegin() == Calendar.OnBegin.KILL) {
                        leave(job, "preempted");
                    } else if (calendar.onBegin() == Calendar.OnBegin.REQUEUE) {
                        job.state = 'W';
                    }
                }
            }
        }
    }

    // What is free, and what a job may have.

    private boolean[] mask(int group) {
        return mask(world.groups().get(group).nodes());
    }

    private boolean[] mask(NodeSet nodes) {
        boolean[] mask = new boolean[world.nodes()];
        for (int node = 0; node < mask.length; node++) {
            mask[node] = nodes.contains(node);
        }
        return mask;
    }

    /** The nodes a job may have if it starts then; none while its group is closed. */
    private boolean[] allowed(TwinJob job, long start) {
        if (!isOpen(job.group, start)) {
            return new boolean[world.nodes()];
        }
        boolean[] allowed = mask(job.group);
        long end = start + Math.max(1, job.planned);
        for (int group = 0; group < openings.size(); group++) {
            if (group != job.group && world.groups().get(group).calendar().isExclusive()) {
                for (Opening one : openings.get(group)) {
                    if (one.fromMillis() < end && start < one.toMillis()) {
                        remove(allowed, mask(group));
                    }
                }
            }
        }
        for (Reservation one : world.reservations()) {
            if (!isFor(one, job) && keepsOut(one, start, end)) {
                remove(allowed, mask(one.nodes()));
            }
        }
        return allowed;
    }

    /** Whether any hour of a job's is one of a reservation that does not lend its nodes to it. */
    static boolean keepsOut(Reservation reservation, long start, long end) {
        for (Opening span : reservation.spans()) {
            boolean meets = span.fromMillis() < end && start < span.toMillis();
            boolean isLent = span.fromMillis() <= start && end - start <= reservation.lendMillis();
            if (meets && !isLent) {
                return true;
            }
        }
        return false;
    }

    private boolean isFor(Reservation reservation, TwinJob job) {
        Job its = world.jobs().get(job.row);
        return reservation.organizations().contains(its.organization())
                || reservation.users().contains(its.user())
                || reservation.partitions().contains(world.groups().get(job.group).name());
    }

    /** The first nodes of those usable, if they do from those kept for the job now. */
    private boolean[] choose(TwinJob job, boolean[] usable) {
        boolean[] kept = new boolean[world.nodes()];
        for (Reservation one : world.reservations()) {
            for (Opening span : one.spans()) {
                if (span.fromMillis() <= now && now < span.toMillis() && isFor(one, job)) {
                    add(kept, mask(one.nodes()));
                }
            }
        }
        boolean[] mine = both(usable, kept);
        return first(count(mine) >= job.nodes ? mine : usable, job.nodes);
    }

    private boolean isOpen(int group, long at) {
        return world.groups().get(group).calendar().isAlwaysOpen()
                || openings.get(group).stream()
                        .anyMatch(one -> one.fromMillis() <= at && at <= one.lastStartMillis());
    }

    /** Whether a change lies ahead and is that of an instant, or had been made by the start. */
    private boolean within(long change, long start, long step, long end) {
        return change > now
                && change < end
                && (change == step || (step == start && change <= start));
    }

    private boolean[] free() {
        boolean[] free = new boolean[world.nodes()];
        for (int node = 0; node < free.length; node++) {
            free[node] = !away[node];
        }
        for (TwinJob job : jobs) {
            if (job.state == 'R') {
                remove(free, job.held);
            }
        }
        return free;
    }

    /** By count, at an instant and at every change of capacity until the job ends. */
    private boolean fitsKnownCapacity(TwinJob job, long start) {
        return suffice(job.nodes, start, start + job.planned);
    }

    private boolean suffice(int wanted, long start, long end) {
        TreeSet<Long> steps =
                new TreeSet<>(instants.subSet(start, true, Math.max(start, end), false));
        if (start < end) {
            steps.add(start);
        }
        for (long step : steps) {
            int nodes = inService(step);
            boolean changes =
                    instants.stream()
                            .anyMatch(one ->
                                    inService(one) != inService(one - 1)
                                            && within(one, start, step, end));
            for (TwinJob other : jobs) {
                boolean holds = other.state == 'R' && other.start + other.planned > step;
                nodes -= holds ? other.nodes : 0;
            }
            if (changes && nodes < wanted) {
                return false;
            }
        }
        return true;
    }

    // Who starts.

    private List<TwinJob> queue() {
        return jobs.stream()
                .filter(job -> job.state == 'W' && isOpen(job.group, now))
                .sorted(Comparator.comparingInt((TwinJob job) -> job.tier))
                .toList();
    }

    private List<TwinJob> latestFirst() {
        return jobs.stream()
                .filter(job -> job.state == 'R')
                .sorted(
                        Comparator.comparingLong((TwinJob job) -> -job.start)
                                .thenComparingInt(job -> -job.row))
                .toList();
    }

    private void pass() {
        while (!queue().isEmpty() && startHead(queue().get(0))) {}
        if (!queue().isEmpty() && backfills) {
            backfill(queue().get(0));
        }
    }

    private boolean startHead(TwinJob head) {
        if (!fitsKnownCapacity(head, now)) {
            return false;
        }
        boolean[] allowed = allowed(head, now);
        boolean[] usable = free();
        boolean isEnding = false;
        List<TwinJob> victims = new ArrayList<>(latestFirst());
        victims.removeIf(job -> job.start + job.planned > now || !job.yieldsTo(head));
        while (count(both(usable, allowed)) < head.nodes) {
            if (victims.isEmpty()) {
                return false;
            }
            add(usable, victims.remove(0).held);
            isEnding = true;
        }
        boolean[] set =
                isEnding
                        ? first(both(usable, allowed), head.nodes)
                        : choose(head, both(usable, allowed));
        for (TwinJob job : jobs) {
            if (job.state == 'R' && overlap(job.held, set)) {
                leave(job, "preempted");
            }
        }
        start(head, set);
        return true;
    }

    private void backfill(TwinJob head) {
        long shadow = shadow(head);
        boolean[] heads = shadow < Long.MAX_VALUE ? allowed(head, shadow) : null;
        int extra = heads == null ? 0 : count(both(freeAt(shadow, head), heads)) - head.nodes;
        for (TwinJob job : queue()) {
            if (job == head || !fitsKnownCapacity(job, now)) {
                continue;
            }
            boolean[] usable = both(free(), allowed(job, now));
            if (count(usable) < job.nodes) {
                continue;
            }
            if (heads == null || now + job.lengthFor(head) <= shadow) {
                start(job, choose(job, usable));
                continue;
            }
            long until = Math.min(shadow + Math.max(1, head.planned), now + job.planned);
            if (!suffice(head.nodes + job.nodes, shadow, until)) {
                continue;
            }
            boolean[] outside = usable.clone();
            remove(outside, heads);
            boolean[] set = first(outside, Math.min(job.nodes, count(outside)));
            int inside = job.nodes - count(set);
            if (inside <= extra) {
                add(set, first(both(usable, heads), inside));
                extra -= inside;
                start(job, set);
            }
        }
    }

    private long shadow(TwinJob head) {
        TreeSet<Long> candidates = new TreeSet<>(instants.tailSet(now, true));
        for (TwinJob job : jobs) {
            if (job.state == 'R') {
                candidates.add(Math.max(now, job.start + job.lengthFor(head)));
            }
        }
        for (long at : candidates) {
            if (at - now < YEAR
                    && fitsKnownCapacity(head, at)
                    && count(both(freeAt(at, head), allowed(head, at))) >= head.nodes) {
                return at;
            }
        }
        return Long.MAX_VALUE;
    }

    /** Free at an instant, as far as the head can know. */
    private boolean[] freeAt(long at, TwinJob head) {
        boolean[] free = free();
        boolean[] gone = away.clone();
        TreeSet<Long> until = new TreeSet<>(instants.subSet(now, true, at, true));
        List<TwinJob> left = new ArrayList<>(jobs);
        left.removeIf(job -> job.state != 'R');
        for (TwinJob job : left) {
            until.add(Math.max(now, job.start + job.lengthFor(head)));
        }
        for (long one : until.headSet(at, true)) {
            for (TwinJob job : left) {
                if (Math.max(now, job.start + job.lengthFor(head)) == one) {
                    add(free, job.held);
                }
            }
            change(free, gone, world.nodes() - inService(one) - count(gone));
        }
        return free;
    }

    private void start(TwinJob job, boolean[] nodes) {
        lastProgress = job.start < 0 ? now : lastProgress;
        job.begin(now, nodes);
        instants.add(job.end);
        instants.add(now + job.planned);
    }

    // Sets of nodes.

    private static int count(boolean[] set) {
        int count = 0;
        for (boolean one : set) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static void add(boolean[] set, boolean[] other) {
        for (int node = 0; node < set.length; node++) {
            set[node] |= other[node];
        }
    }

    private static void remove(boolean[] set, boolean[] other) {
        for (int node = 0; node < set.length; node++) {
            set[node] &= !other[node];
        }
    }

    private static boolean[] both(boolean[] one, boolean[] other) {
        boolean[] both = one.clone();
        for (int node = 0; node < both.length; node++) {
            both[node] &= other[node];
        }
        return both;
    }

    private static boolean overlap(boolean[] one, boolean[] other) {
        return count(both(one, other)) > 0;
    }

    private static boolean[] first(boolean[] set, int nodes) {
        boolean[] first = new boolean[set.length];
        int missing = nodes;
        for (int node = 0; missing > 0; node++) {
            first[node] = set[node];
            missing -= set[node] ? 1 : 0;
        }
        return first;
    }
}
