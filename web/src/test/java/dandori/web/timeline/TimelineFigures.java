package dandori.web.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Prints what it costs to read and to draw a run of very many jobs: {@code TimelineFigures FOLDER
 * JOBS}; the folder is made if it is not there. CPU time is the mean of 41, time on the wall their
 * least and their median.
 */
final class TimelineFigures {

    private static final int TIMES = 41;

    private TimelineFigures() {}

    /** Measures. */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        int jobs = Integer.parseInt(words[1]);
        if (!Files.exists(folder.resolve("jobs.csv.gz"))) {
            ManyJobs.write(folder, jobs);
        }
        Jobs[] read = new Jobs[1];
        measure("read", 5, () -> read[0] = WrittenRun.read(folder).jobs());
        long before = used();
        Jobs one = read[0];
        System.out.printf("%,d jobs, heap %,d MB%n", one.count(), before >> 20);
        RunMachine machine = new RunMachine("m", "node", ManyJobs.NODES, List.of());
        Window all = new Window(0, ManyJobs.SECONDS, 0, ManyJobs.NODES);
        double middle = ManyJobs.SECONDS / 2.0;
        Window minute = new Window(middle, middle + 60, 0, ManyJobs.NODES);
        Window day = new Window(middle, middle + 86_400, 0, ManyJobs.NODES);
        for (Paint by : List.of(Paint.by(Colouring.ORGANIZATION), Paint.by(Colouring.WAIT))) {
            byte[] pixels = Picture.pixels(one, machine, all, 1200, 500, by);
            String colours = " by " + by.by().text();
            measure(
                    "pixels, all" + colours,
                    TIMES,
                    () -> Picture.pixels(one, machine, all, 1200, 500, by));
            measure("png, all" + colours, TIMES, () -> Png.of(pixels, 1200, 500, by.colours()));
            measure(
                    "picture, all" + colours,
                    TIMES,
                    () -> Picture.png(one, machine, all, 1200, 500, by));
            measure(
                    "picture, day" + colours,
                    TIMES,
                    () -> Picture.png(one, machine, day, 1200, 500, by));
            measure(
                    "picture, minute" + colours,
                    TIMES,
                    () -> Picture.png(one, machine, minute, 1200, 500, by));
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
                "%-34s CPU %8.1f ms   wall %8.1f ms least, %8.1f median%n",
                what, cpu, wall[0], wall[times / 2]);
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }
}
