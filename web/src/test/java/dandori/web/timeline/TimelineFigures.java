package dandori.web.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints what it costs to read and to draw a run of very many jobs: {@code TimelineFigures FOLDER
 * JOBS}; the folder is made if it is not there. CPU time, of all threads, is the mean of 41 after
 * ten that do not count, time on the wall their least and their median.
 */
final class TimelineFigures {

    private static final int TIMES = 41;
    private static final int WARM = 10;

    private TimelineFigures() {}

    /** Measures. */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        int jobs = Integer.parseInt(words[1]);
        if (!Files.exists(folder.resolve("jobs.csv.gz"))) {
            ManyJobs.write(folder, jobs);
        }
        Jobs[] read = new Jobs[1];
        long empty = used();
        measure("read", 3, () -> read[0] = WrittenRun.read(folder).jobs());
        long used = used();
        Jobs one = read[0];
        System.out.printf(
                "%,d jobs, heap %,d MB, %.1f bytes a job%n",
                one.count(), used >> 20, (double) (used - empty) / one.count());
        RunMachine machine = new RunMachine("m", "node", ManyJobs.NODES, List.of());
        double middle = ManyJobs.SECONDS / 2.0;
        Window minute = new Window(middle, middle + 60, 0, ManyJobs.NODES);
        Map<String, Window> windows = new LinkedHashMap<>();
        windows.put("all", new Window(0, ManyJobs.SECONDS, 0, ManyJobs.NODES));
        windows.put("half", new Window(middle / 2, middle * 3 / 2, 0, ManyJobs.NODES));
        windows.put("day", new Window(middle, middle + 86_400, 0, ManyJobs.NODES));
        windows.put("minute", minute);
        windows.put("all of 200 nodes", new Window(0, ManyJobs.SECONDS, 77_777, 200));
        for (Colouring by : List.of(Colouring.ORGANIZATION, Colouring.SIZE, Colouring.WAIT)) {
            Paint paint = Paint.by(by);
            windows.forEach((name, window) -> {
                byte[] pixels = Picture.pixels(one, machine, window, 1200, 500, paint);
                String what = name + " by " + by.text();
                measure(
                        "picture, " + what,
                        TIMES,
                        () -> {
                            Picture.png(one, machine, window, 1200, 500, paint);
                        });
                measure("  its file", TIMES, () -> Png.of(pixels, 1200, 500, paint.colours()));
            });
        }
        measure("jobs of a minute", TIMES, () -> JobsInView.tree(one, "m", minute, 5000));
        measure("job at a pixel", TIMES, () -> JobsInView.at(one, "m", middle, 4711));
        measure("search", TIMES, () -> JobSearch.tree(one, "47", 20));
    }

    private static long used() {
        System.gc();
        Runtime java = Runtime.getRuntime();
        return java.totalMemory() - java.freeMemory();
    }

    private static void measure(String what, int times, Runnable work) {
        for (int i = 0; i < (times == TIMES ? WARM : 0); i++) {
            work.run();
        }
        double[] wall = new double[times];
        long cpuBefore = cpuMillis();
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            work.run();
            wall[i] = (System.nanoTime() - before) / 1e6;
        }
        double cpu = (cpuMillis() - cpuBefore) / (double) times;
        Arrays.sort(wall);
        System.out.printf(
                "%-42s CPU %8.1f ms   wall %8.1f ms least, %8.1f median%n",
                what, cpu, wall[0], wall[times / 2]);
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }
}
