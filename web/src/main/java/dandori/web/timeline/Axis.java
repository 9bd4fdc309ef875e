package dandori.web.timeline;

/**
 * Where the pixels of one axis look: each at its centre, rounded down to a whole time or node. A
 * job holds a pixel if what it looks at lies from its start (its first node) on and before its end,
 * and since those are whole numbers, rounding down changes no answer.
 */
final class Axis {

    private final int[] centres;
    private final double from;
    private final double pixelsPerStep;

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
    }

    int pixels() {
        return centres.length;
    }

    int centre(int pixel) {
        return centres[pixel];
    }

    /** The first pixel whose centre is not below a value; their number if none. */
    int firstFrom(int value) {
        double guess = (value - from) * pixelsPerStep + 0.5; // right but for rounding
        int pixel = (int) Math.max(0, Math.min(centres.length, guess));
        while (pixel > 0 && centres[pixel - 1] >= value) {
            pixel--;
        }
        while (pixel < centres.length && centres[pixel] < value) {
            pixel++;
        }
        return pixel;
    }

    /** The pixel in which a value lies; the nearest of those that there are. */
    int pixelAt(double value) {
        int pixel = (int) ((value - from) * pixelsPerStep);
        return Math.max(0, Math.min(centres.length - 1, pixel));
    }
}
