package dandori.scenario;

import static dandori.scenario.Reading.RIGHT;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Workload;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces whose users are drawn anew, or wait for their jobs. */
class ResampledStreamTest {

    /** Time 0 is Sunday, 09:00 on 2001-09-09 in UTC; user u submits u hours later, three times. */
    private static String trace() {
        StringBuilder text =
                new StringBuilder("; UnixStartTime: 1000026000\n; TimeZoneString: UTC\n");
        for (int day = 0; day < 21; day++) {
            int user = day / 3;
            text.append(
                    "%d %d 5 60 4 -1 -1 4 120 -1 1 %d 1 -1 1 1 -1 -1\n"
                            .formatted(day + 1, day * 86_400L + user * 3_600L, user));
        }
        return text.toString();
    }

    @TempDir Path folder;

    @BeforeEach
    void writeTrace() throws IOException {
        Files.writeString(folder.resolve("t.swf"), trace());
    }

    private String stream(String keys) {
        return "workload.streams[0]={organization: us, trace: {file: '"
                + folder
                + "/t.swf', "
                + keys
                + "}}";
    }

    private SeedWorkload jobs(long seed, String keys, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(0, stream(keys));
        Scenario scenario = scenario(RIGHT, all.toArray(String[]::new));
        return new Workloads(scenario, (read, total) -> {}).forSeed(seed);
    }

    private static String text(Workload workload) {
        StringBuilder text = new StringBuilder();
        for (int job = 0; job < workload.count(); job++) {
            text.append(workload.jobs().submitMillis(job))
                    .append(' ')
                    .append(workload.users().get(workload.jobs().user(job)))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void everySeedHasUsersOfItsOwn() {
        Scenario scenario = scenario(RIGHT, stream("resample: {}"), "run.seeds=1..3");

        assertThat(scenario.run().seeds()).containsExactly(1, 2, 3);
        assertThat(scenario.isDrawn()).isTrue();
        assertThat(text(jobs(1, "resample: {}").workload()))
                .isEqualTo(text(jobs(1, "resample: {}").workload()))
                .isNotEqualTo(text(jobs(2, "resample: {}").workload()));
    }

    /** Nobody submits between midnight and 9 o'clock, and user 6 does at 15 o'clock. */
    @Test
    void hoursAndDaysAreThoseOfTheRunsCalendar() {
        ZonedDateTime start = ZonedDateTime.parse("2026-01-07T03:00Z");
        Workload made = jobs(1, "resample: {}", "run.start=" + start, "run.length=30w").workload();
        assertThat(made.count()).isGreaterThan(100);
        for (int job = 0; job < made.count(); job++) {
            ZonedDateTime at = start.plusNanos(made.jobs().submitMillis(job) * 1_000_000);
            String user = made.users().get(made.jobs().user(job)).replaceAll("\\..*", "");
            assertThat(at.getHour()).isEqualTo(9 + Integer.parseInt(user));
            // the trace begins on a Sunday, and its users take three days each
            int days = (at.getDayOfWeek().getValue() % 7 + 21 - 3 * Integer.parseInt(user)) % 7;
            assertThat(days).isBetween(0, 2);
        }
    }

    @Test
    void weeksAreThoseSaidOrOfTheRunOrOfTheTrace() {
        long week = 7 * 86_400_000L;
        assertThat(last(jobs(1, "resample: {weeks: 40}").workload()))
                .isBetween(38 * week, 40 * week);
        assertThat(last(jobs(1, "resample: {}", "run.length=20w").workload()))
                .isBetween(18 * week, 20 * week);
        assertThat(last(jobs(1, "resample: {}").workload())).isBetween(week, 3 * week);
    }

    private static long last(Workload workload) {
        return workload.jobs().submitMillis(workload.count() - 1);
    }

    @Test
    void moreJobsThanMemoryHoldsAreRefused() {
        assertThatThrownBy(() -> jobs(1, "resample: {users: 2000000000}"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(
                        "workload.streams[0].trace.resample: makes 6.00e+09 jobs, but 50,000,000"
                                + " are the most.")
                .hasMessageContaining("Maybe fewer 'users' or 'weeks'");
    }

    /** Whoever waited for whom is read from the log, and not from its shaken copy. */
    @Test
    void usersWaitForWhatTheyWaitedForHoweverTheLogIsShaken() throws IOException {
        // ann's second comes 5 s after her first has ended: one a minute, 30 times over
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.append(
                    "%d %d 0 55 1 -1 -1 1 120 -1 1 1 1 -1 1 1 -1 -1\n".formatted(i + 1, 60 * i));
        }
        Files.writeString(folder.resolve("t.swf"), text);
        String[] shaken = {"run.seeds=1..3", "run.shake={submit: 50s}"};
        for (int seed = 1; seed <= 3; seed++) {
            Workload made = jobs(seed, "feedback: true", shaken).workload();
            assertThat(made.dependencies().batchCount()).as("seed %d", seed).isEqualTo(30);
            assertThat(made.dependencies().sessionCount()).isEqualTo(1);
        }
        assertThat(text(jobs(1, "feedback: true", shaken).workload()))
                .isNotEqualTo(text(jobs(2, "feedback: true", shaken).workload()));
    }

    @Test
    void figuresSayWhatWasToBeExpected() {
        assertThat(jobs(1, "resample: {users: 14}").figures().get("workload.streams[0]"))
                .anySatisfy(figure -> {
                    assertThat(figure.name()).isEqualTo("jobs a week");
                    assertThat(figure.asked()).isEqualTo(14);
                });
        assertThat(jobs(1, "feedback: true").figures().get("workload.streams[0]"))
                .anySatisfy(figure -> {
                    assertThat(figure.name()).isEqualTo("sessions");
                    assertThat(figure.achieved()).isEqualTo(21);
                });
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        String keys = "resample: {users: 5, weeks: 2, longTerm: 4w}, feedback: true, pause: 30min";
        Scenario scenario = scenario(RIGHT, stream(keys));
        String written = ScenarioText.of(scenario, Reading.PARTS);

        assertThat(written)
                .containsPattern("resample:\\n *users: 5\\n *weeks: 2\\n *longTerm: 4w\\n")
                .contains("feedback: true")
                .contains("pause: 30min");
        assertThat(scenario(written).workload()).isEqualTo(scenario.workload());
    }

    @Test
    void whatDoesNotGoTogetherIsSaid() {
        assertThat(issues(RIGHT, stream("feedback: true, dependencies: true")).toString())
                .contains("does not go together with 'dependencies'");
        assertThat(issues(RIGHT, stream("resample: {}, dependencies: true")).toString())
                .contains("does not go together with 'dependencies'");
        assertThat(issues(RIGHT, stream("pause: 5min")).toString())
                .contains("says nothing without 'feedback'");
        assertThat(issues(RIGHT, stream("resample: {users: 0}")).toString()).contains("users");
        assertThat(
                        issues(RIGHT, stream("resample: {}"), "policies.easy.backfill=as-logged")
                                .toString())
                .contains("but a stream is resampled");
    }
}
