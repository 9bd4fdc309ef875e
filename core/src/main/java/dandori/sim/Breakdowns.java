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
    private final List<Failures> sources = new ArrayList<>(); // by machine, in order
    private final List<List<Damage>> damages = new ArrayList<>(); // the same order

    // Repairs under way, by number; numbers are used again.
    private final List<Damage> repairedPool = new ArrayList<>();
    private final List<NodeSet> repaired = new ArrayList<>();
    private final Deque<Integer> unused = new ArrayDeque<>();

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
        return sources.get(place(machine)).nextAtMillis() < Long.MAX_VALUE;
    }

    /** Takes in a pool, in the order of pools; those of a machine share its failures. */
    Damage add(PoolRun pool) {
        Damage damage = new Damage(pool, this);
        damages.get(place(pool.machine())).add(damage);
        return damage;
    }

    /** The place of a machine among those that have been asked for. */
    private int place(Machine machine) {
        Integer known = placeOf.get(machine);
        if (known != null) {
            return known;
        }
        placeOf.put(machine, sources.size());
        damages.add(new ArrayList<>());
        sources.add(source.apply(machine));
        await(sources.size() - 1);
        return sources.size() - 1;
    }

    private void await(int machine) {
        long next = sources.get(machine).nextAtMillis();
        if (next < Long.MAX_VALUE) {
            events.push(next, EventKind.NODE_FAILURE, machine, machine);
        }
    }

    /** The next failure of a machine happens. */
    void strike(int machine) {
        Failure failure = sources.get(machine).next();
        for (Damage pool : damages.get(machine)) {
            pool.strike(failure);
        }
        await(machine);
    }

    /** Has nodes come back at an instant. */
    void repairAt(long millis, Damage pool, NodeSet nodes) {
        int number = unused.isEmpty() ? repaired.size() : unused.pop();
        if (number == repaired.size()) {
            repaired.add(nodes);
            repairedPool.add(pool);
        } else {
            repaired.set(number, nodes);
            repairedPool.set(number, pool);
        }
        events.push(millis, EventKind.NODE_REPAIR, nodes.first(0), number);
    }

    /** Nodes are as good as before. */
    void repair(int number) {
        unused.push(number);
        repairedPool.get(number).repair(repaired.get(number));
    }
}
