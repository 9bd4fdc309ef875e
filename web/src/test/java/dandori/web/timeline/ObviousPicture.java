package dandori.web.timeline;

import java.util.List;

/** The twin of {@code Picture}: it asks of each pixel which stay is there. */
final class ObviousPicture {

    private ObviousPicture() {}

    /**
     * A stay as tests know it.
     *
     * @param start in seconds
     * @param end in seconds
     * @param ranges first and last node of each range
     * @param colour what its pixels are to be
     */
    record Stay(long start, long end, List<int[]> ranges, byte colour) {

        boolean holds(double time, double node) {
            return start <= time
                    && time < end
                    && ranges.stream().anyMatch(range -> range[0] <= node && node < range[1] + 1);
        }
    }

    static byte[] of(List<Stay> stays, Window window, int width, int height) {
        boolean[] isMet = new boolean[stays.size()];
        byte[] pixels = centres(stays, window, width, height, isMet);
        for (int i = 0; i < stays.size(); i++) {
            if (!isMet[i]) {
                meet(stays.get(i), window, width, height, pixels);
            }
        }
        return pixels;
    }

    /** Only what holds a centre. */
    static byte[] centres(List<Stay> stays, Window window, int width, int height) {
        return centres(stays, window, width, height, new boolean[stays.size()]);
    }

    private static byte[] centres(
            List<Stay> stays, Window window, int width, int height, boolean[] isMet) {
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double time = window.fromSeconds() + (x + 0.5) * span(window) / width;
                double node = window.firstNode() + (y + 0.5) * window.nodes() / height;
                for (int i = 0; i < stays.size(); i++) {
                    if (stays.get(i).holds(time, node)) {
                        pixels[y * width + x] = stays.get(i).colour();
                        isMet[i] = true;
                    }
                }
            }
        }
        return pixels;
    }

    private static double span(Window window) {
        return window.toSeconds() - window.fromSeconds();
    }

    /** Gives a stay the idle pixels in which it lies. */
    private static void meet(Stay stay, Window window, int width, int height, byte[] pixels) {
        if (stay.start() >= window.toSeconds()
                || stay.end() <= window.fromSeconds()
                || stay.start() >= stay.end()) {
            return;
        }
        for (int[] range : stay.ranges()) {
            if (range[0] >= window.firstNode() + window.nodes() || range[1] < window.firstNode()) {
                continue;
            }
            boolean[] columns =
                    touched(window.fromSeconds(), span(window), width, stay.start(), stay.end());
            boolean[] lines =
                    touched(window.firstNode(), window.nodes(), height, range[0], range[1] + 1);
            for (int at = 0; at < pixels.length; at++) {
                if (lines[at / width] && columns[at % width] && pixels[at] == 0) {
                    pixels[at] = stay.colour();
                }
            }
        }
    }

    /** The pixels whose centre lies from a start to an end; else the one that has the start. */
    private static boolean[] touched(
            double from, double span, int pixels, double start, double end) {
        boolean[] touched = new boolean[pixels];
        boolean isAny = false;
        for (int pixel = 0; pixel < pixels; pixel++) {
            double centre = from + (pixel + 0.5) * span / pixels;
            touched[pixel] = start <= centre && centre < end;
            isAny |= touched[pixel];
        }
        if (!isAny) {
            int pixel = (int) Math.floor((start - from) * pixels / span);
            touched[Math.max(0, Math.min(pixels - 1, pixel))] = true;
        }
        return touched;
    }
}
