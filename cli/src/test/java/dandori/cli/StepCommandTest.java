package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dandori.agent.Asks;
import dandori.agent.Episode;
import dandori.agent.Rewards;
import dandori.experiment.SteppedRun;
import dandori.results.JsonLine;
import dandori.scenario.PolicyParts;
import dandori.scenario.Scenario;
import dandori.scenario.ScenarioReader;
import dandori.scenario.Workloads;
import dandori.sim.Checking;
import dandori.state.Situation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Talks with {@code dandori step}. */
class StepCommandTest {

    private static final Path CLIENT = Path.of("src/test/python/shortest_first.py");

    @TempDir private Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void writeTheTrace() throws IOException {
        file = folder.resolve("three.yaml");
        Files.writeString(
                folder.resolve("three.swf"),
                """
                ; MaxNodes: 4
                1 0  -1 100 3 -1 -1 3 100 -1 1 7 1 -1 1 -1 -1 -1
                2 10 -1 20  2 -1 -1 2 20  -1 1 8 1 -1 1 -1 -1 -1
                3 10 -1 40  1 -1 -1 1 40  -1 1 8 1 -1 1 -1 -1 -1
                """);
        Files.writeString(
                file,
                """
                scenario: three
                machines:
                  four: {nodes: 4}
                organizations:
                  us: {home: four}
                workload:
                  streams:
                    - organization: us
                      trace: {file: three.swf}
                policies:
                  in-order: {order: fcfs, backfill: none}
                  short-first: {order: sjf, backfill: easy}
                """);
    }

    private List<Map<String, Object>> talk(String... lines) throws IOException {
        Scenario scenario = ScenarioReader.read(file, List.of());
        PolicyParts policy = scenario.policies().get(0);
        StepDialogue dialogue =
                new StepDialogue(
                        new SteppedRun(scenario, policy, Checking.FULL),
                        new Workloads(scenario, (done, all) -> {}),
                        new StepDialogue.Terms(
                                RewardWord.WAITING_NODE_HOURS, Asks.SOMEBODY_FITS, 100, 1));
        StringWriter out = new StringWriter();
        String in = String.join("\n", lines).replace('\'', '"');
        dialogue.talk(new BufferedReader(new StringReader(in)), new PrintWriter(out));
        List<Map<String, Object>> answers = new ArrayList<>();
        out.toString().lines().map(JsonLine::read).forEach(answers::add);
        return answers;
    }

    @Test
    void anEpisodeIsAsByHand() throws IOException {
        var answers =
                talk(
                        "{'do': 'reset'}",
                        "{'do': 'start', 'job': 0}",
                        "{'do': 'start', 'job': 1}", // 2 nodes where 1 is free
                        "{'do': 'start', 'job': 2}",
                        "{'do': 'observe'}",
                        "{'do': 'start', 'job': 1}",
                        "{'do': 'close'}",
                        "{'do': 'observe'}");
        assertThat(answers).hasSize(6);
        assertThat(answers.get(0))
                .containsEntry("version", 1)
                .containsEntry("decisions", 0)
                .containsEntry("reward", -0.0)
                .containsEntry("done", false)
                .containsEntry("must_start", false);
        assertThat(JsonLine.of(observation(answers.get(1))))
                .isEqualTo(
                        """
                        {"time_s":10,"machine":"four","pool":"four","nodes":4,"free":1,"waiting":2,\
                        "queue":[{"job":1,"id":2,"user":"8","organization":"us","nodes":2,\
                        "estimate_s":20,"wait_s":0,"fits":false},\
                        {"job":2,"id":3,"user":"8","organization":"us","nodes":1,\
                        "estimate_s":40,"wait_s":0,"fits":true}],\
                        "running":[{"job":0,"id":1,"user":"7","organization":"us","nodes":3,\
                        "start_s":0,"estimated_end_s":100}]}\
                        """);
        assertThat(answers.get(1)).containsEntry("verdict", "started");
        assertThat(answers.get(2)).containsEntry("verdict", "nodes").containsEntry("decisions", 1);
        assertThat(answers.get(3)).containsEntry("reward", -0.05); // 2 nodes for 90 seconds
        assertThat(answers.get(4)).containsEntry("reward", -0.05).doesNotContainKey("verdict");
        Map<String, Object> last = answers.get(5);
        assertThat(last).containsEntry("done", true).doesNotContainKey("observation");
        assertThat(last).containsEntry("total_reward", -0.05);
        assertThat((Map<?, ?>) last.get("summary")).extracting("jobs").isEqualTo(3);
    }

