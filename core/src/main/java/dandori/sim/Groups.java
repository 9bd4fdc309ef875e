package dandori.sim;

import dandori.job.Cause;
import dandori.job.Shape;
import dandori.machine.Calendar;
import dandori.machine.NodeSet;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import dandori.metric.SentBack;
import dandori.policy.Placement;
import dandori.policy.ShapedPlacement;
import dandori.policy.Verdict;
import dandori.state.NodePool;
import dandori.state.Places;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The resource groups of a pool in a run: who belongs to which, when each is open, and which nodes
 * its jobs may have.
 */
final class Groups implements Places {

    private final PoolRun pool;
    private final Ledger ledger;
    private final Placement placement;
    private final NodePool allFree;
    private final List<Partition> partitions;
    private final List<Openings> openings = new ArrayList<>();
    private final boolean hasExclusive;
    private final Bookings bookings;
    private final Map<NodeSet, View> views = new LinkedHashMap<>();
    private final List<NodeSet> supposed = new ArrayList<>(); // in turn: nodes
    private final List<Boolean> supposedFree = new ArrayList<>(); // and whether they were freed

    Groups(
            PoolRun pool,
            Ledger ledger,
            Placement placement,
            NodePool allFree,
            ZonedDateTime origin,
            Bookings bookings) {
        this.pool = pool;
        this.bookings = bookings;
        this.ledger = ledger;
        this.placement = placement;
        this.allFree = allFree;
        partitions = partitions(pool.pool());
        for (Partition partition : partitions) {
            openings.add(new Openings(partition.calendar(), origin));
        }
        hasExclusive = partitions.stream().anyMatch(one -> one.calendar().isExclusive());
    }

    /** Those of the pool; where it has none, one that has all its nodes. */
    static List<Partition> partitions(Pool pool) {
        if (!pool.partitions().isEmpty()) {
            return pool.partitions();
        }
        NodeSet all = NodeSet.range(pool.firstNode(), pool.firstNode() + pool.nodes() - 1);
        return List.of(
                new Partition(
                        pool.name(),
                        all,
                        1,
                        pool.nodes(),
                        Long.MAX_VALUE,
                        Set.of(),
                        0,
                        Calendar.ALWAYS,
                        Tenure.WHOLE));
    }

    /**
     * The first group, by name if one is given, that takes a job of such a size; -1 if none does.
     */
    int find(int job, String name) {
        for (int group = 0; group < partitions.size(); group++) {
            Partition partition = partitions.get(group);
            if (isAsked(partition, name) && refusal(partition, job) == Cause.NONE) {
                return group;
            }
        }
        return -1;
    }

    /** Whether a job that names a group, or none (the empty name), may go there. */
    private static boolean isAsked(Partition partition, String name) {
        return name.isEmpty()
                ? !partition.isByName() && partition.tenure().guaranteedMillis() == Long.MAX_VALUE
                : partition.name().equals(name);
    }

    /** Why no group takes a job: of their reasons, that of the one which comes nearest to it. */
    Cause whyNone(int job, String name) {
        Cause nearest = Cause.GROUP_NAME;
        for (Partition partition : partitions) {
            if (isAsked(partition, name)) {
                Cause why = refusal(partition, job);
                nearest = why.compareTo(nearest) > 0 ? why : nearest;
            }
        }
        return nearest;
    }

    boolean has(String name) {
        return partitions.stream().anyMatch(partition -> partition.name().equals(name));
    }

    /**
     * Why a group does not take a job, of size, time and shape the first that is not to its liking.
     */
    private Cause refusal(Partition partition, int job) {
        int nodes = pool.jobs().nodes(job);
        int most = Math.min(partition.maxNodes(), partition.nodes().size());
        if (nodes < partition.minNodes() || nodes > most) {
            return Cause.GROUP_NODES;
        }
        if (pool.jobs().walltimeMillis(job) > partition.maxWalltimeMillis()) {
            return Cause.GROUP_WALLTIME;
        }
        Shape shape = pool.jobs().request(job).shape();
        boolean isLiked =
                shape == null
                        || partition.shapes().isEmpty()
                        || partition.shapes().contains(shape.mode());
        return isLiked ? Cause.NONE : Cause.GROUP_SHAPE;
    }

