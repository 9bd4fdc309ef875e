package dandori.web.timeline;

import java.util.concurrent.CompletableFuture;

/**
 * Draws a window of a machine: a pixel has the colour of the stay that holds, at the time of the
 * pixel's centre, the node of its centre; it stays idle if none does. If fewer than 20,000 stays
 * are in the window, each that no centre met has the idle pixels in which it lies.
 *
 * <p>Cost: a pass over the stays, of which blocks of 1,024 that lie outside are skipped, and a step
 * for each pixel. If there are many, two threads draw a half of the time each; the picture is the
 * same.
 */
public final class Picture {

    /** The widest picture, in pixels. */
    public static final int MOST_WIDTH = 8192;

    /** The highest picture, in pixels. */
    public static final int MOST_HEIGHT = 4096;

    private static final int FEW = 20_000; // stays that are each seen
    private static final int MANY = 400_000; // rows that two threads draw

    private final Jobs jobs;
    private final int machine;
    private final Window window;
    private final Axis times;
    private final Axis nodes;
    private final Colouring colouring;
    private final byte grey;
    private final boolean[] greys; // by organization
    private final double[] steps;
    private final byte[] pixels; // a line of time for each node's pixel

    private Picture(
            Jobs jobs, RunMachine machine, Window window, int width, int height, Paint paint) {
        this.jobs = jobs;
        this.machine = jobs.machines().indexOf(machine.name());
        this.window = window;
        this.times =
                new Axis(jobs.units(window.fromSeconds()), jobs.units(window.toSeconds()), width);
        this.nodes =
                new Axis(window.firstNode(), (double) window.firstNode() + window.nodes(), height);
        this.colouring = paint.by();
        this.grey = (byte) (paint.colours().length - 1);
        this.greys = paint.greys(jobs);
        this.steps = colouring.steps(jobs, machine.nodes());
        this.pixels = new byte[width * height];
    }

    /**
     * Draws it: for each pixel the place of its colour, 0 where it is idle, line by line from the
     * lowest node.
     */
    static byte[] pixels(
            Jobs jobs, RunMachine machine, Window window, int width, int height, Paint paint) {
        Picture picture = new Picture(jobs, machine, window, width, height, paint);
        if (picture.machine >= 0) {
            picture.draw();
        }
        return picture.pixels;
    }

    /** Draws it as a PNG with idle pixels transparent. */
    public static byte[] png(
            Jobs jobs, RunMachine machine, Window window, int width, int height, Paint paint) {
        byte[] pixels = pixels(jobs, machine, window, width, height, paint);
        return Png.of(pixels, width, height, paint.colours());
    }

    private void draw() {
        int[] few = JobsInView.rows(jobs, machine, window, FEW);
        if (few != null) {
            for (int row : few) {
                draw(row, 0, times.pixels());
            }
            for (int row : few) {
                if (!isMet(row)) {
                    drawUnmet(row);
                }
            }
        } else if (jobs.rows < MANY || times.pixels() < 2) {
            draw(0, times.pixels());
        } else {
            int half = times.pixels() / 2;
            CompletableFuture<Void> later =
                    CompletableFuture.runAsync(() -> draw(half, times.pixels()));
            draw(0, half);
            later.join();
        }
    }

    /** Draws all stays into some columns of pixels. */
    private void draw(int left, int right) {
        int first = times.centre(left);
        int last = times.centre(right - 1);
        int[] starts = jobs.columns.starts;
        int[] ends = jobs.columns.ends;
        for (int block = 0; block < jobs.blockStart.length; block++) {
            if (jobs.blockStart[block] > last || jobs.blockEnd[block] <= first) {
                continue;
            }
            int end = Math.min(jobs.rows, (block + 1) * Jobs.BLOCK);
            for (int row = block * Jobs.BLOCK; row < end; row++) {
                if (starts[row] <= last
                        && ends[row] > first
                        && jobs.columns.machines[row] == machine
                        && starts[row] != Jobs.NEVER) {
                    draw(row, left, right);
                }
            }
        }
    }

    private void draw(int row, int left, int right) {
        int from = Math.max(left, times.firstFrom(jobs.columns.starts[row]));
        if (from >= right || times.centre(from) >= jobs.end(row)) {
            return;
        }
        int to = Math.min(right, times.firstFrom(jobs.end(row)));
        int[] packed = jobs.packed;
        int set = jobs.sets[row];
        byte colour = 0;
        for (int i = set + 1; i < set + 1 + 2 * packed[set]; i += 2) {
            int below = nodes.firstFrom(packed[i]);
            int above = nodes.firstFrom(packed[i] + packed[i + 1]);
            if (below < above && colour == 0) {
                colour = colour(row);
            }
            for (int line = below; line < above; line++) {
                fill(line, from, to, colour);
            }
        }
    }

    private byte colour(int row) {
        return greys[jobs.columns.organizations[row]] ? grey : colouring.of(jobs, row, steps);
    }

    private void fill(int line, int from, int to, byte colour) {
        int begin = line * times.pixels();
        for (int pixel = begin + from; pixel < begin + to; pixel++) {
            pixels[pixel] = colour;
        }
    }

    /** Whether a stay holds what some pixel's centre looks at. */
    private boolean isMet(int row) {
        if (times.firstFrom(jobs.columns.starts[row]) >= times.firstFrom(jobs.end(row))) {
            return false;
        }
        int[] packed = jobs.packed;
        int set = jobs.sets[row];
        for (int i = set + 1; i < set + 1 + 2 * packed[set]; i += 2) {
            if (nodes.firstFrom(packed[i]) < nodes.firstFrom(packed[i] + packed[i + 1])) {
                return true;
            }
        }
        return false;
    }

    /** Colours the idle pixels in which a stay lies that no centre met. */
    private void drawUnmet(int row) {
        byte colour = colour(row);
        int from = times.firstFrom(jobs.columns.starts[row]);
        int to = times.firstFrom(jobs.end(row));
        if (from >= to) {
            from = times.pixelAt(jobs.columns.starts[row]);
            to = from + 1;
        }
        int[] packed = jobs.packed;
        int set = jobs.sets[row];
        for (int i = set + 1; i < set + 1 + 2 * packed[set]; i += 2) {
            int first = packed[i];
            int end = first + packed[i + 1];
            if (first >= window.endNode() || end <= window.firstNode()) {
                continue;
            }
            int below = nodes.firstFrom(first);
            int above = nodes.firstFrom(end);
            if (below >= above) {
                below = nodes.pixelAt(first);
                above = below + 1;
            }
            for (int line = below; line < above; line++) {
                for (int pixel = from; pixel < to; pixel++) {
                    int at = line * times.pixels() + pixel;
                    pixels[at] = pixels[at] == 0 ? colour : pixels[at];
                }
            }
        }
    }
}
