package dandori.sim;

import dandori.engine.EventKind;
import dandori.engine.EventQueue;
import dandori.failure.Failure;
import dandori.failure.Failures;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What breaks in a run, and when it is repaired: one pending event a machine, and one for each
 * repair.
 *
 * <p>Cost: O(nodes hit + jobs hit) a failure, beside what the jobs cost that end.
 */
final class Breakdowns {

    private final EventQueue events;
    private final Function<Machine, Failures> source;
    private final OnFailure onFailure;
    private final Map<Machine, Integer> placeOf = new LinkedHashMap<>();
    private final List<Exposed> exposed = new ArrayList<>(); // by place
    private final List<Repair> repairs = new ArrayList<>(); // by number; numbers are used again
    private final Deque<Integer> unused = new ArrayDeque<>(); // numbers

    /** What breaks on a machine, and its pools, in order. */
    private record Exposed(Failures failures, List<Damage> pools) {}

    /** Nodes of a pool that are to come back. */
    private record Repair(Damage pool, NodeSet nodes) {}

    Breakdowns(EventQueue events, Function<Machine, Failures> source, OnFailure onFailure) {
        this.events = events;
        this.source = source;
        this.onFailure = onFailure;
    }

    OnFailure onFailure() {
        return onFailure;
    }

    /** Whether anything ever breaks on a machine. */
    boolean strikesAt(Machine machine) {
        return exposed.get(place(machine)).failures.nextAtMillis() < Long.MAX_VALUE;
    }

    /** Takes in a pool, in the order of pools; those of a machine share its failures. */
    Damage add(PoolRun pool) {
        Damage damage = new Damage(pool, this);
        exposed.get(place(pool.machine())).pools.add(damage);
        return damage;
    }

    /** The place of a machine among those that have been asked for. */
    private int place(Machine machine) {
        Integer known = placeOf.get(machine);
        if (known != null) {
            return known;
        }
        int place = exposed.size();
        placeOf.put(machine, place);
        exposed.add(new Exposed(source.apply(machine), new ArrayList<>()));
        await(place);
        return place;
    }

    private void await(int machine) {
        long next = exposed.get(machine).failures.nextAtMillis();
        if (next < Long.MAX_VALUE) {
            events.push(next, EventKind.NODE_FAILURE, machine, machine);
        }
    }

    /** The next failure of a machine happens. */
    void strike(int machine) {
        Failure failure = exposed.get(machine).failures.next();
        for (Damage pool : exposed.get(machine).pools) {
            pool.strike(failure);
        }
        await(machine);
    }

    /** Has nodes come back at an instant. */
    void repairAt(long millis, Damage pool, NodeSet nodes) {
        Repair repair = new Repair(pool, nodes);
        int number = unused.isEmpty() ? repairs.size() : unused.pop();
        if (number == repairs.size()) {
            repairs.add(repair);
        } else {
            repairs.set(number, repair);
        }
        events.push(millis, EventKind.NODE_REPAIR, nodes.first(0), number);
    }

    /** Nodes are as good as before. */
    void repair(int number) {
        unused.push(number);
        Repair done = repairs.get(number);
        done.pool.repair(done.nodes);
    }
}
