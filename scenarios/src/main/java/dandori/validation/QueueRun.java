package dandori.validation;

import dandori.engine.RandomStreams;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Simulation;
import dandori.statistics.StudentInterval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Plays a queue of theory under all of its seeds. A mean run time is an hour, so that a millisecond
 * is far below what a wait means.
 *
 * <p>Cost: that of its simulations, about a microsecond a job.
 */
final class QueueRun {

    private static final double SERVICE_MILLIS = 3_600_000;

    /** That of three standard errors of a normal mean. */
    private static final double CONFIDENCE = 0.997;

    private final QueueModel model;

    QueueRun(QueueModel model) {
        this.model = model;
    }

    /**
     * Its figures by name, with their intervals over the seeds; without a mean wait where a seed
     * has none, since all jobs were refused.
     */
    Map<String, StudentInterval> figures() {
        double[] waits = new double[model.seeds().size()];
        double[] waiting = new double[waits.length];
        double[] refused = new double[waits.length];
        for (int i = 0; i < waits.length; i++) {
            JobLog log = play(model.seeds().get(i));
            waits[i] = meanWait(log);
            waiting[i] = waitingShare(log);
            refused[i] = refusedShare(log);
        }
        Map<String, StudentInterval> figures = new LinkedHashMap<>();
        if (Arrays.stream(waits).noneMatch(Double::isNaN)) {
            figures.put("wait_mean", StudentInterval.of(waits, CONFIDENCE));
        }
        figures.put("waiting_share", StudentInterval.of(waiting, CONFIDENCE));
        figures.put("refused_share", StudentInterval.of(refused, CONFIDENCE));
        return figures;
    }

    private JobLog play(int seed) {
        Simulation simulation =
                Simulation.of(Machine.flat("queue", model.servers()), jobs(seed))
                        .policy(
                                Policy.named(model.order())
                                        .order(order())
                                        .backfill(Backfills.none())
                                        .build());
        if (model.full() == QueueModel.Full.REFUSE) {
            simulation.scheduler(policy -> new LossScheduler());
        }
        return simulation.run().log();
    }

    private Order order() {
        return switch (model.order()) {
            case "sjf" -> Orders.shortestFirst();
            case "ljf" -> Orders.longestFirst();
            default -> Orders.fcfs();
        };
    }

    private Workload jobs(int seed) {
        RandomStreams streams = new RandomStreams(seed);
        UniformRandomProvider arrivals = streams.stream("arrivals", 0);
        UniformRandomProvider services = streams.stream("services", 0);
        WorkloadBuilder jobs = new WorkloadBuilder("queue");
        double now = 0;
        for (int job = 0; job < model.jobs(); job++) {
            now += exponential(arrivals) / (model.load() * model.servers());
            double service =
                    model.service() == QueueModel.Service.FIXED ? 1 : exponential(services);
            long run = Math.max(1, Math.round(service * SERVICE_MILLIS));
            jobs.add(job, Math.round(now * SERVICE_MILLIS), 1, run, run, -1, -1, -1, -1);
        }
        return jobs.build();
    }

    private static double exponential(UniformRandomProvider random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /** NaN if all were refused. */
    private double meanWait(JobLog log) {
        double sum = 0;
        int count = 0;
        for (int job = model.skipped(); job < model.jobs(); job++) {
            if (!isRefused(log, job)) {
                sum += log.waitMillis(job);
                count++;
            }
        }
        return sum / count / SERVICE_MILLIS;
    }

    private double waitingShare(JobLog log) {
        int waiting = 0;
        for (int job = model.skipped(); job < model.jobs(); job++) {
            waiting += !isRefused(log, job) && log.waitMillis(job) > 0 ? 1 : 0;
        }
        return waiting / (double) (model.jobs() - model.skipped());
    }

    private double refusedShare(JobLog log) {
        int refused = 0;
        for (int job = model.skipped(); job < model.jobs(); job++) {
            refused += isRefused(log, job) ? 1 : 0;
        }
        return refused / (double) (model.jobs() - model.skipped());
    }

    private static boolean isRefused(JobLog log, int job) {
        return log.state(job) == JobState.REJECTED;
    }
}
