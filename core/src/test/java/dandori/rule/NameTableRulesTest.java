package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.NameTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of names: the first to be seen comes first, and the empty name is none. */
class NameTableRulesTest {

    @Test
    void namesAreNumberedAsTheyAreSeen() {
        NameTable table = new NameTable();
        assertThat(table.index("ito")).isEqualTo(0);
        assertThat(table.index("")).isEqualTo(-1);
        assertThat(table.index("mori")).isEqualTo(1);
        assertThat(table.index("ito")).isEqualTo(0);
        assertThat(table.names()).containsExactly("ito", "mori");
    }

    @Test
    void newNamesComeBehindThoseThatAreKnown() {
        NameTable table = new NameTable(List.of("ito", "mori"));
        assertThat(table.index("mori")).isEqualTo(1);
        assertThat(table.index("abe")).isEqualTo(2);
        assertThat(table.names()).containsExactly("ito", "mori", "abe");
    }
}
