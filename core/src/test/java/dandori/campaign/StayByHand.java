package dandori.campaign;

import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A piece on its nodes, walked through by the rules as they are written. */
final class StayByHand {

    private final Venue venue;
    private final long limitMillis;
    private final TreeSet<Integer> computing = new TreeSet<>();
    private final TreeSet<Integer> standingBy = new TreeSet<>();
    final Map<Use, Long> timeMillis = new EnumMap<>(Use.class);
    long steps; // that count
    int failures;
    boolean isGone;
    long endMillis; // as it would be by itself
    long owedMillis; // of writing what was kept when a piece gave way
    private SteppedStretch walk;
    private boolean isInVain;

    /** Walks until the end, or the instant at which the run ended while it ran. */
    StayByHand(Venue venue, Stayed met, long stepsLeft, long owed, long endOfRunMillis) {
        this.venue = venue;
        owedMillis = owed;
        limitMillis = met.startMillis + venue.pieceMillis() - venue.marginMillis();
        List<Integer> all = new ArrayList<>();
        for (int node = 0; node < 200; node++) {
            if (met.nodes.contains(node)) {
                all.add(node);
            }
        }
        computing.addAll(all.subList(0, venue.nodes()));
        standingBy.addAll(all.subList(venue.nodes(), all.size()));
        walk = plan(stepsLeft, met.startMillis);
        long now = met.startMillis;
        for (int next = 0; ; ) {
            if (walk.isDone() || isInVain && now == limitMillis) {
                break;
            }
            for (; next < met.told.size() && met.told.get(next).atMillis() == now; next++) {
                tell(met.told.get(next), stepsLeft, now);
            }
            if (isGone || now == met.endMillis || now == endOfRunMillis) {
                break;
            }
            walk.walk();
            now++;
        }
        endMillis = now;
        if (!isGone) {
            boolean isCut = met.endMillis > endOfRunMillis && !walk.isDone();
            Spent kept = walk.brokenOff();
            Spent told = walk.handedOver(stepsLeft - steps - 1);
            add(isCut ? walk.soFar() : met.isTold ? told : kept);
            if (met.isTold && told.steps() > kept.steps()) {
                owedMillis += venue.checkpointMillis();
            }
        }
    }

    private void tell(Stayed.Told told, long stepsLeft, long now) {
        TreeSet<Integer> nodes = new TreeSet<>();
        for (int node = 0; node < 200; node++) {
            if (told.nodes().contains(node)) {
                nodes.add(node);
            }
        }
        if (told.isBack()) {
            standingBy.addAll(nodes);
            return;
        }
        standingBy.removeAll(nodes);
        boolean isBroken = computing.removeAll(nodes) || nodes.isEmpty();
        if (!isBroken || isGone) {
            return;
        }
        failures++;
        add(walk.brokenOff());
        while (computing.size() < venue.nodes() && !standingBy.isEmpty()) {
            computing.add(standingBy.pollFirst());
        }
        isGone = computing.size() < venue.nodes();
        if (!isGone) {
            walk = plan(stepsLeft - steps, now);
            isGone = isInVain;
        }
    }

    /** What was owed is written before anything is loaded. */
    private void add(Spent spent) {
        long written = Math.min(owedMillis, spent.restartMillis());
        owedMillis -= written;
        for (Use use : Use.values()) {
            timeMillis.merge(use, spent.millis(use), Long::sum);
        }
        timeMillis.merge(Use.CHECKPOINT, written, Long::sum);
        timeMillis.merge(Use.RESTART, -written, Long::sum);
        steps += spent.steps();
    }

    /** As many steps as fit: the longest plan that is done in time when it is walked. */
    private SteppedStretch plan(long stepsLeft, long now) {
        BitSet bits = new BitSet();
        computing.forEach(bits::set);
        double step = venue.speed().stepMillis(NodeSet.of(bits));
        isInVain = true;
        for (long some = stepsLeft; some > 0; some--) {
            SteppedStretch walked = stretch(step, some);
            while (!walked.isDone() && now + walked.millis() <= limitMillis) {
                walked.walk();
            }
            if (now + walked.millis() <= limitMillis) {
                isInVain = false;
                return stretch(step, some);
            }
        }
        return stretch(step, stepsLeft);
    }

    private SteppedStretch stretch(double step, long some) {
        long interval = Math.max(1, Math.round(venue.intervalMillis() / step));
        return new SteppedStretch(
                new Stretch(
                        venue.restartMillis() + owedMillis,
                        step,
                        venue.speed().bestStepMillis(),
                        venue.checkpointMillis(),
                        interval,
                        some));
    }
}
