package dandori.campaign;

import dandori.failure.Breakage;
import dandori.failure.Execution;
import dandori.failure.Failure;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * The plainest loop that keeps the contracts: whoever waits starts, in order, where it fits, on the
 * first nodes that are free.
 */
final class Loop {

    /** Ends a running piece from outside: it waits again with its row, or it is gone. */
    record Interruption(long atMillis, int which, boolean isRequeued) {}

    private record Repair(long atMillis, NodeSet nodes) {}

    private final CampaignSource source;
    private final Jobs jobs;
    private final boolean hasPlaces;
    private final BitSet free = new BitSet(); // and up
    private final BitSet down = new BitSet();
    private int freeCount;
    private final TreeMap<Integer, Stayed> running = new TreeMap<>();
    private final List<Integer> queue = new ArrayList<>();
    private final PriorityQueue<Failure> failures =
            new PriorityQueue<>((a, b) -> Long.compare(a.atMillis(), b.atMillis()));
    private final PriorityQueue<Interruption> interruptions =
            new PriorityQueue<>((a, b) -> Long.compare(a.atMillis(), b.atMillis()));
    private final PriorityQueue<Repair> repairs =
            new PriorityQueue<>((a, b) -> Long.compare(a.atMillis(), b.atMillis()));
    private final List<Stayed> stays = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private long nowMillis;

    Loop(CampaignSource source, int nodes, boolean hasPlaces) {
        this.source = source;
        this.hasPlaces = hasPlaces;
        jobs = source.jobs();
        free.set(0, nodes);
        freeCount = nodes;
    }

    Loop fails(long atMillis, Breakage cause, NodeSet nodes, long repairMillis) {
        failures.add(new Failure(atMillis, cause, nodes, repairMillis));
        return this;
    }

    Loop interrupts(Interruption interruption) {
        interruptions.add(interruption);
        return this;
    }

    List<Stayed> stays() {
        return stays;
    }

    String log() {
        return String.join(" | ", log);
    }

    /** Runs up to an instant, it included, or until nothing is left to do; says when that was. */
    long run(long horizonMillis) {
        while (true) {
            long at = nextMillis();
            boolean isIdle =
                    running.isEmpty()
                            && queue.isEmpty()
                            && source.nextSubmitMillis() == Long.MAX_VALUE;
            if (isIdle || at > horizonMillis) {
                return isIdle ? nowMillis : horizonMillis;
            }
            if (at < nowMillis) {
                throw new IllegalStateException("Back to " + at + " from " + nowMillis);
            }
            nowMillis = at;
            for (Stayed one : List.copyOf(running.values())) {
                if (one.plannedEndMillis == at) {
                    leave(one, "");
                }
            }
            while (!failures.isEmpty() && failures.peek().atMillis() == at) {
                fail(failures.remove());
            }
            while (!interruptions.isEmpty() && interruptions.peek().atMillis() == at) {
                interrupt(interruptions.remove());
            }
            while (!repairs.isEmpty() && repairs.peek().atMillis() == at) {
                repair(repairs.remove().nodes());
            }
            while (source.nextSubmitMillis() == at) {
                queue.add(source.next());
            }
            pass();
        }
    }

    private long nextMillis() {
        long at = source.nextSubmitMillis();
        for (Stayed one : running.values()) {
            at = Math.min(at, one.plannedEndMillis);
        }
        at = failures.isEmpty() ? at : Math.min(at, failures.peek().atMillis());
        at = repairs.isEmpty() ? at : Math.min(at, repairs.peek().atMillis());
        return interruptions.isEmpty() ? at : Math.min(at, interruptions.peek().atMillis());
    }

    private void pass() {
        for (int job : List.copyOf(queue)) {
            if (source.isWithdrawn(job) && source.isHeld(job)) {
                queue.removeIf(row -> row == job);
                source.jobLeft(job, JobState.CANCELLED, nowMillis);
            } else if (!source.isHeld(job) && jobs.nodes(job) <= freeCount) {
                queue.removeIf(row -> row == job);
                start(job);
            }
        }
    }

