package dandori.cli;

import dandori.agent.Episode;
import dandori.engine.Durations;
import dandori.job.Jobs;
import dandori.results.SummaryTree;
import dandori.state.Cluster;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code dandori step} answers, as trees.
 *
 * @param users the names of users, by {@link Jobs#user}
 * @param organizations the names of organizations
 * @param most how many waiting jobs are listed at most
 */
record StepTree(List<String> users, List<String> organizations, int most) {

    /** How the episode stands. */
    Map<String, Object> of(Episode episode) {
        Map<String, Object> tree = begun();
        tree.put("decisions", episode.decisions());
        tree.put("reward", episode.reward());
        tree.put("total_reward", episode.totalReward());
        tree.put("done", episode.isDone());
        if (episode.isDone()) {
            tree.put("summary", SummaryTree.of(episode.outcome().summary()));
        } else {
            tree.put("must_start", episode.mustStart());
            tree.put("observation", observation(episode.now()));
        }
        return tree;
    }

    /** What went wrong; nothing has changed. */
    static Map<String, Object> error(String problem) {
        Map<String, Object> tree = begun();
        tree.put("error", problem);
        return tree;
    }

    private static Map<String, Object> begun() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", StepDialogue.VERSION);
        return tree;
    }

    private Map<String, Object> observation(Situation now) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("time_s", seconds(now.nowMillis()));
        tree.put("machine", now.machine().name());
        tree.put("pool", now.pool().name());
        tree.put("nodes", now.cluster().nodesInService());
        tree.put("free", now.cluster().freeNodes());
        tree.put("waiting", now.queue().size());
        tree.put("queue", queue(now));
        tree.put("running", running(now));
        return tree;
    }

    private List<Object> queue(Situation now) {
        List<Object> queue = new ArrayList<>();
        Jobs jobs = now.jobs();
        for (int job = now.queue().first();
                job >= 0 && queue.size() < most;
                job = now.queue().next(job)) {
            Map<String, Object> one = job(job, jobs);
            one.put("nodes", now.nodesNeeded(job));
            one.put("estimate_s", seconds(now.estimateMillis(job)));
            one.put("wait_s", seconds(now.nowMillis() - jobs.submitMillis(job)));
            one.put("fits", now.nodesNeeded(job) <= now.cluster().freeNodes());
            queue.add(one);
        }
        return queue;
    }

    private List<Object> running(Situation now) {
        List<Object> running = new ArrayList<>();
        Cluster cluster = now.cluster();
        for (int place = 0; place < cluster.runningCount(); place++) {
            int job = cluster.running(place);
            Map<String, Object> one = job(job, now.jobs());
            one.put("nodes", cluster.nodesOf(place));
            one.put("start_s", seconds(now.startMillis(job)));
            one.put("estimated_end_s", seconds(cluster.estimatedEndMillis(place)));
            running.add(one);
        }
        return running;
    }

    private Map<String, Object> job(int job, Jobs jobs) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("job", job);
        one.put("id", jobs.id(job));
        one.put("user", name(users, jobs.user(job)));
        one.put("organization", name(organizations, jobs.organization(job)));
        return one;
    }

    private static @Nullable String name(List<String> names, int index) {
        return 0 <= index && index < names.size() ? names.get(index) : null;
    }

    /** Seconds with as many decimals as they need. */
    private static Number seconds(long millis) {
        if (millis % Durations.SECOND_MILLIS == 0) {
            return millis / Durations.SECOND_MILLIS;
        }
        return (double) millis / Durations.SECOND_MILLIS;
    }
}
