package dandori.reference;

import dandori.machine.Calendar;
import dandori.machine.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many nodes will be free at an instant to come, counted anew for every question: those in
 * service, less the running jobs until their estimated ends, less the slots held for waiting jobs.
 */
final class ReferencePlan {

    /** Nodes held from an instant on. */
    record Slot(ReferenceJob job, long from) {}

    private final World world;
    private final long now;
    private final long seen; // until when nodes have left and come back
    private final List<ReferenceJob> running;
    private final List<Slot> slots = new ArrayList<>();

    ReferencePlan(World world, long now, long seen, List<ReferenceJob> running) {
        this.seen = seen;
        this.world = world;
        this.now = now;
        this.running = running;
    }

    List<Slot> slots() {
        return slots;
    }

    void hold(ReferenceJob job, long from) {
        slots.add(new Slot(job, from));
    }

    static int inService(World world, long at) {
        return inService(world.nodes(), world.outages(), at);
    }

    static int inService(int all, List<Outage> outages, long at) {
        int nodes = all;
        int powered = all;
        for (Outage outage : outages) {
            if (outage.fromMillis() <= at && at < outage.toMillis()) {
                if (outage.isOfPower()) {
                    powered = Math.min(powered, all - outage.nodes());
                } else {
                    nodes -= outage.isWhole() ? nodes : outage.nodes();
                }
            }
        }
        return Math.max(0, Math.min(powered, nodes));
    }

    /** In service at an instant to come, as far as is known now. */
    private int foreseen(long at) {
        List<Outage> known = new ArrayList<>(world.outages());
        known.removeIf(one -> one.onBegin() != Calendar.OnBegin.DRAIN && one.fromMillis() > seen);
        return inService(world.nodes(), known, at);
    }

    /** Whether any change of capacity is known ahead. */
    boolean foreseesChange() {
        for (Outage outage : world.outages()) {
            for (long at : new long[] {outage.fromMillis(), outage.toMillis()}) {
                if (at > now && foreseen(at) != foreseen(at - 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    int freeAt(long at) {
        int free = foreseen(at);
        for (ReferenceJob job : running) {
            if (at < job.start + job.planned()) {
                free -= job.nodes();
            }
        }
        for (Slot slot : slots) {
            if (slot.from() <= at && at < slot.from() + slot.job().planned()) {
                free -= slot.job().nodes();
            }
        }
        return free;
    }

    /**
     * Whether enough nodes are free from an instant until the job's estimated end; at least at that
     * instant.
     */
    boolean fits(ReferenceJob job, long from) {
        if (freeAt(from) < job.nodes()) {
            return false;
        }
        for (long at : changes()) {
            if (from < at && at < from + job.planned() && freeAt(at) < job.nodes()) {
                return false;
            }
        }
        return true;
    }

    /** The earliest instant from now on at which the job fits. */
    long earliest(ReferenceJob job) {
        if (fits(job, now)) {
            return now;
        }
        for (long at : changes()) {
            if (fits(job, at)) {
                return at;
            }
        }
        return ReferenceJob.NEVER;
    }

    private SortedSet<Long> changes() {
        SortedSet<Long> changes = new TreeSet<>();
        for (ReferenceJob job : running) {
            changes.add(job.start + job.planned());
        }
        for (Slot slot : slots) {
            changes.add(slot.from());
            changes.add(slot.from() + slot.job().planned());
        }
        for (Outage outage : world.outages()) {
            changes.add(outage.fromMillis());
            changes.add(outage.toMillis());
        }
        changes.headSet(now + 1).clear();
        return changes;
    }
}
