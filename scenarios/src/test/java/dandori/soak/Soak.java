package dandori.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;

/** Plays random scenarios, one seed after the other, until its time is over. */
final class Soak {

    private static final long TOLD_EVERY_NANOS = 60_000_000_000L;
    private static final long LONGEST_MILLIS = 10 * 60_000; // of a seed; most take 50 ms

    private Soak() {}

    /**
     * Minutes, and the first seed (1 where it is left out). Minutes of 0 play this one seed only,
     * and print its scenario. Status 1 if there was a finding.
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        double minutes = Double.parseDouble(words[0]);
        long first = words.length > 1 ? Long.parseLong(words[1]) : 1;
        Path folder = Files.createTempDirectory("soak");
        long begin = System.nanoTime();
        long told = begin;
        long until = begin + (long) (minutes * 60e9);
        long seed = first;
        long refused = 0;
        long simulations = 0;
        long jobs = 0;
        int failing = 0;
        if (minutes == 0) {
            System.out.println(RandomScenario.text(first));
        }
        Timer timer = new Timer(true);
        do {
            TimerTask late = late(seed);
            timer.schedule(late, LONGEST_MILLIS);
            SoakCase one = SoakCase.of(seed, folder);
            late.cancel();
            refused += one.refusal().isEmpty() ? 0 : 1;
            simulations += one.simulations();
            jobs += one.jobs();
            if (minutes == 0) {
                System.out.println(one.refusal());
            }
            if (!one.findings().isEmpty()) {
                failing++;
                System.out.println(
                        "FINDING seed " + seed + " (.ci/soak 0 " + seed + " plays it alone)");
                one.findings().forEach(System.out::println);
            }
            seed++;
            if (System.nanoTime() - told > TOLD_EVERY_NANOS || System.nanoTime() >= until) {
                told = System.nanoTime();
                System.out.printf(
                        "seeds %d to %d in %.1f min: %d refused, %d simulations of %d jobs, %d with"
                                + " findings%n",
                        first,
                        seed - 1,
                        (told - begin) / 60e9,
                        refused,
                        simulations,
                        jobs,
                        failing);
            }
        } while (System.nanoTime() < until);
        Files.deleteIfExists(folder.resolve(RandomMachines.RING));
        Files.deleteIfExists(folder);
        System.exit(failing == 0 ? 0 : 1);
    }

    /** Tells of a seed that does not come to its end, and ends the check. */
    private static TimerTask late(long seed) {
        return new TimerTask() {
            @Override
            public void run() {
                System.out.printf("FINDING seed %d does not come to its end.%n", seed);
                System.exit(1);
            }
        };
    }
}
