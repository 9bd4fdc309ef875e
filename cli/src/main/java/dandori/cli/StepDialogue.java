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
    private @Nullable Begun begun;

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
    }

    /** An episode, the jobs of its seed, and what is told of it. */
    private record Begun(int seed, SeedWorkload jobs, Episode episode, StepTree told) {}

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
            begun = reset(request.seed(), begun);
        }
        Begun its = begun;
        if (its == null) {
            throw new WrongCallException("No episode has begun.", "{\"do\": \"reset\"}");
        }
        String verdict = act(request, its.episode());
        Map<String, Object> tree = its.told().of(its.episode());
        if (verdict != null) {
            tree.put("verdict", verdict);
        }
        return tree;
    }

    /** A new episode; its jobs are made anew where the last one had others. */
    private Begun reset(@Nullable Integer named, @Nullable Begun last) {
        int seed = named == null ? terms.seed() : named;
        SeedWorkload jobs =
                last != null && last.seed() == seed ? last.jobs() : workloads.forSeed(seed);
        Reward reward = terms.reward().make(Math.max(1, jobs.workload().count()));
        SteppedRun.Ready ready = run.ready(jobs, seed);
        return new Begun(
                seed,
                jobs,
                new Episode(ready.simulation(), reward, terms.asks()),
                new StepTree(ready.users(), ready.organizations(), terms.most()));
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