    @Test
    void aResetBeginsAnew() throws IOException {
        var answers = talk("{'do': 'reset'}", "{'do': 'start', 'job': 0}", "{'do': 'reset'}");
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
    }

    @Test
    void aResetWithoutASeedIsOfTheSeedOfTheCall() throws IOException {
        Files.writeString(
                file,
                Files.readString(file).replace("trace: {file: three.swf}", "generate: {load: 0.7}")
                        + "run: {length: 1d}\n");
        var answers = talk("{'do': 'reset'}", "{'do': 'reset', 'seed': 2}", "{'do': 'reset'}");
        assertThat(answers.get(1)).isNotEqualTo(answers.get(0));
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
    }

    @Test
    void piecesOfCampaignsAreCalledByTheirOrganization() throws IOException {
        file =
                Files.writeString(
                        folder.resolve("training.yaml"),
                        """
                        scenario: training
                        machines:
                          four: {nodes: 4}
                        organizations:
                          us: {home: four}
                          them: {home: four}
                        workload:
                          streams:
                            - {organization: them, generate: {load: 0.1}}
                        run: {length: 1d}
                        campaigns:
                          net: {organization: us, model: llm-jp-1.8b, nodes: 2, tokens: 100 M,
                                stepTime: 1min, piece: 1h}
                        policies:
                          in-order: {order: fcfs, backfill: none}
                        """);
        var first = observation(talk("{'do': 'reset'}").get(0));
        assertThat(JsonLine.of(first)).contains("\"user\":\"net\",\"organization\":\"us\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "start 0 | character 1 is not to be understood: 'start 0'.",
                "{'do': 'observe | it ends too early.",
                "{'do': 'observe' | it ends too early.",
                "{'do': 'observe',} | character 18 is not to be understood: '}'.",
                "{'do': observe} | character 8 is not to be understood: 'observe}'.",
                "{'do': 'observe'} {} | character 19 is not to be understood: '{}'.",
                "{do: 'observe'} | character 2 is not to be understood: 'do: \"observe\"}'.",
                "[1] | it is a list.",
                "17 | it is the value 17.",
                "'observe' | it is a text.",
                "null | it is null.",
            })
    void whatIsNoJsonIsSaidInOurOwnWords(String line, String what) throws IOException {
        assertThat(error(talk(line).get(0)))
                .isEqualTo(
                        "The line is no JSON object: %s\nMaybe {\"do\": \"observe\"}"
                                .formatted(what));
    }

    @Test
    void whatCannotBeDoneIsSaidAndChangesNothing() throws IOException {
        var answers =
                talk(
                        "{'do': 'observe'}",
                        "{'do': 'reset'}",
                        "start 0",
                        "null",
                        "{'do': 'strat', 'job': 0}",
                        "{'do': 'start', 'jbo': 0}",
                        "{'do': 'start'}",
                        "{'do': 'wait', 'job': 0}",
                        "{'do': 'start', 'job': -1}",
                        "{'do': 'start', 'job': 2}",
                        "{'do': 'preempt', 'job': 0}",
                        "{'do': 'start', 'job': 0, 'seed': 2}",
                        "{'do': 'wait'}",
                        "{'do': 'wait'}",
                        "{'do': 'observe'}");
        assertThat(error(answers.get(0))).startsWith("No episode has begun.\nMaybe");
        assertThat(error(answers.get(2))).startsWith("The line is no JSON object: ");
        assertThat(error(answers.get(3))).startsWith("The line is no JSON object: it is null.");
        assertThat(error(answers.get(4))).contains("but is strat.\nMaybe 'start'");
        assertThat(error(answers.get(5))).contains("no key 'jbo'").contains("Maybe 'job'");
        assertThat(error(answers.get(6))).isEqualTo("'start' needs the 'job' that it is about.");
        assertThat(error(answers.get(7))).isEqualTo("'wait' is about no job, but 'job' is 0.");
        assertThat(error(answers.get(8))).contains("at least 0, but is -1");
        assertThat(error(answers.get(9)))
                .startsWith("No job of row 2 waits here")
                .contains("Maybe");
        assertThat(error(answers.get(10))).startsWith("No job of row 0 runs here");
        assertThat(error(answers.get(11))).isEqualTo("'seed' goes with 'reset' alone.");
        assertThat(error(answers.get(12))).isNull(); // others are to come
        assertThat(error(answers.get(13))).startsWith("Nothing runs and nobody is to come");
        assertThat(answers.get(14)).isEqualTo(answers.get(12));
    }

