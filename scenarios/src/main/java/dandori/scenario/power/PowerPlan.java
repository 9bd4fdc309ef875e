package dandori.scenario.power;

import dandori.machine.Machine;
import dandori.machine.NodePower;
import dandori.machine.Outage;
import dandori.machine.Pool;
import dandori.machine.Slowdown;
import dandori.scenario.key.Times;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The power of a machine, as a scenario has it.
 *
 * @param power what a node draws; null where nobody says
 * @param clocks lower clocks that its nodes have, the fastest first
 * @param caps caps on its power, in the order of the file
 */
public record PowerPlan(@Nullable NodePower power, List<Clock> clocks, List<PowerCap> caps) {

    /** Keeps the lists. */
    public PowerPlan {
        clocks = List.copyOf(clocks);
        caps = List.copyOf(caps);
    }

    /** Whether any cap lowers the clock. */
    public boolean slows() {
        return caps.stream().anyMatch(cap -> cap.by() == PowerCap.By.SLOWER);
    }

    /**
     * The nodes that caps keep from working in a run, pool by pool: each pool gets its share of
     * what may be drawn.
     */
    public List<Outage> outages(Machine machine, @Nullable ZonedDateTime origin) {
        List<Outage> outages = new ArrayList<>();
        for (PowerCap cap : caps) {
            for (Times.Span span : cap.times().spans(origin)) {
                for (Pool pool : machine.pools()) {
                    int away = pool.nodes() - nodesWithin(cap, pool.nodes());
                    if (away > 0) {
                        boolean isOff = cap.by() == PowerCap.By.OFF;
                        outages.add(
                                new Outage(span.fromMillis(), span.toMillis(), away)
                                        .of(machine.name())
                                        .in(pool.name())
                                        .called(cap.name())
                                        .onBegin(cap.onBegin())
                                        .because(isOff ? Outage.Loss.OFF : Outage.Loss.IDLE));
                    }
                }
            }
        }
        return outages;
    }

    /** How many of a pool's nodes may work at once. */
    private int nodesWithin(PowerCap cap, int nodes) {
        NodePower full = power;
        if (cap.by() == PowerCap.By.OFF || full == null) {
            return NodePower.onWithin(cap.share(), nodes);
        }
        Clock clock = clock(cap);
        if (clock == null) {
            return full.busyWithin(cap.share(), nodes);
        }
        return mayAllBeBusy(clock, cap, full)
                ? nodes
                : new NodePower(clock.busyWatts(), full.idleWatts(), 1)
                        .busyWithin(cap.share() * full.busyWatts() / clock.busyWatts(), nodes);
    }

    /** The lower clocks that a run is to have. */
    public List<Slowdown> slowdowns(Machine machine, @Nullable ZonedDateTime origin) {
        List<Slowdown> slowdowns = new ArrayList<>();
        for (PowerCap cap : caps) {
            Clock clock = clock(cap);
            if (clock != null) {
                for (Times.Span span : cap.times().spans(origin)) {
                    slowdowns.add(
                            new Slowdown(
                                    span.fromMillis(),
                                    span.toMillis(),
                                    machine.name(),
                                    clock.speed(),
                                    clock.busyWatts(),
                                    cap.name()));
                }
            }
        }
        return slowdowns;
    }

    /** The fastest clock at which all nodes may be busy, else the slowest; null for full speed. */
    private @Nullable Clock clock(PowerCap cap) {
        NodePower full = power;
        if (cap.by() != PowerCap.By.SLOWER || full == null || cap.share() >= 1) {
            return null;
        }
        for (Clock clock : clocks) {
            if (mayAllBeBusy(clock, cap, full)) {
                return clock;
            }
        }
        return clocks.get(clocks.size() - 1);
    }

    private static boolean mayAllBeBusy(Clock clock, PowerCap cap, NodePower full) {
        return clock.busyWatts() <= cap.share() * full.busyWatts() * (1 + 1e-12);
    }
}
