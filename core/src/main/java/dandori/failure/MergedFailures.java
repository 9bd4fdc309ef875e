package dandori.failure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The failures of several hazards in order of time; those of one instant by cause, then by their
 * first node, then by the order of the hazards. O(k) a failure of k hazards.
 */
final class MergedFailures implements Failures {

    private static final Comparator<Failure> ORDER =
            Comparator.comparing(Failure::cause)
                    .thenComparingInt(failure -> failure.nodes().first(0));

    private final List<Failures> sources;
    private final List<Failure> instant = new ArrayList<>(); // all of the next instant
    private int taken;
    private long atMillis;

    MergedFailures(List<Failures> sources) {
        this.sources = List.copyOf(sources);
        gather();
    }

    private void gather() {
        instant.clear();
        taken = 0;
        atMillis = Long.MAX_VALUE;
        for (Failures source : sources) {
            atMillis = Math.min(atMillis, source.nextAtMillis());
        }
        if (atMillis == Long.MAX_VALUE) {
            return;
        }
        for (Failures source : sources) {
            while (source.nextAtMillis() == atMillis) {
                instant.add(source.next());
            }
        }
        instant.sort(ORDER);
    }

    @Override
    public long nextAtMillis() {
        return atMillis;
    }

    @Override
    public Failure next() {
        Failure failure = instant.get(taken++);
        if (taken == instant.size()) {
            gather();
        }
        return failure;
    }
}
