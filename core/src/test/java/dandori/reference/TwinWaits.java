package dandori.reference;

import dandori.job.JobState;
import dandori.machine.NodeSet;
import dandori.machine.Outage;
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
    }

    private final boolean mayOvertake;
    private final boolean headAlone; // holds nodes; or several do
    private List<Outage> outages = List.of();
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
                return isOfPower ? WaitReason.POWER : WaitReason.MAINTENANCE;
            }
        }
        throw new AssertionError("Nothing is ahead of job " + job);
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
                int forJob = isBehind && first != job ? first : Wait.NOBODY;
                if (reason != story.reason || forJob != story.forJob) {
                    close(story, now.nowMillis());
                    story.reason = reason;
                    story.forJob = forJob;
                }
            }
        });
    }

    private static void close(Story story, long atMillis) {
        if (story.sinceMillis == atMillis) {
            return;
        }
        Wait wait = new Wait(story.sinceMillis, atMillis, story.reason, story.forJob);
        int last = story.told.size() - 1;
        Wait before = last < 0 ? null : story.told.get(last);
        if (before != null
                && before.toMillis() == wait.fromMillis()
                && before.reason() == wait.reason()
                && before.forJob() == wait.forJob()) {
            story.told.set(
                    last, new Wait(before.fromMillis(), atMillis, wait.reason(), wait.forJob()));
        } else {
            story.told.add(wait);
        }
        story.sinceMillis = atMillis;
    }

    private WaitReason reason(int job, Situation now) {
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
