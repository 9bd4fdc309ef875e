package dandori.sim;

import dandori.machine.Machine;
import dandori.network.LinkSeries;
import dandori.network.NetworkModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Has what links carry written down, at the last instant of each step from the first message on.
 */
final class LinkWatch {

    private final long stepMillis; // at first
    private final List<NetworkModel> models = new ArrayList<>();
    private final List<LinkSeries> series = new ArrayList<>();
    private boolean isSame; // as when it was looked at last
    private boolean hasBegun; // whether any job has sent anything

    LinkWatch(long stepMillis) {
        this.stepMillis = stepMillis;
    }

    /** Takes in a machine, unless nothing is ever in the way on it. */
    void add(Machine machine, NetworkModel ofRun) {
        if (machine.interconnect().linkCount() > 0) {
            models.add(ofRun);
            series.add(new LinkSeries(machine, stepMillis));
        }
    }

    /** Takes note that jobs have started or ended. */
    void changed() {
        hasBegun = true;
        isSame = false;
    }

    /** Takes note that nothing more happens at an instant. */
    void passed(long millis, long nextMillis) {
        if (hasBegun && !series.isEmpty() && series.get(0).isLastOfStep(millis, nextMillis)) {
            sample(millis);
        }
    }

    /** The series, up to and with the last instant. */
    List<LinkSeries> end(long lastMillis) {
        if (lastMillis > Long.MIN_VALUE) {
            sample(lastMillis);
        }
        return List.copyOf(series);
    }

    private void sample(long millis) {
        for (int i = 0; i < models.size(); i++) {
            series.get(i).sample(millis, models.get(i), isSame);
        }
        isSame = true;
    }
}
