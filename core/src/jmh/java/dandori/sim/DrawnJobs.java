package dandori.sim;

import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.util.SplittableRandom;

/** Jobs of 500 users in 50 accounts for 4,096 nodes, the same for each call. */
final class DrawnJobs {

    static final int JOBS = 100_000;
    static final int NODES = 4_096;
    private static final int ACCOUNTS = 50;
    private static final int USERS = 500;

    private DrawnJobs() {}

    /** At an offered load, with a mean run time. */
    static Workload of(double load, int runMinutes) {
        return of(JOBS, load, runMinutes);
    }

    /** So many, at an offered load, with a mean run time. */
    static Workload of(int count, double load, int runMinutes) {
        SplittableRandom random = new SplittableRandom(1);
        WorkloadBuilder jobs = new WorkloadBuilder("drawn");
        double meanArea = 0;
        int[] nodes = new int[count];
        long[] run = new long[count];
        for (int job = 0; job < count; job++) {
            nodes[job] = 1 << random.nextInt(11);
            run[job] =
                    1_000 + (long) (-runMinutes * 60_000 * StrictMath.log(1 - random.nextDouble()));
            meanArea += (double) nodes[job] * run[job] / count;
        }
        double gap = meanArea / (NODES * load);
        double clock = 0;
        for (int user = 0; user < USERS; user++) {
            jobs.user("u" + user);
        }
        for (int account = 0; account < ACCOUNTS; account++) {
            jobs.organization("a" + account);
        }
        for (int job = 0; job < count; job++) {
            clock -= gap * StrictMath.log(1 - random.nextDouble());
            long walltime = run[job] * (1 + random.nextInt(4));
            int user = random.nextInt(USERS);
            int account = user % ACCOUNTS;
            jobs.add(job, (long) clock, nodes[job], walltime, run[job], user, account, -1, -1);
        }
        return jobs.build();
    }
}
