package dandori.policy.share;

import java.util.Arrays;

/**
 * What owners hold of several resources. Dominant resource fairness serves whoever has the smallest
 * dominant share, the largest part of any one resource that it holds, divided by its weight.
 *
 * <p>Ghodsi et al., "Dominant Resource Fairness", NSDI 2011, section 4.
 */
public final class Allotments {

    private final double[] totals; // what there is of each resource
    private double[] held = new double[16]; // by owner, then resource

    /** Nobody holds anything of so much of each resource. */
    public Allotments(double... totals) {
        this.totals = totals.clone();
        for (double total : totals) {
            if (!(total > 0)) {
                throw new IllegalArgumentException(
                        "Of every resource there must be some, but totals are %s."
                                .formatted(Arrays.toString(totals)));
            }
        }
    }

    /** An owner gets so much of each resource, or gives back (negative). */
    public void add(int owner, double... amounts) {
        int first = owner * totals.length;
        if (held.length < first + totals.length) {
            held = Arrays.copyOf(held, 2 * (first + totals.length));
        }
        for (int i = 0; i < totals.length; i++) {
            held[first + i] += amounts[i];
        }
    }

    /** What an owner holds of a resource. */
    double held(int owner, int resource) {
        int place = owner * totals.length + resource;
        return place < held.length ? held[place] : 0;
    }

    /** The same owners with more resources, of which each holds as much as of the first. */
    public Allotments widened(double... more) {
        Allotments wide = new Allotments(more);
        wide.held = new double[held.length / totals.length * more.length];
        for (int place = 0; place < wide.held.length; place++) {
            wide.held[place] = held[place / more.length * totals.length];
        }
        return wide;
    }

    /** All hold what they hold in another of the same resources. */
    public void copy(Allotments other) {
        held = other.held.clone();
    }

    /** The largest part of any one resource that an owner holds. */
    public double dominantShare(int owner) {
        int first = owner * totals.length;
        double largest = 0;
        for (int i = 0; i < totals.length && first + i < held.length; i++) {
            largest = Math.max(largest, held[first + i] / totals[i]);
        }
        return largest;
    }
}
