package dandori.trace.pbs;

import static dandori.trace.pbs.PbsText.pro;
import static dandori.trace.pbs.PbsText.record;
import static dandori.trace.pbs.PbsText.torque;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.trace.LogOptions;
import dandori.trace.TraceException;
import dandori.trace.lines.Days;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of days is read as {@code cat} of them. */
class PbsDaysTest {

    @TempDir private Path folder;

    private List<String> told(Path log) {
        return Days.told(log, LogOptions.none());
    }

    private Path days(String... days) throws IOException {
        Path log = Files.createDirectory(folder.resolve("days"));
        for (int day = 0; day < days.length; day++) {
            Files.writeString(log.resolve("2020040" + day), days[day]);
        }
        return log;
    }

    @Test
    void aJobThatRunsPastMidnightIsOneJob() throws IOException {
        Path days =
                days(
                        record('Q', "12.srv", "queue=workq") + record('S', "12.srv", "user=ann"),
                        pro("12.srv", 100, 160, 260));
        assertThat(told(days))
                .containsExactly(
                        "12 100000 16 3600000 100000 ann the lab workq",
                        "noted 2 pbs-other-records",
                        "2020-04-06T00:00Z 3 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whereverALogIsCutItIsReadAsOne(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String id = random.nextInt(90) + ".srv";
            int start = random.nextInt(4) * 50 + 100;
            records.add(
                    switch (random.nextInt(9)) {
                        case 0 -> record('Q', id, "queue=workq");
                        case 1, 2 -> record('S', id, "user=ann");
                        case 3 -> record('R', id, "user=ann");
                        case 4 -> record('D', id, "requestor=ann") + "no record\n";
                        case 5 -> torque(id, 90, start, start + random.nextInt(90));
                        case 6 -> record('E', id, "user=bob") + "\r\n";
                        default -> pro(id, 100, start, start + random.nextInt(90));
                    });
        }
        records = PbsText.inTime(records);
        Path whole = Files.writeString(folder.resolve("whole"), String.join("", records));
        Path days = Days.write(folder.resolve("days"), Days.cut(records, random), random);

        assertThat(told(days)).isEqualTo(told(whole));
        assertThat(told(whole)).anyMatch(note -> note.endsWith(" pbs-no-end"));
    }

    @Test
    void aDayThatIsCutShortDoesNotRunIntoTheNext() throws IOException {
        String cut = pro("1.srv", 100, 160, 260).replaceFirst("end=(\\d{5}).*\n", "end=$1");
        Path days = days(cut, pro("2.srv", 100, 160, 260));
        assertThat(told(days))
                .containsExactly(
                        "2 100000 16 3600000 100000 ann the lab workq",
                        "skipped 1 pbs-last-line-cut",
                        "2020-04-06T00:00Z 2 2");
    }

    @Test
    void aMessageNamesTheDay() throws IOException {
        Path days = days(pro("1.srv", 100, 160, 260), "A note.\n");
        Path second = days.resolve("20200401");
        assertThatThrownBy(() -> told(days))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(second + ":1: found ");
        Files.write(second, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        assertThatThrownBy(() -> told(days))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(second + ": ends in the middle of its gzip data.");
    }

    @Test
    void monthsAreReadInOrderOfTimeWhateverTheyAreCalled() throws IOException {
        Path named = Files.createDirectory(folder.resolve("named"));
        Path sorted = Files.createDirectory(folder.resolve("sorted"));
        String[] months = {"jan", "feb", "mar"};
        for (int month = 0; month < months.length; month++) {
            int begin = month * 30 * 86_400;
            String text =
                    pro(month + ".srv", begin, begin + 60, begin + 90)
                            .replaceFirst("04/06", "%02d/06".formatted(month + 4));
            Files.writeString(named.resolve(months[month]), text);
            Files.writeString(sorted.resolve("2020" + month), text);
        }
        assertThat(told(named)).isEqualTo(told(sorted)).last().isEqualTo("2020-04-06T00:00Z 3 3");
        assertThat(told(named).get(0)).startsWith("0 0 ");
    }

    @Test
    void namesDecideWhereTimesDoNot() throws IOException {
        String[] texts = {
            "A note.\n" + pro("2.srv", 200, 260, 290),
            "No record\n13/41/2020 10:00:00;Q;3.srv;queue=workq\n" + torque("3.srv", 9, 30, 60),
            "13/41/2020 10:00:00;E;4.srv;ctime=1586131200 start=1586131201 end=1586131202\n",
            pro("1.srv", 100, 160, 190).replace("10:00:00;", "09:00:00;"),
            pro("5.srv", 300, 360, 390)
        };
        String inOrder = texts[3] + texts[0] + texts[2] + texts[1] + texts[4];
        Path whole = Files.writeString(folder.resolve("whole"), inOrder);
        assertThat(told(days(texts))).isEqualTo(told(whole));
    }

    @Test
    void whoHasNoEndIsCountedOnce() throws IOException {
        Path days = days(record('S', "1.srv", "user=ann"), record('Q', "2.srv", "queue=workq"));
        assertThatThrownBy(() -> told(days))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("none of its 2 job lines can be used (1: ")
                .hasMessageContaining("; 1: ");
    }

    @Test
    void aDayOfBlankLinesIsReadAsThese() throws IOException {
        String[] texts = {"\n", pro("1.srv", 100, 160, 260), " \r\n\n", pro("2.srv", 1, 2, 3), " "};
        Path whole = Files.writeString(folder.resolve("whole"), String.join("", texts));
        assertThat(told(days(texts)))
                .isEqualTo(told(whole))
                .last()
                .isEqualTo("2020-04-06T00:00Z 6 2");
    }

    @Test
    void aMessageNamesTheFirstDayOrAllDays() throws IOException {
        LogOptions pbs = new LogOptions("pbs", null, null, null);
        Path days = days("A note.\n", "Another.\n");
        assertThatThrownBy(() -> Days.told(days, pbs))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(days.resolve("20200400") + ":1: found 'A note.'");
        Files.writeString(days.resolve("20200400"), "\n");
        Files.writeString(days.resolve("20200401"), "\n");
        assertThatThrownBy(() -> Days.told(days, pbs))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(
                        days.resolve("20200400 to 20200401") + ": holds blank lines only,");
    }

    @Test
    void manyDaysAreOneLog() throws IOException {
        Path log = Files.createDirectory(folder.resolve("years"));
        for (int day = 0; day < 1_100; day++) {
            Files.writeString(
                    log.resolve("%08d".formatted(day)), pro(day + ".srv", day, day + 1, day + 2));
        }
        assertThat(told(log)).hasSize(1_101).last().isEqualTo("2020-04-06T00:00Z 1100 1100");
    }
}
