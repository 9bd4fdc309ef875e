package dandori.web.timeline;

/**
 * Where the pixels of one axis look: each at its centre, rounded down to a whole time or node. A
 * job holds a pixel if what it looks at lies from its start (its first node) on and before its end,
 * and since those are whole numbers, rounding down changes no answer.
 *
 * <p>The steps between the first centre and the last lie in buckets, a power of two of them each
 * and eight or more between two centres, so that a table of 8 to 16 places a pixel says almost
 * always at once which centre comes next. It takes no division, and no branch is often guessed
 * wrong.
 */
final class Axis {

    private final int[] centres;
    private final double from;
    private final double pixelsPerStep;
    private final int first; // centre
    private final int last;
    private final int shift; // a step's bucket is its distance from the first centre shifted by it
    private final char[] firstFromBucket; // the first pixel whose centre is in it or beyond

    /** Pixels from a value to another, both in steps. */
    Axis(double from, double to, int pixels) {
        this.from = from;
        this.pixelsPerStep = pixels / (to - from);
        this.centres = new int[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            double centre = from + (pixel + 0.5) * (to - from) / pixels;
            double whole = Math.floor(centre);
            centres[pixel] = (int) Math.max(Jobs.NEVER + 1, Math.min(Jobs.OPEN - 1, whole));
        }
        first = centres[0];
        last = centres[pixels - 1];
        long span = (long) last - first;
        shift = 63 - Long.numberOfLeadingZeros(Math.max(1, span / pixels / 8));
        firstFromBucket = new char[(int) (span >> shift) + 1];
        int pixel = 0;
        for (int bucket = 0; bucket < firstFromBucket.length; bucket++) {
            while ((long) centres[pixel] - first >> shift < bucket) {
                pixel++;
            }
            firstFromBucket[bucket] = (char) pixel;
        }
    }

    int pixels() {
        return centres.length;
    }

    int centre(int pixel) {
        return centres[pixel];
    }

    /** The first pixel whose centre is not below a value; their number if none. */
    int firstFrom(int value) {
        if (value <= first) {
            return 0;
        }
        if (value > last) {
            return centres.length;
        }
        int pixel = firstFromBucket[value - first >>> shift]; // the distance has no sign
        while (centres[pixel] < value) {
            pixel++;
        }
        return pixel;
    }

    /** Whether a centre lies from a value on and before an end. */
    boolean isWithin(int value, int end) {
        int pixel = firstFrom(value);
        return pixel < centres.length && centres[pixel] < end;
    }

    /**
     * Finds the stays that hold a centre among the pixels of a part, and whose sets of nodes are
     * worth a look. No branch depends on what a row holds, so that none is guessed wrong.
     *
     * @param begin the first row to look at
     * @param end the row behind the last
     * @param found is given the rows
     * @return how many they are
     */
    int holding(int left, int right, Jobs jobs, SetMask sets, int begin, int end, int[] found) {
        int[] starts = jobs.columns.starts;
        int[] ends = jobs.columns.ends;
        int from = centres[left];
        long to = centres[right - 1];
        int count = 0;
        for (int row = begin; row < end; row++) {
            int value = Math.min(Math.max(starts[row], from), (int) to);
            int pixel = firstFromBucket[value - first >>> shift];
            while (centres[pixel] < value) {
                pixel++;
            }
            long areNegative = starts[row] - to - 1 & (long) centres[pixel] - ends[row];
            found[count] = row;
            count += (int) (areNegative >>> 63) & sets.bit(jobs.sets[row]);
        }
        return count;
    }

    /** The pixel in which a value lies; the nearest of those that there are. */
    int pixelAt(double value) {
        int pixel = (int) ((value - from) * pixelsPerStep);
        return Math.max(0, Math.min(centres.length - 1, pixel));
    }
}