    private static String error(Map<String, Object> answer) {
        assertThat(answer).containsEntry("version", StepDialogue.VERSION);
        return (String) answer.get("error");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> observation(Map<String, Object> answer) {
        return (Map<String, Object>) answer.get("observation");
    }

    @Test
    void wrongCallsAreTold() {
        assertThat(Call.of("step", file, "--policy", "in-odrer").err())
                .contains("--policy: there is no policy 'in-odrer' in 'three'.")
                .contains("Maybe 'in-order'");
        assertThat(Call.of("step", file, "--queue", "0").err()).contains("--queue: must be from 1");
        assertThat(Call.of("step", file, "--seed", "-1").err())
                .contains("--seed: must be at least");
        Call paper = Call.of("step", file, "--set", "run.conventions=sc15");
        assertThat(paper.status()).isEqualTo(2);
        assertThat(paper.err()).contains("by steps there is one an instant");
        String both = "{sweep: [1d, 2d, 3d, 4d], of: {size: [small, large], load: [low, high]}}";
        assertThat(Call.of("step", file, "--set", "run.length=" + both).err())
                .contains("has 4 variants", "Maybe --set run.length=VALUE");
        assertThat(Call.of("step", file, "--reward", "praise").status()).isEqualTo(2);
    }

    @Test
    void theClientOfThePageDoesWhatTheSameAgentDoesInJava() throws IOException {
        assumeTrue(hasPython(), "python3 is not here: the client of agents.md is not run");
        Path scenario =
                Path.of("")
                        .toAbsolutePath()
                        .getParent()
                        .resolve("scenarios/examples/first-steps.yaml");
        List<String> command =
                new ArrayList<>(List.of("python3", CLIENT.toAbsolutePath().toString()));
        command.addAll(Call.javaWords(List.of()));
        command.addAll(
                List.of("step", scenario.toString(), "--policy", "in-order", "--queue", "10000"));
        command.addAll(List.of("--set", "run.length=3d", "--set", "run.warmUp=0d"));
        Call client = Call.ofProcess(folder, command);
        assertThat(client.err()).isEmpty();
        assertThat(client.status()).isZero();
        assertThat(client.out())
                .isEqualTo(
                        String.format(
                                Locale.ROOT,
                                "mean bounded slowdown: %.3f%n",
                                -shortestFirst(scenario)));
    }

    private static double shortestFirst(Path file) {
        Scenario scenario = ScenarioReader.read(file, List.of("run.length=3d", "run.warmUp=0d"));
        var jobs = new Workloads(scenario, (done, all) -> {}).forSeed(1);
        PolicyParts inOrder =
                scenario.policies().stream()
                        .filter(one -> one.name().equals("in-order"))
                        .findFirst()
                        .orElseThrow();
        Episode episode =
                new Episode(
                        new SteppedRun(scenario, inOrder, Checking.CHEAP)
                                .ready(jobs, 1)
                                .simulation(),
                        Rewards.boundedSlowdown(jobs.workload().count()));
        while (!episode.isDone()) {
            episode.start(shortest(episode.now()));
        }
        return episode.totalReward();
    }

    private static int shortest(Situation now) {
        int best = -1;
        for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
            boolean fits = now.nodesNeeded(job) <= now.cluster().freeNodes();
            if (fits && (best < 0 || now.estimateMillis(job) < now.estimateMillis(best))) {
                best = job;
            }
        }
        return best;
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException absent) {
            return false;
        }
    }
}
