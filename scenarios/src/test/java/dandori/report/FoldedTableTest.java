package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of many policies, on pages. */
class FoldedTableTest {

    private static Table table(int policies) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Nodes", List.of("1-8", "9-64")));
        columns.add(new Column("Jobs", "", false, List.of(Entry.text("10"), Entry.text("20"))));
        for (int i = 1; i <= policies; i++) {
            Entry entry = Digits.entry(i, 0.5, false, "");
            columns.add(new Column("policy-" + i, "h", false, List.of(entry, entry)));
        }
        return new Table(columns, 2);
    }

    private static String page(Table table, boolean isHtml) {
        Section section = new Section("Waits", table, List.of(), true);
        Report report = new Report("t", "", "", List.of(), List.of(section), List.of());
        return isHtml ? HtmlReport.of(report) : MarkdownReport.of(report);
    }

    @Test
    void whatFitsStaysOneTable() {
        assertThat(FoldedTable.of(table(6))).containsExactly(table(6));
    }

    @Test
    void twentyPoliciesFollowEachOtherInBlocksOfAPagesWidth() {
        List<Table> blocks = FoldedTable.of(table(20));

        // 5 + 3 + 4 + 3 characters come first, and 12 or 13 are for each policy: 9 + 3 or 10 + 3.
        assertThat(blocks).hasSize(3);
        List<String> headings = new ArrayList<>();
        for (Table block : blocks) {
            assertThat(block.columns().subList(0, 2)).isEqualTo(table(20).columns().subList(0, 2));
            block.columns()
                    .subList(2, block.columns().size())
                    .forEach(column -> headings.add(column.heading()));
        }
        assertThat(headings)
                .isEqualTo(
                        table(20).columns().subList(2, 22).stream().map(Column::heading).toList());
    }

    @Test
    void pagesHaveTheBlocks() {
        assertThat(page(table(20), true).split("<table>", -1)).hasSize(4);
        String text = page(table(20), false);
        assertThat(text.split("\n\\| Nodes \\| Jobs \\| policy-", -1)).hasSize(4);
        assertThat(text.lines().filter(line -> line.matches("\\| [19]-.*")))
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(2 + 120 + 2));
    }

    @Test
    void textsThatCanBeWrappedAreNotFolded() {
        Column words = Column.text("What", List.of("so many words ".repeat(20)));
        Table table = new Table(List.of(Column.text("Trace", List.of("t")), words, words));

        assertThat(FoldedTable.of(table)).containsExactly(table);
    }
}
