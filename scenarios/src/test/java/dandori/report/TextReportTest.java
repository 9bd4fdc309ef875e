package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How tables are laid out on 100 columns; lines begin with a space. */
class TextReportTest {

    private static List<String> lines(int... widths) {
        List<Column> columns =
                Stream.of("a", "b", "c", "d")
                        .limit(widths.length)
                        .map(name ->
                                Column.text(
                                        name, List.of(name.repeat(widths[name.charAt(0) - 'a']))))
                        .toList();
        Section section = new Section("title", new Table(columns), List.of(), true);
        String text = TextReport.of(new Report("r", "", "", List.of(section), List.of()), false);
        return text.lines().filter(line -> line.matches(" [a-d ]+")).toList();
    }

    @Test
    void columnsStandThreeSpacesApart() {
        assertThat(lines(30, 30, 33)) // 99 and the space
                .last()
                .isEqualTo(
                        " %s   %s   %s".formatted("a".repeat(30), "b".repeat(30), "c".repeat(33)));
    }

    @Test
    void theyStandCloserWhereTheyFitThen() {
        assertThat(lines(30, 30, 34))
                .last()
                .isEqualTo(" %s  %s  %s".formatted("a".repeat(30), "b".repeat(30), "c".repeat(34)));
        assertThat(lines(30, 30, 35)).last().asString().hasSize(100);
    }

    @Test
    void elseTheRestFollowsBelow() {
        assertThat(lines(30, 30, 36))
                .endsWith(
                        " %s   %s".formatted("a".repeat(30), "b".repeat(30)),
                        " a" + " ".repeat(32) + "c",
                        " %s   %s".formatted("a".repeat(30), "c".repeat(36)));
    }
}
