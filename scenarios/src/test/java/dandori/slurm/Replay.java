package dandori.slurm;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.placement.BestFit;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * When the jobs of a trial may start by our account.
 *
 * <p>Slurm needs up to a second until it looks at a submission, and up to two more until the nodes
 * of a job that has ended may be given to another: the end is noticed, and they are cleaned up.
 * Then the next cycle must come. Delays add up along a chain of jobs. So a trial is simulated many
 * times, each with delays, and with what Slurm's whole seconds hide, drawn anew; a job's span
 * reaches from its earliest to its latest start.
 */
final class Replay {

    private static final int WAYS = 200;
    private static final double NOTICE_SECONDS = 1;
    private static final double TURNAROUND_SECONDS = 2;

    private static final long SLACK_MILLIS = 2_000; // a second cut off, and a cycle

    private final long[] earliestMillis;
    private final long[] latestMillis;

    /** The spans of jobs that are submitted, and run, as they did. */
    Replay(Trial trial, List<Stay> stays) {
        this(trial, trial.order(), trial.backfill(), stays);
    }

    /** The same by other rules. */
    Replay(Trial trial, Order order, Backfill backfill, List<Stay> stays) {
        Policy policy = policy(order, backfill);
        earliestMillis = new long[stays.size()];
        latestMillis = new long[stays.size()];
        Arrays.fill(earliestMillis, Long.MAX_VALUE);
        for (int way = 0; way < WAYS; way++) {
            long[] starts = starts(trial, policy, stays, new SplittableRandom(way));
            for (int job = 0; job < starts.length; job++) {
                earliestMillis[job] = Math.min(earliestMillis[job], starts[job]);
                latestMillis[job] = Math.max(latestMillis[job], starts[job]);
            }
        }
    }

    /** As planned: nothing has happened yet. */
    static List<Stay> planned(Trial trial) {
        return trial.jobs().stream()
                .map(job -> new Stay(job.submitSeconds(), 0, job.runSeconds()))
                .toList();
    }

    /** What the order said of each job between two instants: one of the ways. */
    static Map<Long, Double> scores(Trial trial, List<Stay> stays, long fromMillis, long toMillis) {
        Overheard order = new Overheard(trial.order(), fromMillis, toMillis);
        starts(trial, policy(order, trial.backfill()), stays, new SplittableRandom(0));
        return order.scores();
    }

    private static Policy policy(Order order, Backfill backfill) {
        return Policy.named("judged")
                .order(order)
                .backfill(backfill)
                .placement(new BestFit())
                .build();
    }

    private static long[] starts(
            Trial trial, Policy policy, List<Stay> stays, SplittableRandom random) {
        List<Job> jobs = new ArrayList<>();
        double phase = random.nextDouble(); // of the cycles
        for (int i = 0; i < stays.size(); i++) {
            Sleep asked = trial.jobs().get(i);
            Stay stay = stays.get(i);
            long submit = millis(phase + stay.submit() + random.nextDouble() * NOTICE_SECONDS);
            double told = stay.end() - stay.start() - 1 + 2 * random.nextDouble();
            long run = millis(told + random.nextDouble() * TURNAROUND_SECONDS);
            jobs.add(
                    new Job(
                            i,
                            submit,
                            asked.nodes(),
                            asked.limitMinutes() * 60_000L,
                            run,
                            asked.account(),
                            asked.organization(),
                            asked.partition()));
        }
        JobLog log =
                Simulation.of(Machine.flat("nodes", Trial.NODES), Workload.of("sleeps", jobs))
                        .policy(policy)
                        .accounts(trial.accounts())
                        .checking(Checking.FULL)
                        .run()
                        .log();
        long[] starts = new long[jobs.size()];
        for (int row = 0; row < starts.length; row++) {
            starts[(int) log.jobs().id(row)] = log.startMillis(row) - millis(phase);
        }
        return starts;
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1_000);
    }

    /**
     * What the starts contradict, a line each: times outside their spans, and pairs turned round.
     */
    List<String> contradictions(List<Stay> stays) {
        List<String> lines = new ArrayList<>();
        for (int job = 0; job < stays.size(); job++) {
            long start = stays.get(job).start() * 1_000;
            if (start < earliestMillis[job] - SLACK_MILLIS
                    || start > latestMillis[job] + SLACK_MILLIS) {
                lines.add("job %d started at %d ms, %s".formatted(job, start, span(job)));
            }
            for (int other = 0; other < stays.size(); other++) {
                if (isBefore(job, other) && start > stays.get(other).start() * 1_000) {
                    lines.add("job %d started after job %d".formatted(job, other));
                }
            }
        }
        return lines;
    }

    private boolean isBefore(int job, int other) {
        return latestMillis[job] < earliestMillis[other];
    }

    /** Which part of all pairs must start in one order, from 0 to 1. */
    double decided() {
        int count = 0;
        for (int job = 0; job < earliestMillis.length; job++) {
            for (int other = 0; other < earliestMillis.length; other++) {
                count += isBefore(job, other) ? 1 : 0;
            }
        }
        return 2.0 * count / earliestMillis.length / (earliestMillis.length - 1);
    }

    private String span(int job) {
        return "expected from %d to %d ms".formatted(earliestMillis[job], latestMillis[job]);
    }
}
