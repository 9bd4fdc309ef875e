package dandori.reference;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.machine.NodeSet;
import dandori.machine.Outage;
import dandori.machine.Reservation;
import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Admission;
import dandori.policy.Placement;
import dandori.policy.Verdict;
import dandori.state.Places;
import dandori.state.Situation;
import dandori.wait.Wait;
import dandori.wait.WaitReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Why jobs wait, asked anew of every waiting job after every pass. */
public final class TwinWaits implements Observer {

    /** What a job is known to have waited for, and how it goes on. */
    private static final class Story {
        final List<Wait> told = new ArrayList<>();
        Situation pool;
        long sinceMillis;
        WaitReason reason = WaitReason.NODES;
        int forJob = Wait.NOBODY;
        String name = "";
    }

    private final boolean mayOvertake;
    private final boolean headAlone; // holds nodes; or several do
    private List<Outage> outages = List.of();
    private GroupWorld reserving; // or null: where nothing is reserved
    private String about; // the name of what the last answer was about
    private final Admission admission; // one that remembers nothing
    private final Placement placement; // before forRun
    private final Map<Integer, Story> all = new LinkedHashMap<>();
    private final Map<Integer, Story> waiting = new LinkedHashMap<>();

    /** A twin for a backfill by its name, such as {@code depth:3}. */
    public TwinWaits(String backfill, Admission admission, Placement placement) {
        mayOvertake = !backfill.equals("none");
        headAlone = !List.of("conservative", "replan", "depth:3", "depth:2").contains(backfill);
        this.admission = admission;
        this.placement = placement;
    }

    /** The same in a world of one pool whose outages are known, caps on power among them. */
    public TwinWaits among(List<Outage> planned) {
        outages = planned;
        return this;
    }

    /** The same in a world of one pool with reservations, whose groups are all open. */
    public TwinWaits in(GroupWorld world) {
        reserving = world;
        return this;
    }

    /** How many more of so many nodes there would be without the caps on power. */
    private int keptByPower(int nodes, long at) {
        List<Outage> others = new ArrayList<>(outages);
        others.removeIf(Outage::isOfPower);
        return ReferencePlan.inService(nodes, others, at)
                - ReferencePlan.inService(nodes, outages, at);
    }

    private WaitReason tooFew(int job, Situation now) {
        int more = keptByPower(now.pool().nodes(), now.nowMillis());
        boolean wouldFit = now.nodesNeeded(job) <= now.cluster().freeNodes() + more;
        about = wouldFit ? nameAt(now.nowMillis(), true) : "";
        return wouldFit ? WaitReason.POWER : WaitReason.NODES;
    }

    private WaitReason ahead(int job, Situation now) {
        long end = now.nowMillis() + now.estimateMillis(job);
        int change = 0;
        for (int step = 0; step < now.capacity().stepCount(); step++) {
            long at = now.capacity().stepMillis(step);
            change += now.capacity().stepNodes(step);
            int free = now.cluster().freeNodesAt(at) + change;
            if (at < end && free < now.nodesNeeded(job)) {
                boolean isOfPower = keptByPower(now.pool().nodes(), at) > 0;
                about = nameAt(at, isOfPower);
                return isOfPower ? WaitReason.POWER : WaitReason.MAINTENANCE;
            }
        }
        throw new AssertionError("Nothing is ahead of job " + job);
    }

    /** The name of the largest of those outages that are on, and of power or not. */
    private String nameAt(long at, boolean isOfPower) {
        return outages.stream()
                .filter(one -> one.isOn(at) && one.isOfPower() == isOfPower)
                .reduce((one, other) -> other.nodes() > one.nodes() ? other : one)
                .map(Outage::name)
                .orElse("");
    }

    /** The reservations that keep nodes from a job that would start now, in order. */
    private List<Reservation> against(int job, Situation now) {
        Job its = reserving.jobs().get(job);
        long end = now.nowMillis() + Math.max(1, now.estimateMillis(job));
        String first = reserving.groups().get(0).name(); // all take all
        String group = its.partition().isEmpty() ? first : its.partition();
        return reserving.reservations().stream()
                .filter(one -> !one.organizations().contains(its.organization()))
                .filter(one -> !one.users().contains(its.user()))
                .filter(one -> !one.partitions().contains(group))
                .filter(one -> TwinGroups.keepsOut(one, now.nowMillis(), end))
                .toList();
    }

    /** How many free nodes there are beside those of reservations. */
    private static int free(List<Reservation> against, Situation now) {
        NodeSet left = Objects.requireNonNull(now.cluster().freePool()).freeSet();
        for (Reservation one : against) {
            left = left.minus(one.nodes());
        }
        return left.size();
    }

    /** Whether it is reservations that a job waits for; notes then which. */
    private boolean isReserved(int job, Situation now) {
        List<Reservation> against = against(job, now);
        int need = now.nodesNeeded(job);
        if (free(against, now) >= need || free(List.of(), now) < need) {
            return false;
        }
        List<Reservation> keeping = new ArrayList<>();
        List<Reservation> enough = new ArrayList<>();
        for (Reservation one : against) {
            List<Reservation> others = new ArrayList<>(against);
            others.remove(one);
            if (free(others, now) >= need) {
                enough.add(one);
            }
            if (free(List.of(one), now) < free(List.of(), now)) {
                keeping.add(one);
            }
        }
        about = (enough.isEmpty() ? keeping : enough).get(0).name();
        return true;
    }

