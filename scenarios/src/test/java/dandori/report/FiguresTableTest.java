package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.metric.Figure;
import dandori.report.FiguresTable.Named;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Marks of tables of any figures. */
class FiguresTableTest {

    private static List<Figure> figures(double... values) {
        return DoubleStream.of(values).mapToObj(value -> new Figure(value, false)).toList();
    }

    private static List<String> marks(List<List<Figure>> figures) {
        List<String> policies = List.of("a", "b", "c").subList(0, figures.size());
        Table table = FiguresTable.of("Policy", policies, List.of(new Named("jobs", figures)));
        return table.columns().get(1).entries().stream().map(Entry::mark).toList();
    }

    @Test
    void marksAreThoseOfReports() {
        // Differences of b: 1 to 4, p = 0.030 alone and 0.061 of two, though more in every pair.
        List<Figure> a = figures(1, 2, 3, 4);
        List<Figure> b = figures(2, 4, 6, 8);
        List<Figure> c = figures(2, 1, 4, 3);

        assertThat(marks(List.of(a, b))).containsExactly("", "▲");
        assertThat(marks(List.of(b, a))).containsExactly("", "▼");
        assertThat(marks(List.of(a, b, c))).containsExactly("", "", "");
    }
}
