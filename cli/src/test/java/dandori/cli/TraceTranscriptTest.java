package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dandori trace info} prints, whole. */
class TraceTranscriptTest {

    @TempDir private Path folder;

    @Test
    void aTraceIsDescribed() {
        Call call = Call.of("trace", "info", TinyTrace.five(folder));
        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(call.out())
                .isEqualTo(
                        """
                        tiny
                          size      4 processors
                          span      4 s from first to last submit (2010-06-01 00:00 to 2010-06-01 00:00, UTC)
                          work      0.0 processor hours, 800.0 % of the machine
                          jobs      5 by 3 users, 1 organization, 1 partition

                                                least       10 %     median       90 %       99 %       most       mean
                          size                      1          1          2          8          8          8        3.2
                          run time                5 s        5 s       10 s       20 s       20 s       20 s       11 s
                          estimate                5 s        5 s       10 s       11 s       11 s       11 s      8.8 s
                          run ÷ estimate        100 %      100 %      100 %      182 %      182 %      182 %      116 %
                          between submits         1 s        1 s        1 s        1 s        1 s        1 s        1 s
                          logged wait             0 s        0 s        0 s        2 s        2 s        2 s      0.6 s

                          Busiest users                    jobs   processor hours    share
                          3                                   2               0.0   62.5 %
                          2                                   2               0.0   31.3 %
                          1                                   1               0.0    6.3 %

                          Busiest organizations            jobs   processor hours    share
                          1                                   5               0.0  100.0 %

                        The log's own schedule (5 jobs): at most 16 processors at once
                          exceeds the machine by up to 12, 40.00 % of the time: recorded waits are not the truth

                        What was odd in 9 lines (5 of 5 jobs used)
                          repaired  1   run time beyond the estimate: ended at it   (--overrun extend keeps them)
                          noted     1   larger than the machine of the header   (a machine of that size rejects them)
                          header        MaxProcs, but no MaxNodes
                        """);
    }

    @Test
    void severalHaveABlankLineBetween() {
        Path trace = TinyTrace.five(folder);
        String once = Call.of("trace", "info", trace).out();
        assertThat(Call.of("trace", "info", trace, trace).out()).isEqualTo(once + "\n" + once);
    }
}
