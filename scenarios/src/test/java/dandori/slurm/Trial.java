package dandori.slurm;

import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.share.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A workload for both, with what makes their settings alike.
 *
 * @param name what it shows
 * @param slurmConf the lines of slurm.conf on partitions and priorities
 * @param order the same as an order
 * @param backfill who should start as Slurm does
 * @param jobs in the order of submission
 * @param accounts whose usage counts; {@link Accounts#EQUAL} if none does
 */
record Trial(
        String name,
        List<String> slurmConf,
        Order order,
        Backfill backfill,
        List<Sleep> jobs,
        Accounts accounts) {

    static final int NODES = 16;
    static final String PARTITION = "main";

    Trial(String name, List<String> slurmConf, Order order, Backfill backfill, List<Sleep> jobs) {
        this(name, slurmConf, order, backfill, jobs, Accounts.EQUAL);
    }

    /** Jobs that come every few seconds for half a minute, more than there is room for. */
    static List<Sleep> drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Sleep> jobs = new ArrayList<>();
        int at = 1;
        while (at < 30) {
            int nodes = random.nextInt(3) > 0 ? 1 + random.nextInt(6) : 5 + random.nextInt(12);
            int limit = 1 + random.nextInt(3);
            int run = 3 + random.nextInt(limit == 1 ? 14 : 20);
            jobs.add(new Sleep(at, nodes, limit, run));
            at += 2 + random.nextInt(2);
        }
        return jobs;
    }

    @Override
    public String toString() {
        return name;
    }
}
