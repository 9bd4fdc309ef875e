package dandori.slurm;

import dandori.policy.share.AccountTree;
import dandori.policy.share.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Slurm says in a {@link FairShareTrial}.
 *
 * @param associations its accounts, as a table
 * @param shares of accounts and users, after the look at usage
 * @param priorities of those who wait then, by the places of jobs
 * @param stays of all jobs
 */
record FairShareRun(
        String associations,
        List<Sshare> shares,
        Map<Integer, Double> priorities,
        List<Stay> stays) {

    /** Runs a trial on daemons of its own. */
    static FairShareRun of(Trial trial, Path folder, int firstPort)
            throws IOException, InterruptedException {
        try (SlurmCluster cluster =
                new SlurmCluster(folder, trial.slurmConf(), firstPort, trial.accounts())) {
            String associations =
                    cluster.run(
                            "sacctmgr",
                            "-P",
                            "show",
                            "assoc",
                            "format=cluster,account,user,parentname,fairshare");
            cluster.submit(trial.jobs());
            cluster.sleepUntil(FairShareTrial.LOOK_SECONDS + 3);
            List<Sshare> shares = Sshare.read(cluster.run("sshare", "-l", "-a", "-P"));
            Map<Integer, Double> priorities = new TreeMap<>();
            for (String line : cluster.run("sprio", "-h", "-o", "%i %Y").lines().toList()) {
                String[] numbers = line.strip().split(" +");
                priorities.put(Integer.parseInt(numbers[0]) - 1, Double.valueOf(numbers[1]));
            }
            List<Stay> stays = cluster.await(trial.jobs().size());
            return new FairShareRun(associations, shares, priorities, stays);
        }
    }

    /** The line of an account's only user. */
    Sshare user(String name) {
        return line(name, true);
    }

    /** The line of an account. */
    Sshare account(String name) {
        return line(name, false);
    }

    private Sshare line(String name, boolean isUser) {
        return shares.stream()
                .filter(line -> line.isUser() == isUser && line.account().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What each is said to have used. */
    Usage usage(AccountTree tree) {
        double[] used = new double[tree.size()];
        for (String user : FairShareTrial.USERS) {
            add(user(user).rawUsage(), user, tree, used);
        }
        return node -> used[node];
    }

    /** What the jobs have used that had ended at the look; decay is of no matter yet. */
    Usage usageOfEnded(List<Sleep> jobs, AccountTree tree) {
        double[] used = new double[tree.size()];
        for (int job = 0; job < stays.size(); job++) {
            Stay stay = stays.get(job);
            if (stay.end() < FairShareTrial.LOOK_SECONDS) {
                double seconds = stay.end() - stay.start();
                Sleep asked = jobs.get(job);
                add(seconds * asked.nodes(), asked.account(), tree, used);
            }
        }
        return node -> used[node];
    }

    private static void add(double amount, String user, AccountTree tree, double[] used) {
        int node = FairShareTrial.node(tree, user);
        for (; node >= AccountTree.ROOT; node = tree.parent(node)) {
            used[node] += amount;
        }
    }
}
