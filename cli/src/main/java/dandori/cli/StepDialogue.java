package dandori.cli;

import dandori.agent.Asks;
import dandori.agent.Episode;
import dandori.agent.Reward;
import dandori.experiment.SteppedRun;
import dandori.results.JsonLine;
import dandori.scenario.SeedWorkload;
import dandori.scenario.Workloads;
import dandori.scenario.text.ScenarioException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The talk with an agent: a line of JSON in, a line of JSON out, until it says {@code close} or
 * falls silent. What cannot be done is answered with an error, and nothing has changed.
 */
final class StepDialogue {

    /** Of the lines; it grows when a key changes its meaning or goes. */
    static final int VERSION = 1;

    private final SteppedRun run;
    private final Workloads workloads;
    private final Terms terms;
    private @Nullable SeedWorkload jobs; // of the seed
    private int seed;
    private @Nullable Episode episode;

    /**
     * What is agreed for all episodes.
     *
     * @param reward makes the reward of an episode of so many jobs
     * @param asks at which passes the agent is asked
     * @param most how many waiting jobs an observation lists
     * @param seed the seed of an episode for which none is named
     */
    record Terms(RewardWord reward, Asks asks, int most, int seed) {}

    StepDialogue(SteppedRun run, Workloads workloads, Terms terms) {
        this.run = run;
        this.workloads = workloads;
        this.terms = terms;
        seed = terms.seed();
    }

    /** Talks until the agent has had enough. */
    void talk(BufferedReader in, PrintWriter out) throws IOException {
        boolean isOver = false;
        while (!isOver) {
            String line = in.readLine();
            isOver = line == null;
            if (line != null && !line.isBlank()) {
                isOver = answer(line, out);
                out.flush();
                isOver |= out.checkError();
            }
        }
    }

    /** Answers a line; whether it was the last. */
    private boolean answer(String line, PrintWriter out) {
        Map<String, Object> answer;
        try {
            StepRequest request = StepRequest.of(line);
            if (request.does().equals("close")) {
                return true;
            }
            answer = answer(request);
        } catch (WrongCallException | ScenarioException problem) {
            answer = StepTree.error(String.valueOf(problem.getMessage()));
        }
        out.print(JsonLine.of(answer) + "\n");
        return false;
    }

    private Map<String, Object> answer(StepRequest request) {
        if (request.does().equals("reset")) {
            reset(request.seed() == null ? seed : request.seed());
        }
        Episode its = episode;
        if (its == null) {
            throw new WrongCallException("No episode has begun.", "{\"do\": \"reset\"}");
        }
        String verdict = act(request, its);
        Map<String, Object> tree = tree().of(its);
        if (verdict != null) {
            tree.put("verdict", verdict);
        }
        return tree;
    }

    private void reset(int asked) {
        SeedWorkload its = jobs;
        if (its == null || asked != seed) {
            its = workloads.forSeed(asked);
            jobs = its;
            seed = asked;
        }
        int count = Math.max(1, its.workload().count());
        Reward reward = terms.reward().make(count);
        episode = new Episode(run.simulation(its, asked), reward, terms.asks());
    }

    private StepTree tree() {
        return new StepTree(
                jobs == null ? List.of() : jobs.workload().users(),
                jobs == null ? List.of() : jobs.workload().organizations(),
                terms.most());
    }

    /** Does what is asked; the word of the verdict if it was an attempt to start. */
    private static @Nullable String act(StepRequest request, Episode episode) {
        String does = request.does();
        if (does.equals("reset") || does.equals("observe")) {
            return null;
        }
        if (episode.isDone()) {
            throw new WrongCallException("The episode is over.", "{\"do\": \"reset\"}");
        }
        if (does.equals("wait") && episode.mustStart()) {
            throw new WrongCallException(
                    "Nothing runs and nobody is to come, so a job must start now.",
                    "{\"do\": \"start\", \"job\": …} with the first of the queue that fits.");
        }
        try {
            switch (does) {
                case "start" -> {
                    return episode.start(request.job()).name().toLowerCase(Locale.ROOT);
                }
                case "reject" -> episode.reject(request.job());
                case "preempt" -> episode.preempt(request.job());
                default -> episode.goOn();
            }
        } catch (IllegalArgumentException problem) { // before anything has changed
            throw new WrongCallException(
                    String.valueOf(problem.getMessage()),
                    "a 'job' of the observation: of its queue, or of those running for preempt.");
        }
        return null;
    }
}
