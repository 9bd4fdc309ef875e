package dandori.sim;

import dandori.machine.Machine;
import dandori.machine.Opening;
import dandori.machine.Outage;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Reservation;
import dandori.machine.Slowdown;
import dandori.metric.EventBook;
import dandori.metric.EventKind;
import dandori.metric.Window;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was planned for the span of a run, as events: openings of resource groups, outages,
 * reservations and caps on power. What was on already when the run began has begun before it.
 */
final class PlannedEvents {

    private final Window window;
    private final Map<Plan, Integer> nodes = new LinkedHashMap<>(); // that each is of

    /** What begins and ends together on a machine, for one reason. */
    private record Plan(
            String machine,
            long fromMillis,
            long toMillis,
            String name,
            boolean isCap,
            String detail) {}

    private record End(Plan plan, boolean isBegin) {

        long atMillis() {
            return isBegin ? plan.fromMillis : plan.toMillis;
        }
    }

    /**
     * Nothing yet.
     *
     * @param window from the first submission to the last instant of the run
     */
    PlannedEvents(Window window) {
        this.window = window;
    }

    /** Takes in the openings of the resource groups of a machine. */
    void addOpenings(Machine machine, ZonedDateTime origin) {
        for (Pool pool : machine.pools()) {
            for (Partition group : pool.partitions()) {
                for (Opening one :
                        group.calendar()
                                .openings(origin, window.fromMillis(), window.toMillis() + 1)) {
                    add(window(machine, one, group.name(), "group"), group.nodes().size(), machine);
                }
            }
        }
    }

    private static Plan window(Machine machine, Opening span, String name, String detail) {
        return new Plan(machine.name(), span.fromMillis(), span.toMillis(), name, false, detail);
    }

    /** Takes in what an outage takes of a machine. */
    void add(Machine machine, Outage one) {
        String detail =
                switch (one.loss()) {
                    case SERVICE -> "maintenance";
                    case OFF -> "off";
                    case IDLE -> "idle";
                };
        Plan plan =
                new Plan(
                        machine.name(),
                        one.fromMillis(),
                        one.toMillis(),
                        one.name(),
                        one.isOfPower(),
                        detail);
        for (Pool pool : machine.pools()) {
            if (one.reaches(machine, pool)) {
                add(plan, Math.min(one.nodes(), pool.nodes()), machine);
            }
        }
    }

    /** Takes in a lower clock of a machine. */
    void add(Machine machine, Slowdown one) {
        String detail = "speed " + one.speed();
        Plan plan =
                new Plan(
                        machine.name(), one.fromMillis(), one.toMillis(), one.name(), true, detail);
        add(plan, machine.nodes(), machine);
    }

    /** Takes in a reservation of nodes of a machine. */
    void add(Machine machine, Reservation one) {
        for (Opening span : one.spans()) {
            add(window(machine, span, one.name(), "reservation"), one.nodes().size(), machine);
        }
    }

    private void add(Plan plan, int more, Machine machine) {
        if (plan.fromMillis <= window.toMillis() && plan.toMillis > window.fromMillis()) {
            int all = machine.nodes(); // equal ones may take the same nodes
            nodes.merge(plan, more, (one, other) -> Math.min(all, one + other));
        }
    }

    /** All, in order of time; of one instant, ends come first. Cost: O(n log n). */
    EventBook book() {
        List<End> ends = new ArrayList<>();
        for (Plan plan : nodes.keySet()) {
            ends.add(new End(plan, true));
            if (plan.toMillis <= window.toMillis()) {
                ends.add(new End(plan, false));
            }
        }
        ends.sort(Comparator.comparingLong(End::atMillis).thenComparing(End::isBegin));
        EventBook book = new EventBook();
        for (End end : ends) {
            Plan plan = end.plan;
            EventKind kind =
                    plan.isCap
                            ? EventKind.CAP
                            : end.isBegin ? EventKind.WINDOW_OPEN : EventKind.WINDOW_CLOSE;
            int count = plan.isCap && !end.isBegin ? 0 : Objects.requireNonNull(nodes.get(plan));
            book.ofPlan(end.atMillis(), kind, plan.machine, plan.name, count, plan.detail);
        }
        return book;
    }
}