    /** Why a job can never start: it has no group, or one without room for it once all is free. */
    Cause whyNever(int job) {
        if (ledger.group(job) == Ledger.NO_GROUP) {
            return ledger.cause(job);
        }
        boolean hasRoom = pool.nodesNeeded(job) <= partition(job).nodes().size();
        return hasRoom ? Cause.NONE : Cause.NO_ROOM;
    }

    Partition partition(int job) {
        return partitions.get(ledger.group(job));
    }

    /** Whether a job's group lets it start now. */
    Verdict admit(int job) {
        boolean isOpen = openings.get(ledger.group(job)).admitsStart(pool.nowMillis());
        return isOpen ? Verdict.ELIGIBLE : Verdict.WINDOW;
    }

    /** Ends jobs in the way of groups that have nodes to themselves from this instant on. */
    void clearOpenings() {
        for (int group = 0; group < partitions.size(); group++) {
            Calendar calendar = partitions.get(group).calendar();
            if (calendar.isExclusive()
                    && calendar.onBegin() != Calendar.OnBegin.DRAIN
                    && openings.get(group).beginsAt(pool.nowMillis())) {
                clear(group);
            }
        }
    }

    private void clear(int opening) {
        NodeSet nodes = partitions.get(opening).nodes();
        Calendar.OnBegin onBegin = partitions.get(opening).calendar().onBegin();
        List<Integer> inTheWay = new ArrayList<>();
        for (int place = 0; place < pool.running.size(); place++) {
            int job = pool.running.job(place);
            NodeSet held = Objects.requireNonNull(pool.nodeSet(job));
            if (ledger.group(job) != opening && held.and(nodes).size() > 0) {
                inTheWay.add(job);
            }
        }
        inTheWay.sort(Comparator.comparingLong(pool.jobs::sequence));
        for (int job : inTheWay) {
            if (onBegin == Calendar.OnBegin.REQUEUE) {
                pool.requeue(job, SentBack.WINDOW);
            } else {
                pool.endForAnother(job, SentBack.WINDOW);
            }
        }
    }

    /** The next instant after the given one at which any group opens, closes or starts no more. */
    long nextTurnMillis(long afterMillis) {
        long next = Long.MAX_VALUE;
        for (Openings one : openings) {
            next = Math.min(next, one.nextChangeMillis(afterMillis));
        }
        return Math.min(next, bookings.nextChangeMillis(afterMillis));
    }

    @Override
    public long nextChangeMillis(int job, long afterMillis) {
        int own = ledger.group(job);
        long next = openings.get(own).nextOpeningMillis(afterMillis);
        for (int group = 0; hasExclusive && group < partitions.size(); group++) {
            if (group != own && partitions.get(group).calendar().isExclusive()) {
                next = Math.min(next, openings.get(group).nextClosingMillis(afterMillis));
            }
        }
        return Math.min(next, bookings.nextRelieveMillis(job, afterMillis));
    }

    @Override
    public long lengthMillis(int job, int other) {
        return pool.lengthMillis(job, other);
    }

    @Override
    public NodeSet allowed(int job, long startMillis) {
        NodeSet mask = ofGroup(job, startMillis);
        if (bookings.isEmpty() || mask.size() == 0) {
            return mask;
        }
        long end = startMillis + Math.max(1, pool.surelyMillis(job));
        return bookings.open(mask, job, startMillis, end);
    }

    /** Those that it may have but for reservations. */
    NodeSet ofGroup(int job, long startMillis) {
        int own = ledger.group(job);
        if (!openings.get(own).admitsStart(startMillis)) {
            return NodeSet.EMPTY;
        }
        NodeSet mask = partitions.get(own).nodes();
        if (!hasExclusive) {
            return mask;
        }
        long end = startMillis + Math.max(1, pool.surelyMillis(job));
        for (int group = 0; group < partitions.size(); group++) {
            Partition other = partitions.get(group);
            if (group != own
                    && other.calendar().isExclusive()
                    && openings.get(group).overlap(startMillis, end)) {
                mask = mask.minus(other.nodes());
            }
        }
        return mask;
    }

