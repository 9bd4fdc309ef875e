package dandori.reference;

import dandori.job.Condition;
import dandori.job.Dependencies;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A world whose jobs wait for each other. Jobs are named by their places in the world's list.
 *
 * @param world the machine and the jobs
 * @param follows who is submitted after whom
 * @param links who is held by whom
 * @param any whose links need not all be fulfilled
 * @param series of whose jobs only the first few may go on
 */
public record LinkedWorld(
        World world, List<Follow> follows, List<Link> links, Set<Integer> any, List<Some> series) {

    /** One that is submitted a while after another has left. */
    public record Follow(int job, int leader, long thinkMillis) {}

    /** One that is held by another. */
    public record Link(int job, int predecessor, Condition until) {}

    /** A series. */
    public record Some(List<Integer> jobs, int most) {}

    /** A world by seed, now and then with circles. */
    public static LinkedWorld random(long seed, boolean withStarts) {
        World world = Worlds.random(seed, 40);
        SplittableRandom random = new SplittableRandom(seed * 13 + 5);
        int count = world.jobs().size();
        long tick = 1 + world.jobs().get(0).walltimeMillis();
        List<Follow> follows = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Set<Integer> any = new HashSet<>();
        List<Some> series = new ArrayList<>();
        Set<Integer> placed = new HashSet<>();
        boolean circles = random.nextInt(5) == 0;
        for (int job = 1; job < count; job++) {
            int before = circles ? count : job;
            if (random.nextInt(5) == 0) {
                long think = random.nextInt(3) == 0 ? 0 : random.nextLong(3 * tick);
                follows.add(new Follow(job, random.nextInt(before), think));
            }
            for (int i = random.nextInt(6); i < 2; i++) {
                Condition[] all = Condition.values();
                Condition until = all[random.nextInt(withStarts ? all.length : all.length - 1)];
                links.add(new Link(job, random.nextInt(before), until));
            }
            if (random.nextInt(3) == 0) {
                any.add(job);
            }
        }
        for (int i = random.nextInt(4); i < 3; i++) {
            List<Integer> members = new ArrayList<>();
            for (int job = random.nextInt(3); job < count; job += 1 + random.nextInt(4)) {
                if (placed.add(job)) {
                    members.add(job);
                }
            }
            if (!members.isEmpty()) {
                series.add(new Some(members, 1 + random.nextInt(3)));
            }
        }
        return new LinkedWorld(world, follows, links, any, series);
    }

    /** The same for the engine. */
    public Workload workload() {
        WorkloadBuilder builder = new WorkloadBuilder("linked");
        for (Job job : world.jobs()) {
            builder.add(job);
        }
        Dependencies.Builder all = builder.dependencies();
        follows.forEach(one -> all.follows(one.job, one.leader, one.thinkMillis));
        links.forEach(one -> all.dependsOn(one.job, one.predecessor, one.until));
        any.forEach(all::needsAny);
        for (Some one : series) {
            all.series(one.jobs.stream().mapToInt(job -> job).toArray(), one.most);
        }
        return builder.build();
    }
}
