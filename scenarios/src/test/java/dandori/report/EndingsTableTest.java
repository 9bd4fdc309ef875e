package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.experiment.Studies;
import dandori.experiment.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of jobs where waits alone mislead, by hand. */
class EndingsTableTest {

    private static final String TITLE = "How jobs came out";

    @TempDir private Path folder;

    /** Spot work has all four nodes for 100 s; after 10 s an urgent job wants them for 20 s. */
    private Study urgentAndSpot(String... settings) throws IOException, InterruptedException {
        String line = "%d %d -1 %d 4 -1 -1 4 %d -1 1 7 1 -1 1 -1 -1 -1\n";
        Path spot =
                Files.writeString(
                        folder.resolve("spot.swf"),
                        "; MaxNodes: 4\n" + line.formatted(1, 0, 100, 100));
        Path urgent =
                Files.writeString(
                        folder.resolve("urgent.swf"),
                        "; MaxNodes: 4\n" + line.formatted(2, 10, 20, 20));
        String text =
                """
                scenario: typhoon
                machines: {m: {nodes: 4}}
                organizations: {weather: {}, anyone: {}}
                workload:
                  streams:
                    - {organization: anyone, trace: {file: %s}}
                    - {organization: weather, trace: {file: %s}}
                policies:
                  waits: {backfill: easy}
                  kills:
                    backfill: easy
                    preemption: qos
                    qos:
                      urgent: {priority: 10, organizations: [weather]}
                      spot: {priority: -10, yields: true, mode: kill, organizations: [anyone]}
                report: {compareTo: waits}
                """
                        .formatted(spot, urgent);
        return Studies.play(Studies.scenario(text, settings), 1, null);
    }

    private static List<Section> sections(Report report, String title) {
        return report.sections().stream().filter(one -> one.title().startsWith(title)).toList();
    }

    @Test
    void whereJobsAreEndedItIsSaidWhatTheShortWaitsAreWorth()
            throws IOException, InterruptedException {
        Report report = StudyReport.of(urgentAndSpot());
        Report only = new Report("r", "", "", sections(report, TITLE), List.of());
        // Waits: 100 s and 110 s. Kills: 10 s, of which 4 nodes lost all, and 20 s.
        assertThat(TextReport.of(only, false))
                .isEqualTo(
                        """

                        How jobs came out
                         Policy   Turnaround, mean   Completed   Ended for others     Lost
                                                 s                                  node h
                         waits               105          2.00               0       0
                         kills                15.0        1.00               1.00    0.011
                         Turnaround: from submission to end; so far, of jobs that have not ended.
                         Under kills jobs were ended for others. They count with the time that they had, and nobody waits
                         behind the rest of them: waits and turnaround are short where fewer jobs complete.
                        """);
        assertThat(TextReport.of(report, false).lines()).allMatch(line -> line.length() <= 100);
        assertThat(report.sections())
                .extracting(Section::title)
                .contains("Mean turnaround by organization", "Completed by organization");
    }

    @Test
    void whereNobodyMakesWayThereIsNothingToSay() throws IOException, InterruptedException {
        Study plain =
                urgentAndSpot(
                        "policies={waits: {backfill: easy}, saf: {order: saf, backfill: easy}}");
        assertThat(sections(StudyReport.of(plain), TITLE)).isEmpty();
    }
}