    /**
     * The name of the reservation that a job waits for which would have enough nodes without any:
     * the first without which it would, else the first that keeps free nodes from it.
     */
    String inTheWay(int job, Predicate<NodeSet> isEnough, NodeSet allowed) {
        NodeSet unreserved = ofGroup(job, pool.nowMillis());
        long end = pool.nowMillis() + Math.max(1, pool.surelyMillis(job));
        String first = "";
        for (Booking one : bookings.all()) {
            if (!one.isFor(job) && one.keepsOut(pool.nowMillis(), end)) {
                NodeSet others = bookings.openBut(one, unreserved, job, pool.nowMillis(), end);
                if (isEnough.test(others)) {
                    return one.reservation().name();
                }
                NodeSet kept = one.nodes().and(unreserved).minus(allowed);
                boolean isFirst = first.isEmpty() && freeNow(kept).size() > 0;
                first = isFirst ? one.reservation().name() : first;
            }
        }
        return first;
    }

    @Override
    public boolean shapeDecides(int job) {
        return pool.placement.shapeDecides(job, pool.jobs());
    }

    @Override
    public NodeSet freeNow(NodeSet nodes) {
        return allFree.freeAmong(nodes);
    }

    @Override
    public int freeNodes(NodeSet allowed) {
        return view(allowed).free.freeCount();
    }

    @Override
    public NodeSet firstFree(NodeSet allowed, int nodes) {
        return view(allowed).free.firstFree(nodes);
    }

    @Override
    public @Nullable NodeSet place(int job, NodeSet allowed) {
        View view = view(allowed);
        return pool.nodesNeeded(job) <= view.free.freeCount() ? pool.placeIn(view, job) : null;
    }

    /**
     * What the placement gives to a job that starts now: nodes that are kept for it, if they do.
     */
    @Nullable NodeSet placeNow(int job) {
        NodeSet allowed = allowed(job, pool.nowMillis());
        NodeSet kept =
                bookings.isEmpty()
                        ? NodeSet.EMPTY
                        : bookings.keptFor(job, pool.nowMillis()).and(allowed);
        NodeSet set = kept.size() == 0 ? null : place(job, kept);
        return set == null ? place(job, allowed) : set;
    }

    Bookings bookings() {
        return bookings;
    }

    /** A number for all jobs that may have the same nodes. */
    int kind(int job) {
        return ledger.group(job) + partitions.size() * bookings.rights(job);
    }

    /** Whether a job would fit among the free nodes allowed. */
    boolean fits(int job, NodeSet allowed) {
        View view = view(allowed);
        return view.placement instanceof ShapedPlacement shaped
                ? shaped.fits(shaped.form(job, pool.jobs()))
                : pool.nodesNeeded(job) <= view.free.freeCount();
    }

    /** Whether nodes are kept at times, for a group or by a reservation. */
    boolean keepsNodes() {
        return hasExclusive || !bookings.isEmpty();
    }

    @Override
    public void suppose(NodeSet nodes, boolean free) {
        supposed.add(nodes);
        supposedFree.add(free);
    }

    @Override
    public void forget() {
        for (View view : views.values()) {
            for (int i = view.supposed - 1; i >= 0; i--) {
                view.change(supposed.get(i), !supposedFree.get(i));
            }
            view.supposed = 0;
        }
        supposed.clear();
        supposedFree.clear();
    }

    /** Follows a change of the whole pool, while nothing is supposed. */
    void change(NodeSet nodes, boolean free) {
        for (View view : views.values()) {
            view.change(nodes, free);
        }
    }

    /** A view, with all that is supposed; others need not hear of that. */
    private View view(NodeSet allowed) {
        View view = views.get(allowed);
        if (view == null) {
            view = new View(allowed, allFree, placement, ledger, pool.machine(), pool.pool());
            views.put(allowed, view);
        }
        for (; view.supposed < supposed.size(); view.supposed++) {
            view.change(supposed.get(view.supposed), supposedFree.get(view.supposed));
        }
        return view;
    }
}
