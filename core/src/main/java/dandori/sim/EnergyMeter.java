package dandori.sim;

import dandori.engine.Durations;
import dandori.machine.NodePower;
import dandori.machine.Slowdown;
import dandori.metric.Energy;
import dandori.metric.Observer;
import dandori.metric.Series;
import dandori.metric.Window;
import dandori.state.Situation;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the nodes of a pool draw. Between two passes nobody starts or ends, so that only
 * planned outages and the clock change it; nodes that are switched off, out of service or down draw
 * nothing. Cost: O(1) a pass, and O(changes of capacity and clock).
 */
final class EnergyMeter implements Observer {

    private final PoolRun pool;
    private final NodePower power;
    private final AwayNodes away;
    private final Window window;
    private final @Nullable Series series; // told of what is drawn; null where none is kept
    private long toldMillis = Long.MIN_VALUE; // the series knows of all changes before
    private long sinceMillis;
    private int busy; // since then
    private int down;
    private double wattMillis;
    private double idleWattMillis; // of these, of idle nodes
    private double savedWattMillis;
    private double mostWatts;
    private final @Nullable LongSupplier lastSubmission; // null where the window's end is known
    private Sums untilThen = new Sums(0, 0, 0, 0, 0); // until the last submission so far
    private long untilThenMillis = Long.MAX_VALUE; // when that was

    private record Sums(
            long sinceMillis, double watt, double idleWatt, double savedWatt, double most) {}

    /**
     * A meter.
     *
     * @param series what is drawn over time is told to it; null if nobody asks
     * @param lastSubmission when the last submission so far was, where the window ends with the
     *     last and only the run shows when that is; else null
     */
    EnergyMeter(
            PoolRun pool,
            NodePower power,
            Window window,
            @Nullable Series series,
            @Nullable LongSupplier lastSubmission) {
        this.series = series;
        this.lastSubmission = lastSubmission;
        this.pool = pool;
        this.power = power;
        this.window = window;
        away = pool.capacity.away();
        sinceMillis = window.fromMillis();
    }

    @Override
    public void passEnded(Situation now) {
        keepUntilThen(now.nowMillis());
        advance(now.nowMillis());
        tellChanges(now.nowMillis());
        int inService = pool.nodesInService();
        busy = inService - pool.freeNodes();
        down = Math.max(0, pool.pool().nodes() - away.gone(now.nowMillis()) - inService);
        tell(now.nowMillis());
    }

    /** Tells what changed between two passes: the clock, or why nodes are away. */
    private void tellChanges(long endMillis) {
        if (series == null) {
            return;
        }
        long at = nextChangeMillis(toldMillis);
        for (; at < endMillis; at = nextChangeMillis(at)) {
            tell(at);
        }
        toldMillis = endMillis;
    }

    private void tell(long millis) {
        if (series != null) {
            Tempo tempo = pool.tempo;
            double watts = idleWatts(millis) + busyWatts(tempo == null ? null : tempo.at(millis));
            series.draws(millis, watts * power.siteFactor() / 1000);
        }
    }

    private long nextChangeMillis(long afterMillis) {
        Tempo tempo = pool.tempo;
        long next = away.nextChangeMillis(afterMillis);
        return tempo == null ? next : Math.min(next, tempo.nextChangeMillis(afterMillis));
    }

    private double idleWatts(long millis) {
        int on = pool.pool().nodes() - away.outOfService(millis) - away.off(millis) - down;
        return Math.max(0, on - busy) * power.idleWatts();
    }

    private double busyWatts(@Nullable Slowdown slow) {
        return busy * (slow == null ? power.busyWatts() : slow.busyWatts());
    }

    private void keepUntilThen(long nowMillis) {
        if (lastSubmission != null) {
            long then = lastSubmission.getAsLong();
            if (nowMillis > then && then != untilThenMillis) {
                Sums before = sums();
                advance(then);
                untilThen = sums();
                untilThenMillis = then;
                take(before); // as if nobody had looked
            }
        }
    }

    private Sums sums() {
        return new Sums(sinceMillis, wattMillis, idleWattMillis, savedWattMillis, mostWatts);
    }

    private void take(Sums sums) {
        sinceMillis = sums.sinceMillis;
        wattMillis = sums.watt;
        idleWattMillis = sums.idleWatt;
        savedWattMillis = sums.savedWatt;
        mostWatts = sums.most;
    }

    private void advance(long toMillis) {
        long last = Math.min(toMillis, window.toMillis());
        while (sinceMillis < last) {
            long next = Math.min(last, nextChangeMillis(sinceMillis));
            Tempo tempo = pool.tempo;
            add(next - sinceMillis, tempo == null ? null : tempo.at(sinceMillis));
            sinceMillis = next;
        }
    }

    private void add(long millis, @Nullable Slowdown slow) {
        int off = away.off(sinceMillis);
        double idleWatts = idleWatts(sinceMillis);
        double busyWatts = busyWatts(slow);
        mostWatts = Math.max(mostWatts, busyWatts + idleWatts);
        wattMillis += millis * (busyWatts + idleWatts);
        idleWattMillis += millis * idleWatts;
        savedWattMillis += millis * off * power.idleWatts();
        if (slow != null) {
            double instead =
                    slow.speed() * power.busyWatts() + (1 - slow.speed()) * power.idleWatts();
            savedWattMillis += millis * (busy * instead - busyWatts);
        }
    }

    /** What it came to in the window, which is now known to end so. */
    Energy energy(Window settled) {
        if (settled.toMillis() == untilThenMillis) {
            take(untilThen);
        }
        advance(settled.toMillis());
        tellChanges(settled.toMillis());
        double toKilowattHours = power.siteFactor() / 1000 / Durations.HOUR_MILLIS;
        return new Energy(
                wattMillis * toKilowattHours,
                idleWattMillis * toKilowattHours,
                savedWattMillis * toKilowattHours,
                mostWatts * power.siteFactor() / 1000);
    }
}
