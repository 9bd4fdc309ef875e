package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dandori replay} prints, whole. */
class ReplayTranscriptTest {

    @TempDir private Path folder;

    private void prints(String expected, String... options) {
        Object[] words = new Object[options.length + 2];
        words[0] = "replay";
        words[1] = TinyTrace.five(folder);
        System.arraycopy(options, 0, words, 2, options.length);
        Call call = Call.of(words);
        assertThat(call.err()).isEmpty();
        assertThat(call.maskedOut()).isEqualTo(expected);
        assertThat(call.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(call.status()).isZero();
    }

    @Test
    void easyLetsTheThirdJobPassAndTheFourthWait() {
        // 1: 0–10; 2 is promised 10; 3 ends by then: 2–10; 4 would not: 20–31, killed; 5 rejected.
        prints(
                """
                tiny: 9 lines; 5 jobs used
                  repaired  1   run time beyond the estimate: ended at it   (--overrun extend keeps them)
                  noted     1   larger than the machine of the header   (a machine of that size rejects them)
                  header        MaxProcs, but no MaxNodes

                easy, fcfs order, conventions dandori  TIME
                  machine           4 processors
                  rejected          1 job larger than the machine
                  utilization       62.5 %   first to last submit (4 s)
                  wait              mean 6.5 s   median 0 s   p95 17 s   max 17 s
                  bounded slowdown  mean 1.6   median 1.0   p95 2.5   per processor, mean 1.4
                  waiting jobs      mean 1.0   max 2 on 1 Jun 2010
                  jobs              3 completed   1 killed at their walltime
                """,
                "--backfill", "easy");
    }

    @Test
    void conservativeComesToTheSameHere() {
        prints(
                """
                tiny: 9 lines; 5 jobs used
                  repaired  1   run time beyond the estimate: ended at it   (--overrun extend keeps them)
                  noted     1   larger than the machine of the header   (a machine of that size rejects them)
                  header        MaxProcs, but no MaxNodes

                conservative, fcfs order, conventions dandori  TIME
                  machine           4 processors
                  rejected          1 job larger than the machine
                  utilization       62.5 %   first to last submit (4 s)
                  wait              mean 6.5 s   median 0 s   p95 17 s   max 17 s
                  bounded slowdown  mean 1.6   median 1.0   p95 2.5   per processor, mean 1.4
                  waiting jobs      mean 1.0   max 2 on 1 Jun 2010
                  jobs              3 completed   1 killed at their walltime
                """,
                "--backfill", "conservative");
    }

    @Test
    void theLogItselfIsWarnedOfWhereItExceedsTheMachine() {
        prints(
                """
                tiny: 9 lines; 5 jobs used
                  repaired  1   run time beyond the estimate: estimate raised to it
                  noted     1   larger than the machine of the header   (a machine of that size rejects them)
                  header        MaxProcs, but no MaxNodes

                as-logged, conventions dandori  TIME
                  machine           4 processors
                  utilization       131.3 %   first to last submit (4 s)
                  wait              mean 0.6 s   median 0 s   p95 2 s   max 2 s
                  bounded slowdown  mean 1.0   median 1.0   p95 1.1   per processor, mean 1.0
                  waiting jobs      mean 0.5   max 1 on 1 Jun 2010
                  jobs              5 completed   0 killed at their walltime
                  warning           up to 15 processors were busy, 11 more than the machine has
                """,
                "--backfill", "as-logged");
    }

    @Test
    void unlimitedNodesMakeNobodyWait() {
        prints(
                """
                tiny: 9 lines; 5 jobs used
                  repaired  1   run time beyond the estimate: ended at it   (--overrun extend keeps them)
                  noted     1   larger than the machine of the header   (a machine of that size rejects them)
                  header        MaxProcs, but no MaxNodes

                unlimited, conventions dandori  TIME
                  machine           4 processors
                  utilization       143.8 %   first to last submit (4 s)
                  wait              mean 0 s   median 0 s   p95 0 s   max 0 s
                  bounded slowdown  mean 1.0   median 1.0   p95 1.0   per processor, mean 1.0
                  waiting jobs      mean 0.0   max 0
                  jobs              4 completed   1 killed at their walltime
                  warning           up to 16 processors were busy, 12 more than the machine has
                """,
                "--backfill", "unlimited");
    }

    @Test
    void sc15LeavesOutWhatItsFilterLeavesOut() {
        prints(
                """
                tiny: 9 lines; 4 jobs used
                  skipped   1   more processors than the machine (sc15)
                  repaired  1   run time beyond the estimate: cut to it
                  header        MaxProcs, but no MaxNodes

                easy, fcfs order, conventions sc15  TIME
                  machine           4 processors
                  utilization       58.3 %   first to last submit (3 s)
                  wait              mean 6.5 s   median 0 s   p95 17 s   max 17 s
                  bounded slowdown  mean 1.6   median 1.0   p95 2.5   per processor, mean 1.4
                  waiting jobs      mean 0.7   max 2 on 1 Jun 2010
                  jobs              4 completed   0 killed at their walltime
                """,
                "--backfill", "easy", "--conventions", "sc15");
    }

    @Test
    void processorsBecomeWholeNodes() {
        prints(
                """
                tiny: 9 lines; 5 jobs used
                  repaired  1   run time beyond the estimate: ended at it   (--overrun extend keeps them)
                  repaired  2   processors do not fill whole nodes: rounded up
                                (--processors-per-node says how many make a node)
                  noted     1   larger than the machine of the header   (a machine of that size rejects them)
                  header        MaxProcs, but no MaxNodes

                easy, fcfs order, conventions dandori  TIME
                  machine           2 nodes
                  rejected          1 job larger than the machine
                  utilization       75.0 %   first to last submit (4 s)
                  wait              mean 6.5 s   median 0 s   p95 17 s   max 17 s
                  bounded slowdown  mean 1.6   median 1.0   p95 2.5   per node, mean 1.4
                  waiting jobs      mean 1.0   max 2 on 1 Jun 2010
                  jobs              3 completed   1 killed at their walltime
                """,
                "--backfill", "easy", "--processors-per-node", "2");
    }

    @Test
    void anOverrunMayBeExtended() {
        // The fourth job runs its 20 seconds: 20–40.
        prints(
                """
                tiny: 9 lines; 5 jobs used
                  repaired  1   run time beyond the estimate: estimate raised to it
                  noted     1   larger than the machine of the header   (a machine of that size rejects them)
                  header        MaxProcs, but no MaxNodes

                easy, fcfs order, conventions dandori  TIME
                  machine           4 processors
                  rejected          1 job larger than the machine
                  utilization       62.5 %   first to last submit (4 s)
                  wait              mean 6.5 s   median 0 s   p95 17 s   max 17 s
                  bounded slowdown  mean 1.4   median 1.0   p95 1.9   per processor, mean 1.2
                  waiting jobs      mean 1.0   max 2 on 1 Jun 2010
                  jobs              4 completed   0 killed at their walltime
                """,
                "--backfill", "easy", "--overrun", "extend");
    }

    @Test
    void exactEstimatesAreSaid() {
        prints(
                """
                tiny: 9 lines; 5 jobs used
                  repaired  1   run time beyond the estimate: ended at it   (--overrun extend keeps them)
                  noted     1   larger than the machine of the header   (a machine of that size rejects them)
                  header        MaxProcs, but no MaxNodes

                easy, fcfs order, exact estimates, conventions dandori  TIME
                  machine           4 processors
                  rejected          1 job larger than the machine
                  utilization       62.5 %   first to last submit (4 s)
                  wait              mean 6.5 s   median 0 s   p95 17 s   max 17 s
                  bounded slowdown  mean 1.6   median 1.0   p95 2.5   per processor, mean 1.4
                  waiting jobs      mean 1.0   max 2 on 1 Jun 2010
                  jobs              3 completed   1 killed at their walltime
                """,
                "--backfill", "easy", "--estimates", "exact");
    }

    @Test
    void jobsBeforeAndAfterAreLeftOut() {
        prints(
                """
                tiny: 9 lines; 2 jobs used
                  skipped   3   submitted outside --from and --to
                  header        MaxProcs, but no MaxNodes

                none, fcfs order, conventions dandori  TIME
                  machine           4 processors
                  utilization       100.0 %   first to last submit (1 s)
                  wait              mean 4.5 s   median 0 s   p95 9 s   max 9 s
                  bounded slowdown  mean 1.4   median 1.0   p95 1.7   per processor, mean 1.4
                  waiting jobs      mean 0.0   max 1 on 1 Jun 2010
                  jobs              2 completed   0 killed at their walltime
                """,
                "--from", "2010-06-01T00:00:01", "--to", "2010-06-01T00:00:03");
    }
}
