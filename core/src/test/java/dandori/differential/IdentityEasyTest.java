package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code identity-easy} with first-fit against arrays of owners of nodes. */
class IdentityEasyTest {

    private static final class One {
        final Job job;
        long start = -1;
        long end = Long.MAX_VALUE; // real
        long estimatedEnd;
        int[] nodes = {};

        One(Job job) {
            this.job = job;
        }

        boolean runs(long now) {
            return start >= 0 && end > now;
        }
    }

    private List<One> all = List.of();
    private boolean[] free = {};
    private One reservedFor;
    private long shadow;
    private int[] reserved = {};

    @Test
    void everyStartIsThatOfTheTwin() {
        int apart = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            World world = Worlds.random(seed, seed % 20 == 0 ? 150 : 40);
            List<Job> jobs =
                    world.jobs().stream().filter(job -> job.nodes() <= world.nodes()).toList();
            if (jobs.stream()
                    .anyMatch(job -> Math.min(job.runMillis(), job.walltimeMillis()) == 0)) {
                continue; // rounds within an instant are another test's
            }
            play(jobs, world.nodes());
            JobLog log = run(jobs, world.nodes(), Backfills.identityEasy());
            for (int row = 0; row < all.size(); row++) {
                assertThat(log.startMillis(row))
                        .as("seed %d, job %d", seed, all.get(row).job.id())
                        .isEqualTo(all.get(row).start);
            }
            JobLog byCount = run(jobs, world.nodes(), Backfills.easy());
            for (int row = 0; row < all.size(); row++) {
                apart += byCount.startMillis(row) != log.startMillis(row) ? 1 : 0;
            }
        }
        assertThat(apart).as("jobs that identity makes start at another time").isPositive();
    }

    private static JobLog run(List<Job> jobs, int nodes, dandori.policy.Backfill backfill) {
        return Simulation.of(Machine.flat("m", nodes), Workload.of("w", jobs))
                .policy(
                        Policy.named("p")
                                .order(Orders.fcfs())
                                .backfill(backfill)
                                .placement(Placements.firstFit())
                                .build())
                .checking(Checking.FULL)
                .run()
                .log();
    }

    private void play(List<Job> jobs, int nodes) {
        all =
                jobs.stream()
                        .sorted(Comparator.comparingLong(Job::submitMillis))
                        .map(One::new)
                        .toList();
        free = new boolean[nodes];
        Arrays.fill(free, true);
        reservedFor = null;
        long now = -1;
        while (true) {
            long last = now;
            now = Long.MAX_VALUE;
            for (One one : all) {
                now = one.job.submitMillis() > last ? Math.min(now, one.job.submitMillis()) : now;
                now = one.start >= 0 && one.end > last ? Math.min(now, one.end) : now;
            }
            if (now == Long.MAX_VALUE) {
                return;
            }
            for (One one : all) {
                if (one.start >= 0 && one.end == now) {
                    mark(free, one.nodes, true);
                    reservedFor = one.estimatedEnd >= shadow ? null : reservedFor;
                }
            }
            pass(now);
        }
    }

    private void pass(long now) {
        List<One> queue = new ArrayList<>();
        for (One one : all) {
            if (one.job.submitMillis() <= now && one.start < 0) {
                queue.add(one);
            }
        }
        while (!queue.isEmpty() && start(queue.get(0), free, now)) {
            queue.remove(0);
        }
        if (queue.isEmpty()) {
            reservedFor = null;
            return;
        }
        One head = queue.get(0);
        if (head != reservedFor || now >= shadow) {
            reserve(head, now);
        }
        for (One one : queue.subList(1, queue.size())) {
            boolean[] seen = free.clone();
            if (now + one.job.walltimeMillis() > shadow) {
                mark(seen, reserved, false);
            }
            start(one, seen, now);
        }
    }

    private void reserve(One head, long now) {
        reservedFor = head;
        shadow = Long.MAX_VALUE;
        List<One> running = new ArrayList<>();
        for (One one : all) {
            if (one.runs(now)) {
                running.add(one);
            }
        }
        running.sort(Comparator.comparingLong(one -> one.estimatedEnd));
        for (One one : running) {
            boolean[] then = free.clone();
            for (One other : running) {
                if (other.estimatedEnd <= one.estimatedEnd) {
                    mark(then, other.nodes, true);
                }
            }
            int[] found = firstFit(head.job.nodes(), then);
            if (found != null) {
                shadow = one.estimatedEnd;
                reserved = found;
                return;
            }
        }
    }

    private boolean start(One one, boolean[] seen, long now) {
        int[] nodes = firstFit(one.job.nodes(), seen);
        if (nodes == null) {
            return false;
        }
        one.nodes = nodes;
        one.start = now;
        one.end = now + Math.min(one.job.runMillis(), one.job.walltimeMillis());
        one.estimatedEnd = now + one.job.walltimeMillis();
        mark(free, nodes, false);
        return true;
    }

    private static int[] firstFit(int needed, boolean[] free) {
        int[] nodes = new int[needed];
        int count = 0;
        for (int node = 0; node < free.length && count < needed; node++) {
            if (free[node]) {
                nodes[count++] = node;
            }
        }
        return count == needed ? nodes : null;
    }

    private static void mark(boolean[] free, int[] nodes, boolean value) {
        for (int node : nodes) {
            free[node] = value;
        }
    }
}
