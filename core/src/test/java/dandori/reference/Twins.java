package dandori.reference;

import dandori.metric.Segment;
import dandori.sim.CheckFailedException;
import dandori.sim.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Holds the engine against the reference, job by job. */
public final class Twins {

    private Twins() {}

    /** Plays both; fails with the smallest world found on which they differ. */
    public static void assertEqual(String name, World world, Setting setting) {
        if (!difference(world, setting).isEmpty()) {
            throw new AssertionError(report(name, world, setting));
        }
    }

    /** Every promise that the reference gave to each job, in order of submission. */
    public static List<List<Long>> promises(World world, Setting setting) {
        return ReferenceSimulator.play(world, setting).stream().map(job -> job.promises).toList();
    }

    /** What differs, or nothing. */
    static String difference(World world, Setting setting) {
        List<ReferenceJob> expected = ReferenceSimulator.play(world, setting);
        Outcome outcome;
        try {
            outcome = CoreRun.play(world, setting);
        } catch (CheckFailedException | IllegalStateException | IndexOutOfBoundsException failure) {
            return "the engine fails: " + failure;
        }
        List<String> differences = new ArrayList<>();
        for (ReferenceJob job : expected) {
            boolean started = job.start != ReferenceJob.NEVER;
            boolean same =
                    outcome.log().state(job.index) == job.state
                            && outcome.log().hasStarted(job.index) == started
                            && (!started
                                    || outcome.log().startMillis(job.index) == job.start
                                            && outcome.log().endMillis(job.index) == job.end)
                            && (!started || segments(outcome, job).equals(job.segments()));
            if (!same) {
                differences.add(
                        "job %d: %s %d-%d %s, but must be %s %d-%d %s; promises %s"
                                .formatted(
                                        job.asked.id(),
                                        outcome.log().state(job.index),
                                        outcome.log().startMillis(job.index),
                                        outcome.log().endMillis(job.index),
                                        segments(outcome, job),
                                        job.state,
                                        job.start,
                                        job.end,
                                        job.segments(),
                                        job.promises));
            }
        }
        return String.join(System.lineSeparator(), differences);
    }

    /** Start, end and loss of every stay on nodes. */
    private static String segments(Outcome outcome, ReferenceJob job) {
        List<List<Long>> all = new ArrayList<>();
        for (Segment one : outcome.log().segmentsBefore(job.index)) {
            all.add(List.of(one.startMillis(), one.endMillis(), one.lostMillis()));
        }
        if (outcome.log().hasEnded(job.index)) {
            all.add(
                    List.of(
                            outcome.log().startMillis(job.index),
                            outcome.log().endMillis(job.index),
                            outcome.log().lostLastMillis(job.index)));
        }
        return all.toString();
    }

    /** The world without every job that can go while the two still differ. */
    private static String report(String name, World world, Setting setting) {
        World smallest = world;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (int place = smallest.jobs().size() - 1; place >= 0; place--) {
                World fewer = smallest.without(place);
                if (!fewer.jobs().isEmpty() && !difference(fewer, setting).isEmpty()) {
                    smallest = fewer;
                    shrunk = true;
                }
            }
        }
        return "%s, %s%n%s%s"
                .formatted(name, setting, smallest.listing(), difference(smallest, setting));
    }
}