    /** The waits of a job, after a run. */
    public List<Wait> of(int job, JobLog log) {
        Story story = waiting.remove(job);
        if (story != null) {
            close(story, log.endOfRunMillis());
        }
        if (!all.containsKey(job) && log.state(job) == JobState.WAITING) {
            long submitted = log.jobs().submitMillis(job);
            boolean isEmpty = submitted == log.endOfRunMillis();
            return isEmpty ? List.of() : List.of(transfer(submitted, log.endOfRunMillis()));
        }
        return all.containsKey(job) ? all.get(job).told : List.of();
    }

    @Override
    public void jobSubmitted(int job, Situation now) {
        Story story = new Story();
        all.put(job, story);
        long submitted = now.jobs().submitMillis(job);
        if (submitted < now.nowMillis()) {
            story.told.add(transfer(submitted, now.nowMillis()));
        }
        wait(job, now);
    }

    @Override
    public void jobRequeued(int job, Situation now) {
        wait(job, now);
    }

    private void wait(int job, Situation now) {
        Story story = all.get(job);
        story.pool = now;
        story.sinceMillis = now.nowMillis();
        waiting.put(job, story);
    }

    private static Wait transfer(long fromMillis, long toMillis) {
        return new Wait(fromMillis, toMillis, WaitReason.TRANSFER, Wait.NOBODY);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        close(Objects.requireNonNull(waiting.remove(job)), now.nowMillis());
    }

    @Override
    public void passEnded(Situation now) {
        int first = headAlone ? now.queue().first() : Wait.NOBODY;
        waiting.forEach((job, story) -> {
            if (story.pool == now) {
                WaitReason reason = reason(job, now);
                boolean isBehind = reason == WaitReason.RESERVED || reason == WaitReason.ORDER;
                isBehind &= about.isEmpty();
                int forJob = isBehind && first != job ? first : Wait.NOBODY;
                boolean isSame = reason == story.reason && about.equals(story.name);
                if (!isSame || forJob != story.forJob) {
                    close(story, now.nowMillis());
                    story.reason = reason;
                    story.forJob = forJob;
                    story.name = about;
                }
            }
        });
    }

    private static void close(Story story, long atMillis) {
        if (story.sinceMillis == atMillis) {
            return;
        }
        Wait wait = new Wait(story.sinceMillis, atMillis, story.reason, story.forJob, story.name);
        int last = story.told.size() - 1;
        Wait before = last < 0 ? null : story.told.get(last);
        if (before != null
                && before.toMillis() == wait.fromMillis()
                && before.reason() == wait.reason()
                && before.forJob() == wait.forJob()
                && before.name().equals(wait.name())) {
            story.told.set(
                    last,
                    new Wait(
                            before.fromMillis(),
                            atMillis,
                            wait.reason(),
                            wait.forJob(),
                            wait.name()));
        } else {
            story.told.add(wait);
        }
        story.sinceMillis = atMillis;
    }

    private WaitReason reason(int job, Situation now) {
        about = "";
        Places places = now.places();
        NodeSet allowed = places == null ? null : places.allowed(job, now.nowMillis());
        if (!now.queue().mayStart(job)) {
            boolean isClosed = allowed != null && allowed.size() == 0;
            Verdict verdict = isClosed ? Verdict.WINDOW : admission.admit(job, now);
            return WaitReason.of(verdict);
        }
        int need = now.nodesNeeded(job);
        if (need > now.cluster().freeNodes()) {
            return tooFew(job, now);
        }
        if (reserving != null && isReserved(job, now)) {
            return WaitReason.RESERVED;
        }
        if (allowed != null && need > allowed.size()) {
            return WaitReason.WINDOW;
        }
        if (places != null && allowed != null && need > places.freeNodes(allowed)) {
            return WaitReason.NODES;
        }
        long end = now.nowMillis() + now.estimateMillis(job);
        if (!now.fitsKnownCapacity(need, now.nowMillis(), end)) {
            return ahead(job, now);
        }
        boolean fits =
                places != null && allowed != null
                        ? places.place(job, allowed) != null
                        : fits(job, now);
        if (!fits) {
            return WaitReason.SHAPE;
        }
        return mayOvertake ? WaitReason.RESERVED : WaitReason.ORDER;
    }

    /** Whether a new placement, told of the free nodes alone, finds any for the job. */
    private boolean fits(int job, Situation now) {
        if (!placement.hasPlaces()) {
            return true;
        }
        Placement fresh = placement.forRun(now.machine(), now.pool());
        int first = now.pool().firstNode();
        NodeSet every = NodeSet.range(first, first + now.pool().nodes() - 1);
        fresh.taken(every.minus(Objects.requireNonNull(now.cluster().freePool()).freeSet()));
        return fresh.place(job, now) != null;
    }
}
