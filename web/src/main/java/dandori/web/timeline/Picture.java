package dandori.web.timeline;

import java.util.concurrent.CompletableFuture;

/**
 * Draws a window of a machine: a pixel has the colour of the stay that holds, at the time of the
 * pixel's centre, the node of its centre; it stays idle if none does. If fewer than 20,000 stays
 * are in the window, each that no centre met has the idle pixels in which it lies.
 *
 * <p>Cost: a pass over the stays, of which blocks of 1,024 that lie outside are skipped, 3 to 5 ns
 * for one that holds no centre; and a step for each pixel. If there are many, two threads draw a
 * half of the time each; the picture is the same. Where rows share their sets of nodes, each set is
 * looked at once.
 */
public final class Picture {

    /** The widest picture, in pixels. */
    public static final int MOST_WIDTH = 8192;

    /** The highest picture, in pixels. */
    public static final int MOST_HEIGHT = 4096;

    private static final Crowd CROWD = new Crowd(20_000, 400_000);

    /**
     * What makes a difference among many.
     *
     * @param few so many stays of a window are each seen
     * @param many so many rows are drawn by two threads
     */
    record Crowd(int few, int many) {}

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

    Picture(Jobs jobs, RunMachine machine, Window window, int width, int height, Paint paint) {
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
        return new Picture(jobs, machine, window, width, height, paint).drawn(CROWD);
    }

    /** Draws it as a PNG with idle pixels transparent. */
    public static byte[] png(
            Jobs jobs, RunMachine machine, Window window, int width, int height, Paint paint) {
        byte[] pixels = pixels(jobs, machine, window, width, height, paint);
        return Png.of(pixels, width, height, paint.colours());
    }

    /** Draws it; how many are a crowd matters for speed, and for what no centre met. */
    byte[] drawn(Crowd crowd) {
        if (machine >= 0) {
            draw(crowd);
        }
        return pixels;
    }

    private void draw(Crowd crowd) {
        int[] few = JobsInView.rows(jobs, machine, window, crowd.few());
        if (few != null) {
            for (int row : few) {
                draw(row, 0, times.pixels());
            }
            for (int row : few) {
                if (!isMet(row)) {
                    drawUnmet(row);
                }
            }
            return;
        }
        SetMask sets =
                SetMask.of(
                        jobs.packed,
                        jobs.packedEnd,
                        jobs.rowsAround(times.centre(0), times.centre(times.pixels() - 1) + 1),
                        this::isOnLine);
        if (jobs.rows < crowd.many() || times.pixels() < 2) {
            draw(0, times.pixels(), sets);
        } else {
            int half = times.pixels() / 2;
            CompletableFuture<Void> later =
                    CompletableFuture.runAsync(() -> draw(half, times.pixels(), sets));
            draw(0, half, sets);
            later.join();
        }
    }

    /** Draws all stays into some columns of pixels. */
    private void draw(int left, int right, SetMask sets) {
        int first = times.centre(left);
        int last = times.centre(right - 1);
        int[] found = new int[Jobs.BLOCK];
        for (int block = 0; block < jobs.blockStart.length; block++) {
            if (jobs.blockStart[block] > last || jobs.blockEnd[block] <= first) {
                continue;
            }
            int begin = block * Jobs.BLOCK;
            int end = Math.min(jobs.rows, begin + Jobs.BLOCK);
            int count = times.holding(left, right, jobs, sets, begin, end, found);
            for (int i = 0; i < count; i++) {
                if (jobs.columns.machines[found[i]] == machine) {
                    draw(found[i], left, right);
                }
            }
        }
    }

    private void draw(int row, int left, int right) {
        int[] packed = jobs.packed;
        int set = jobs.sets[row];
        int setEnd = set + 1 + 2 * packed[set];
        int from = -1;
        int to = -1;
        byte colour = 0;
        for (int i = set + 1; i < setEnd; i += 2) {
            int below = nodes.firstFrom(packed[i]);
            int end = packed[i] + packed[i + 1];
            if (below == nodes.pixels() || nodes.centre(below) >= end) {
                continue;
            }
            if (colour == 0) {
                from = Math.max(left, times.firstFrom(jobs.columns.starts[row]));
                to = Math.min(right, times.firstFrom(jobs.end(row)));
                colour = colour(row);
            }
            int above = nodes.firstFrom(end);
            for (int line = below; line < above; line++) {
                fill(line, from, to, colour);
            }
        }
    }

    private boolean isOnLine(int set) {
        int[] packed = jobs.packed;
        for (int i = set + 1; i < set + 1 + 2 * packed[set]; i += 2) {
            if (nodes.isWithin(packed[i], packed[i] + packed[i + 1])) {
                return true;
            }
        }
        return false;
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
        return isOnLine(jobs.sets[row]) && times.isWithin(jobs.columns.starts[row], jobs.end(row));
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
