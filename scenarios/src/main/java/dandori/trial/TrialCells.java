package dandori.trial;

import dandori.experiment.Measurement;
import dandori.experiment.PolicyRun;
import dandori.policy.Policy;
import dandori.scenario.Scenario;
import dandori.scenario.SeedWorkload;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Plays all policies of the first seed, then those of the next, several at once. Results stand in
 * this order whoever is done first.
 *
 * @param plan the trials
 * @param policies in order
 * @param seeds in order
 * @param setUp what is said to each simulation before it runs
 */
record TrialCells(
        TrialPlan plan, List<Policy> policies, List<Integer> seeds, Consumer<Simulation> setUp) {

    /** What each run came to. */
    List<Measurement> played(int threads) throws InterruptedException {
        Scenario scenario = plan.scenario();
        LongFunction<SeedWorkload> workloads = plan.workloads(scenario);
        ExecutorService all = Executors.newFixedThreadPool(threads, TrialCells::thread);
        try {
            List<Future<Measurement>> cells = new ArrayList<>();
            for (int seed : seeds) {
                Shared jobs = new Shared(workloads, seed, policies.size());
                for (Policy policy : policies) {
                    cells.add(all.submit(() -> measured(scenario, jobs, policy, seed)));
                }
            }
            List<Measurement> measured = new ArrayList<>();
            for (Future<Measurement> cell : cells) {
                measured.add(cell.get());
            }
            return measured;
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            all.shutdownNow();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "trial");
        thread.setDaemon(true);
        return thread;
    }

    private Measurement measured(Scenario scenario, Shared jobs, Policy policy, int seed) {
        try {
            return new PolicyRun(scenario, jobs.take(), policy, seed, setUp).measured();
        } catch (RuntimeException failed) {
            throw new IllegalStateException(
                    "Policy '%s' under seed %d: %s"
                            .formatted(policy.name(), seed, failed.getMessage()),
                    failed);
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** The jobs of a seed, made for the first who needs them, let go with the last. */
    private static final class Shared {

        private final LongFunction<SeedWorkload> workloads;
        private final int seed;
        private int users; // who have not taken them
        private @Nullable SeedWorkload jobs;

        Shared(LongFunction<SeedWorkload> workloads, int seed, int users) {
            this.workloads = workloads;
            this.seed = seed;
            this.users = users;
        }

        synchronized SeedWorkload take() {
            SeedWorkload taken = jobs == null ? workloads.apply(seed) : jobs;
            jobs = --users == 0 ? null : taken;
            return taken;
        }
    }
}
