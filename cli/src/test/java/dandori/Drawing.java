package dandori;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.Arrays;
import java.util.List;

/**
 * A few jobs on four nodes, drawn as letters: a line a node, a column a second.
 *
 * @param jobs in order of submission; the first is A
 */
record Drawing(List<Job> jobs) {

    private static final int NODES = 4;

    /** Six jobs that end when they are expected to. */
    static final Drawing ON_TIME =
            new Drawing(
                    List.of(
                            job(1, 0, 2, 7, 7),
                            job(2, 1, 3, 4, 4),
                            job(3, 1, 2, 9, 9),
                            job(4, 2, 2, 4, 4),
                            job(5, 2, 2, 3, 3),
                            job(6, 3, 1, 9, 9)));

    /** Six jobs of which the first ends three seconds early. */
    static final Drawing EARLY =
            new Drawing(
                    List.of(
                            job(1, 0, 2, 8, 5),
                            job(2, 1, 2, 7, 7),
                            job(3, 2, 2, 4, 4),
                            job(4, 2, 3, 4, 4),
                            job(5, 2, 1, 8, 8),
                            job(6, 3, 1, 2, 2)));

    private static Job job(int id, int submit, int nodes, int walltime, int run) {
        return new Job(id, submit * 1000L, nodes, walltime * 1000L, run * 1000L);
    }

    /** The jobs as a table. */
    String table() {
        StringBuilder text =
                new StringBuilder(
                        "| job | comes at | nodes | estimate | runs |\n|---|---|---|---|---|\n");
        for (Job job : jobs) {
            text.append(
                    "| %s | %d s | %d | %d s | %d s |\n"
                            .formatted(
                                    letter(job),
                                    job.submitMillis() / 1000,
                                    job.nodes(),
                                    job.walltimeMillis() / 1000,
                                    job.runMillis() / 1000));
        }
        return text.toString();
    }

    /** Who runs when under a backfill, first come, first served. */
    String under(Backfill backfill) {
        JobLog log =
                Simulation.of(Machine.flat("four", NODES), Workload.of("drawn", jobs))
                        .policy(
                                Policy.named("drawn")
                                        .order(Orders.fcfs())
                                        .backfill(backfill)
                                        .placement(Placements.firstFit())
                                        .build())
                        .checking(Checking.FULL)
                        .run()
                        .log();
        char[][] nodes = new char[NODES][(int) (log.endOfRunMillis() / 1000)];
        for (char[] node : nodes) {
            Arrays.fill(node, '.');
        }
        for (int job = 0; job < jobs.size(); job++) {
            NodeSet set = log.nodeSet(job);
            for (int interval = 0; interval < set.intervalCount(); interval++) {
                for (int node = set.first(interval); node <= set.last(interval); node++) {
                    int from = (int) (log.startMillis(job) / 1000);
                    int to = (int) (log.endMillis(job) / 1000);
                    Arrays.fill(nodes[node], from, to, letter(jobs.get(job)));
                }
            }
        }
        StringBuilder text = new StringBuilder("```\n");
        for (int node = NODES - 1; node >= 0; node--) {
            text.append("node ").append(node).append("  ").append(nodes[node]).append('\n');
        }
        text.append(" ".repeat(8));
        for (int second = 0; second < nodes[0].length; second += 5) {
            text.append("%-5s".formatted(second));
        }
        return text.toString().stripTrailing() + "\n```\n";
    }

    private static char letter(Job job) {
        return (char) ('A' + job.id() - 1);
    }
}
