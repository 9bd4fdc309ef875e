package dandori.network;

import dandori.interconnect.LinkGroup;
import dandori.interconnect.LinkGroups;
import dandori.machine.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the links of a machine carried over time, in groups: the state after the last instant of
 * each step.
 *
 * <p>There are at most {@link #MOST} samples: when there would be more, steps become twice as long.
 * Cost of a sample: one look at each link that carries anything. Memory: 20 bytes a group and
 * sample, 4 bytes a link. Not thread safe.
 */
public final class LinkSeries {

    /** How many samples there are at most. */
    public static final int MOST = 500;

    private final String machine;
    private final LinkGroups groups;
    private final double[] capacity; // bytes per second, by link
    private final List<Sample> samples = new ArrayList<>();
    private long stepMillis;

    /** By group: bytes per second, the utilization of its busiest link, contended links. */
    @SuppressWarnings("ArrayRecordComponent") // never changed, and never compared
    private record Sample(long atMillis, double[] load, double[] most, int[] contended) {}

    /**
     * A series without samples.
     *
     * @param stepMillis how long a step is at first; at least 1
     */
    public LinkSeries(Machine machine, long stepMillis) {
        this.machine = machine.name();
        this.groups = machine.interconnect().linkGroups();
        this.stepMillis = stepMillis;
        capacity = new double[machine.interconnect().linkCount()];
        Arrays.setAll(capacity, machine.interconnect()::bytesPerSecond);
    }

    /** Whether the state after an instant is to be kept, since the next is of another step. */
    public boolean isLastOfStep(long millis, long nextMillis) {
        return Math.floorDiv(millis, stepMillis) != Math.floorDiv(nextMillis, stepMillis);
    }

    /**
     * Keeps the state after an instant.
     *
     * @param isSame whether it is known to be that of the last sample
     */
    public void sample(long atMillis, NetworkModel model, boolean isSame) {
        Sample last = samples.isEmpty() ? null : samples.get(samples.size() - 1);
        if (isSame && last != null) {
            add(new Sample(atMillis, last.load, last.most, last.contended));
            return;
        }
        int count = groups.groups().size();
        Sample now = new Sample(atMillis, new double[count], new double[count], new int[count]);
        model.loads((link, bytesPerSecond, isContended) -> {
            int group = groups.groupOf(link);
            now.load[group] += bytesPerSecond;
            now.most[group] = Math.max(now.most[group], bytesPerSecond / capacity[link]);
            now.contended[group] += isContended ? 1 : 0;
        });
        add(now);
    }

    private void add(Sample sample) {
        while (samples.size() == MOST) {
            stepMillis *= 2;
            thin();
        }
        int last = samples.size() - 1;
        if (last >= 0 && !isLastOfStep(samples.get(last).atMillis, sample.atMillis)) {
            samples.remove(last); // kept when steps were shorter
        }
        samples.add(sample);
    }

    private void thin() {
        List<Sample> kept = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            boolean isLast = i + 1 == samples.size();
            if (isLast || isLastOfStep(samples.get(i).atMillis, samples.get(i + 1).atMillis)) {
                kept.add(samples.get(i));
            }
        }
        samples.clear();
        samples.addAll(kept);
    }

    /** The machine's name. */
    public String machine() {
        return machine;
    }

    /** The groups of links. */
    public List<LinkGroup> groups() {
        return groups.groups();
    }

    /** How long a step is. */
    public long stepMillis() {
        return stepMillis;
    }

    /** How many samples. */
    public int size() {
        return samples.size();
    }

    /** The instant of a sample. */
    public long atMillis(int sample) {
        return samples.get(sample).atMillis;
    }

    /** What the links of a group carried together, in bytes per second. */
    public double bytesPerSecond(int sample, int group) {
        return samples.get(sample).load[group];
    }

    /** What the busiest link of a group carried, over what it can carry. */
    public double mostUtilization(int sample, int group) {
        return samples.get(sample).most[group];
    }

    /** How many links of a group were contended. */
    public int contendedLinks(int sample, int group) {
        return samples.get(sample).contended[group];
    }
}
