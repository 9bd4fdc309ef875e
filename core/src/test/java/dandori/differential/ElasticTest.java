package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.differential.ClusterTwins.Ordered;
import dandori.job.Amdahl;
import dandori.job.Elasticity;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Request;
import dandori.job.Sizes;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.PreemptMode;
import dandori.policy.backfill.Malleable;
import dandori.policy.backfill.Malleable.Aim;
import dandori.policy.backfill.Moldable;
import dandori.reference.ClusterJob;
import dandori.reference.ReferenceCluster;
import dandori.reference.ReferenceCluster.Fate;
import dandori.reference.ReferenceElastic;
import dandori.reference.World;
import dandori.reference.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elastic and moldable jobs, rigid ones among them, against the slow reference. */
class ElasticTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 300);

    @ParameterizedTest
    @ValueSource(strings = {"afs", "goodput", "moldable"})
    void equalsTheReference(String rule) {
        List<String> orders = List.of("fcfs", "sjf", "saf", "sqf", "lxf", "wfp3");
        long again = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            boolean inSteps = seed % 5 < 2;
            World world = elastic(Worlds.random(seed * 17L, 40), seed, inSteps);
            long longest = world.longestWalltimeMillis();
            long interval = seed % 3 == 0 ? 0 : Math.max(1, longest / (1 + seed % 7));
            long restart = seed % 2 == 0 ? 0 : Math.max(1, longest / 50);
            PreemptMode[] modes = {PreemptMode.CHECKPOINT, PreemptMode.SUSPEND};
            Fate fate = new Fate(modes[seed / 2 % 2], 1, restart);
            Estimates estimates = seed % 4 == 0 ? Estimates.REQUESTED : Estimates.EXACT;
            String order = orders.get(seed % orders.size());
            Backfill backfill =
                    switch (rule) {
                        case "afs" -> new Malleable(Aim.COMPLETION, interval, restart);
                        case "goodput" -> new Malleable(Aim.GOODPUT, interval, restart);
                        default -> new Moldable();
                    };
            String what = "%s, %s, seed %d".formatted(rule, order, seed);
            int steady = seed % 3 == 1 ? 2 + seed % 4 : WORLDS; // each so many keep their nodes
            IntPredicate makeWay = job -> (job + 1) % steady > 0;
            ReferenceCluster slow =
                    new ClusterTwins(world, fate, estimates, 0)
                            .compare(
                                    what,
                                    Ordered.plain(order),
                                    new ReferenceElastic(rule, interval, restart, makeWay),
                                    backfill,
                                    makeWay);
            again += slow.returnedCount();
            for (ClusterJob job : slow.jobs) {
                assertThat(job.state).as(what).isNotEqualTo(JobState.WAITING);
            }
        }
        assertThat(again).isGreaterThan(rule.equals("moldable") ? -1 : WORLDS);
    }

    /** The same world, in which two jobs of three can have any of some numbers of nodes. */
    static World elastic(World world, long seed) {
        return elastic(world, seed, false);
    }

    /**
     * The same world, in which two jobs of three are elastic.
     *
     * @param inSteps whether they can have some numbers of nodes only
     */
    private static World elastic(World world, long seed, boolean inSteps) {
        SplittableRandom random = new SplittableRandom(seed * 13 + 5);
        List<Job> jobs = new ArrayList<>();
        for (Job job : world.jobs()) {
            int least = 1 + random.nextInt(job.nodes());
            int most = job.nodes() + random.nextInt(world.nodes());
            Elasticity elasticity =
                    random.nextInt(3) == 0 || job.nodes() > world.nodes()
                            ? Elasticity.RIGID
                            : inSteps
                                    ? steps(least, job.nodes(), most, random)
                                    : new Amdahl(least, most, random.nextInt(3) / 20.0);
            jobs.add(Worlds.asking(job, Request.of(elasticity)));
        }
        return new World(world.nodes(), jobs);
    }

    /** Some sizes, those that are named among them, and any speed on each but no slower one. */
    private static Sizes steps(int least, int asked, int most, SplittableRandom random) {
        List<Integer> nodes = new ArrayList<>();
        for (int some = least; some <= most; some++) {
            if (some == least || some == asked || some == most || random.nextInt(3) == 0) {
                nodes.add(some);
            }
        }
        double[] step = new double[nodes.size()];
        double millis = 1_000;
        for (int i = 0; i < step.length; i++) {
            step[i] = millis;
            millis *= 0.3 + 0.7 * random.nextDouble();
        }
        return new Sizes(nodes.stream().mapToInt(Integer::intValue).toArray(), step);
    }
}
