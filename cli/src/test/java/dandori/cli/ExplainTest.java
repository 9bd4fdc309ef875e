package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dandori explain} prints, whole, and what it says where it cannot. */
class ExplainTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final String STUDY =
            """
            scenario: explained
            machines:
              m: {nodes: 8}
            workload:
              streams:
                - {trace: {file: tiny.swf, organizationFrom: group}}
            policies:
              in-order: {backfill: none}
              easy: {backfill: easy}
            run: {explain: true}
            """;

    @TempDir private Path folder;

    /** A replay of the five jobs; job 4 waits until 20 s, and job 2 until 10 s. */
    private Path replay(String backfill, Object... more) {
        Path out = folder.resolve("out");
        Object[] words = new Object[6 + more.length];
        System.arraycopy(
                new Object[] {
                    "replay", TinyTrace.five(folder), "--backfill", backfill, "--out", out
                },
                0,
                words,
                0,
                6);
        System.arraycopy(more, 0, words, 6, more.length);
        Call call = Call.of(words);
        assertThat(call.status()).as(call.err()).isZero();
        return out;
    }

    private static void prints(String expected, Object... words) {
        Call call = Call.of(words);
        assertThat(call.err()).isEmpty();
        assertThat(call.out()).isEqualTo(expected);
        assertThat(call.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(call.status()).isZero();
    }

    private static void refuses(String expected, Object... words) {
        Call call = Call.of(words);
        assertThat(call.err()).isEqualTo("dandori: " + expected);
        assertThat(call.out()).isEmpty();
        assertThat(call.status()).isEqualTo(2);
    }

    @Test
    void theFourthJobWouldDelayTheSecond() {
        // 1 has 2 of 4 nodes until 10, 3 one until 10; 4 would fit until 10, but 2 needs all then.
        prints(
                """
                Job 4 (1, user 2, 1 node, limit 11 s) waited 17 s on tiny/1. Submitted at 3 s, started at 20 s;
                killed.

                  After        For          What it waited for
                  0 s          7 s          nodes were kept for job 2 (1, 4 nodes)
                  7 s          10 s         too few nodes were free

                In all
                  10 s         59 %         too few nodes were free
                  7 s          41 %         nodes were kept for others
                """,
                "explain", replay("easy", "--explain"), 4);
    }

    @Test
    void theSecondJobWaitsForNodes() {
        prints(
                """
                Job 2 (1, user 3, 4 nodes, limit 10 s) waited 9 s on tiny/1. Submitted at 1 s, started at 10 s;
                completed.

                  After        For          What it waited for
                  0 s          9 s          too few nodes were free
                """,
                "explain",
                replay("easy", "--explain"),
                2);
    }

    @Test
    void theFirstDoesNotWaitAndTheFifthIsRefused() {
        Path out = replay("none", "--explain");
        prints(
                """
                Job 1 (1, user 2, 2 nodes, limit 10 s) did not wait on tiny/1. Submitted at 0 s, started at 0 s;
                completed.
                """,
                "explain",
                out,
                1);
        prints(
                """
                Job 5 (1, user 3, 8 nodes, limit 5 s) was refused on tiny/1. Submitted at 4 s, never started;
                rejected.
                """,
                "explain",
                out,
                5);
    }

    @Test
    void asJson() {
        prints(
                """
                {
                  "job_id" : 4,
                  "organization" : "1",
                  "user" : "2",
                  "nodes" : 1,
                  "machine" : "tiny",
                  "partition" : "1",
                  "walltime_s" : 11,
                  "submit_s" : 3,
                  "start_s" : 20,
                  "state" : "killed",
                  "wait_s" : 17,
                  "waits" : [ {
                    "from_s" : 3,
                    "to_s" : 10,
                    "reason" : "order",
                    "for" : {
                      "job_id" : 2,
                      "organization" : "1",
                      "user" : "3",
                      "nodes" : 4
                    }
                  }, {
                    "from_s" : 10,
                    "to_s" : 20,
                    "reason" : "nodes"
                  } ]
                }
                """,
                "explain",
                replay("none", "--explain"),
                4,
                "--json");
    }

    /** Nodes 2 to 7 are kept for user 3, and from 5 to 7 all nodes are away. */
    private Path disturbed() {
        TinyTrace.five(folder);
        String more =
                """
                maintenance:
                  - {name: upgrade, from: 5s, to: 7s, onBegin: requeue}
                  - {name: move, from: 20s, to: 30s}
                reservations:
                  - {name: course, from: 0s, to: 1h, nodes: 6, users: ["3"]}
                """;
        Path scenario = TinyTrace.write(folder, "disturbed.yaml", STUDY + more);
        Path out = folder.resolve("disturbed");
        Call run = Call.of("run", scenario, "--out", out, "--progress", "none");
        assertThat(run.status()).as(run.err() + run.out()).isZero();
        return out;
    }

    @Test
    void whatHasANameIsNamedAndStaysAreListed() {
        Path out = disturbed();
        prints(
                """
                Job 4 (1, user 2, 1 node, limit 11 s) waited 27 s on m/1 under in-order, seed 1. Submitted at 3 s,
                started at 30 s; killed.

                  After        For          What it waited for
                  0 s          2 s          nodes were kept by reservation 'course'
                  2 s          2 s          too few nodes were free
                  4 s          10 s         nodes were kept by reservation 'course'
                  14 s         3 s          it would have run into a planned loss of nodes: 'move'
                  17 s         10 s         too few nodes were free

                In all
                  12 s         44 %         nodes were kept by reservation 'course'
                  12 s         44 %         too few nodes were free
                  3 s          11 %         it would have run into a planned loss of nodes: 'move'
                """,
                "explain", out, 4);
        prints(
                """
                Job 1 (1, user 2, 2 nodes, limit 10 s) waited 2 s on m/1 under in-order, seed 1. Submitted at 0 s,
                started at 0 s; completed.
                It went back to the queue once, and lost 5 s.

                  Ran after    For          Lost         How it ended
                  0 s          5 s          5 s          sent back: a planned loss of nodes, or a cap, began
                  7 s          10 s         –            completed

                  After        For          What it waited for
                  5 s          2 s          too few nodes were free
                """,
                "explain",
                out,
                1);
        assertThat(Call.of("explain", out, 1, "--json").out())
                .contains(
                        """
                          "stays" : [ {
                            "start_s" : 0,
                            "end_s" : 5,
                            "nodes" : 2,
                            "end_state" : "preempted",
                            "lost_s" : 5,
                            "cause" : "outage"
                          }, {
                        """);
        assertThat(Call.of("explain", out, 4, "--json").out())
                .contains("\"reason\" : \"reserved\",\n    \"name\" : \"course\"");
    }

    @Test
    void whoseLimitItWasIsSaid() {
        TinyTrace.five(folder);
        String limited =
                STUDY.replace(
                        "in-order: {backfill: none}",
                        """
                        in-order:
                            backfill: none
                            qos: {urgent: {users: ["2"]}}
                            limits:
                              qos: {urgent: {jobsAtOnce: 1}}
                              users: {"3": {nodeHoursPerDay: 0.012}}\
                        """);
        Path scenario = TinyTrace.write(folder, "limited.yaml", limited);
        Path out = folder.resolve("limited");
        Call run = Call.of("run", scenario, "--out", out, "--progress", "none");
        assertThat(run.status()).as(run.err()).isZero();
        prints(
                """
                Job 4 (1, user 2, 1 node, limit 11 s) waited 7 s on m/1 under in-order, seed 1. Submitted at 3 s,
                started at 10 s; killed.

                  After        For          What it waited for
                  0 s          7 s          the limit of QOS urgent
                """,
                "explain",
                out,
                4);
        assertThat(Call.of("explain", out, 5).out()) // 4 nodes x 10 s have been used
                .contains("the budget of user 3 was used up\n");
        assertThat(Call.of("explain", out, 4, "--json").out())
                .contains("\"reason\" : \"quota\",\n    \"name\" : \"QOS urgent\"");
    }

    @Test
    void ofAStudyOneRunIsChosen() {
        TinyTrace.five(folder);
        Path scenario = TinyTrace.write(folder, "explained.yaml", STUDY);
        Path out = folder.resolve("study");
        Call run = Call.of("run", scenario, "--out", out, "--progress", "none");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("What did jobs wait for? Node hours of waiting: easy");

        assertThat(Call.of("explain", out, 4).out()).contains("under in-order, seed 1");
        assertThat(Call.of("explain", out, 4, "--policy", "easy").out())
                .contains("under easy, seed 1");
        assertThat(Call.of("explain", out.resolve("cells/0001"), 4).out())
                .contains("under easy, seed 1");
        refuses(
                """
                --policy: there is no policy 'eazy' in %s.
                Maybe 'easy'. Known: in-order, easy.
                """
                        .formatted(out),
                "explain",
                out,
                4,
                "--policy",
                "eazy");
        refuses(
                """
                --seed: there is no run of seed 7 in %s.
                Maybe one of 1.
                """
                        .formatted(out),
                "explain",
                out,
                4,
                "--seed",
                7);
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        Path out = replay("easy", "--explain");
        refuses(
                """
                JOB: there is no job 6 in %s.
                Maybe one of the column job_id of %s/jobs.csv.gz.
                """
                        .formatted(out, out),
                "explain",
                out,
                6);
        damaged(out);
    }

    @Test
    void aJobIsNamedAsItsSiteNamesIt() throws IOException {
        Path out = replay("easy", "--explain");
        refuses(
                """
                JOB: there is no job 12_5 in %s.
                Maybe one of the column job_id of %s/jobs.csv.gz.
                """
                        .formatted(out, out),
                "explain",
                out,
                "12_5");
        refuses(
                """
                JOB: 'five' is not the number of a job.
                Maybe one of the column job_id of jobs.csv.gz.
                """,
                "explain",
                out,
                "five");
    }

    private void damaged(Path out) throws IOException {
        Files.write(out.resolve("waits.csv.gz"), new byte[] {31});
        refuses(
                """
                %s/waits.csv.gz: is not whole, or no file of dandori's results.
                Maybe run it again: a run that ends well leaves whole files.
                """
                        .formatted(out),
                "explain",
                out,
                4);
        replay("easy", "--force");
        refuses(
                """
                %s: the run has not written down why jobs waited (waits.csv.gz).
                Maybe run it again with 'dandori replay … --explain'.
                """
                        .formatted(out),
                "explain",
                out,
                4);
        refuses(
                """
                RESULTS: '%s' holds no jobs.csv.gz, neither of a replay nor of a study.
                Maybe the folder that '--out' named.
                """
                        .formatted(folder),
                "explain",
                folder,
                4);
        refuses(
                """
                --explain: there is no folder to write the reasons into.
                Maybe '--out DIR'.
                """,
                "replay",
                TinyTrace.five(folder),
                "--explain");
    }

    /** The guide quotes what is printed; with {@code -Ddandori.writeGuide=true} anew. */
    @Test
    void theGuideQuotesIt() throws IOException {
        Path out = folder.resolve("study");
        Call.of(
                "run",
                ROOT.resolve("scenarios/examples/first-steps.yaml"),
                "--set",
                "run.explain=true",
                "--policies",
                "easy",
                "--seeds",
                "1",
                "--out",
                out,
                "--progress",
                "none");
        Path page = ROOT.resolve("docs/guide/waits.md");
        String text = Files.readString(page);
        Matcher quote =
                Pattern.compile("<!-- explained: (\\d+) -->\n```\n([^`]*)```").matcher(text);
        assertThat(quote.find()).isTrue();
        String printed =
                "$ ./dandori explain results/first-steps %s\n%s"
                        .formatted(quote.group(1), Call.of("explain", out, quote.group(1)).out());
        if (Boolean.getBoolean("dandori.writeGuide")) {
            text = text.substring(0, quote.start(2)) + printed + text.substring(quote.end(2));
            Files.writeString(page, text);
            return;
        }
        assertThat(quote.group(2)).isEqualTo(printed);
    }
}