    private void start(int job) {
        int count = jobs.nodes(job);
        BitSet taken = new BitSet();
        for (int node = free.nextSetBit(0); hasPlaces && taken.cardinality() < count; ) {
            taken.set(node);
            node = free.nextSetBit(node + 1);
        }
        free.andNot(taken);
        freeCount -= count;
        Stayed one = new Stayed(job, NodeSet.of(taken), count, nowMillis);
        long millis =
                source.executes(job)
                        ? source.begin(job, one.nodes, nowMillis)
                        : Math.min(source.runMillis(job), jobs.walltimeMillis(job));
        if (millis < 0 || millis > jobs.walltimeMillis(job)) {
            throw new IllegalStateException("Job " + job + " is to run for " + millis);
        }
        one.plannedEndMillis = nowMillis + millis;
        running.put(job, one);
        stays.add(one);
    }

    private void takeOff(Stayed one, String how) {
        running.remove(one.row);
        one.endMillis = nowMillis;
        one.uselessMillis = source.executes(one.row) ? source.end(one.row, nowMillis) : 0;
        for (int i = 0; i < one.nodes.intervalCount(); i++) {
            for (int node = one.nodes.first(i); node <= one.nodes.last(i); node++) {
                free.set(node, !down.get(node));
                freeCount += down.get(node) ? 0 : 1;
            }
        }
        freeCount += hasPlaces ? 0 : one.given;
        log.add(jobs.id(one.row) + " " + one.startMillis + "-" + nowMillis + how);
    }

    private void leave(Stayed one, String how) {
        takeOff(one, how);
        source.jobLeft(one.row, JobState.COMPLETED, nowMillis);
    }

    private void fail(Failure failure) {
        boolean isSoftware = failure.cause() == Breakage.SOFTWARE;
        BitSet lost = new BitSet();
        for (int node = 0;
                node <= failure.nodes().last(failure.nodes().intervalCount() - 1);
                node++) {
            boolean isHit = failure.nodes().contains(node) && (isSoftware || !down.get(node));
            lost.set(node, isHit);
        }
        NodeSet hit = NodeSet.of(lost);
        if (!isSoftware) {
            down.or(lost);
            BitSet idle = (BitSet) lost.clone();
            idle.and(free);
            freeCount -= idle.cardinality();
            free.andNot(lost);
            if (hit.size() > 0) {
                repairs.add(new Repair(nowMillis + failure.repairMillis(), hit));
            }
        }
        for (Stayed one : List.copyOf(running.values())) {
            NodeSet here = one.nodes.and(hit);
            if (here.size() > 0) {
                hit(one, isSoftware ? NodeSet.EMPTY : here);
            }
        }
    }

    private void hit(Stayed one, NodeSet lost) {
        one.told.add(new Stayed.Told(nowMillis, lost, false));
        long millis =
                source.executes(one.row) ? source.hit(one.row, lost, nowMillis) : Execution.GONE;
        if (millis == Execution.GONE) {
            leave(one, " gone");
        } else {
            one.plannedEndMillis = nowMillis + millis;
        }
    }

    private void interrupt(Interruption how) {
        List<Stayed> pieces =
                running.values().stream().filter(one -> source.executes(one.row)).toList();
        if (pieces.isEmpty()) {
            return;
        }
        Stayed one = pieces.get(how.which() % pieces.size());
        one.isInterrupted = true;
        if (how.isRequeued()) {
            takeOff(one, " requeued");
            queue.add(one.row);
        } else {
            leave(one, " killed");
        }
    }

    private void repair(NodeSet nodes) {
        for (Stayed one : running.values()) {
            NodeSet here = one.nodes.and(nodes);
            if (here.size() > 0 && source.executes(one.row)) {
                one.told.add(new Stayed.Told(nowMillis, here, true));
                source.repaired(one.row, here, nowMillis);
            }
        }
        for (int i = 0; i < nodes.intervalCount(); i++) {
            for (int node = nodes.first(i); node <= nodes.last(i); node++) {
                down.clear(node);
                int each = node;
                if (running.values().stream().noneMatch(one -> one.nodes.contains(each))) {
                    free.set(node);
                    freeCount++;
                }
            }
        }
    }
}
