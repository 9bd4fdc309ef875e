package dandori.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dandori.scenario.text.ScenarioException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be wrong with a wiring file is said, all of it, with its line. */
class WiringIssuesTest {

    private static String refusal(WiringFormat format, String text) {
        return catchThrowableOfType(
                        ScenarioException.class, () -> Wirings.read("wiring", format, text, 10))
                .getMessage();
    }

    private static String conf(String text) {
        return refusal(WiringFormat.TOPOLOGY_CONF, text);
    }

    private static String dot(String text) {
        return refusal(WiringFormat.DOT, text);
    }

    @Test
    void aTopologyTellsEverythingAtOnce() {
        assertThat(
                        conf(
                                """
                                SwitchName=top Switches=leaf0,leaf1,leef2
                                SwitchName=leaf0 Nodes=n[0-3]
                                SwitchName=leaf1 Nodes=n[3-5] Nods=n6
                                SwitchName=leaf2 Nodes=m[5-1]
                                SwitchName=leaf2 Nodes=k[1,
                                SwitchName=empty
                                Nodes=z
                                """))
                .isEqualTo(
                        """
                        wiring has 8 problems.

                          top (line 1): Switches names 'leef2', which is no switch of this file.
                          Maybe 'leaf2'. Known: top, leaf0, leaf1, leaf2, empty.

                          (line 3): 'Nods=n6' is not known here; it must be KEY=VALUE.
                          Maybe 'Nodes'. Known: SwitchName, Nodes, Switches, LinkSpeed.

                          n3 (line 3): stands here a second time; first in line 2.
                          Maybe leave one of them out, or give it a name of its own.

                          leaf2 (line 4): Nodes=m[5-1] has the range 5-1, which runs down.
                          Maybe nodes[01-16,20] shows the form.

                          leaf2 (line 5): Nodes=k[1, has brackets that do not pair.
                          Maybe nodes[01-16,20] shows the form.

                          leaf2 (line 5): stands here a second time; first in line 4.
                          Maybe leave one of them out, or give it a name of its own.

                          empty (line 6): This switch holds nothing.
                          Maybe add Nodes=LIST or Switches=LIST.

                          (line 7): A line must name its switch.
                          Maybe begin it with SwitchName=NAME.\
                        """);
    }

    @Test
    void aSwitchHasOneAboveAndNeverItself() {
        assertThat(
                        conf(
                                """
                                SwitchName=a Switches=c Nodes=n1
                                SwitchName=b Switches=c
                                SwitchName=c Nodes=n2
                                """))
                .contains("b (line 2): Switch 'c' stands below 'a' already.");
        assertThat(conf("SwitchName=a Switches=b\nSwitchName=b Switches=a Nodes=n1"))
                .contains("a (line 1): This switch stands below itself.");
        assertThat(conf("SwitchName=a Switches=a Nodes=n1"))
                .contains("a (line 1): This switch stands below itself.");
    }

    @Test
    void anEmptyFileHasNoNodes() {
        for (WiringFormat format : List.of(WiringFormat.TOPOLOGY_CONF, WiringFormat.DOT)) {
            String empty = format == WiringFormat.DOT ? "graph { }" : "# nothing\n";
            assertThat(refusal(format, empty)).contains("It has no nodes.");
        }
    }

    @Test
    void aGraphTellsEverythingAtOnce() {
        assertThat(
                        dot(
                                """
                                graph {
                                  s [kind=switch];
                                  t [kind=swich];
                                  a -- s [bandwidth=-3];
                                  b -- s [bandwidth=fast];
                                  b -- s;
                                  c -- a;
                                  d;
                                }
                                """))
                .isEqualTo(
                        """
                        wiring has 7 problems.

                          It falls into 2 parts that nothing joins, those of s, t.
                          Maybe a switch above them is missing.

                          t (line 3): kind must be node or switch, but is 'swich'.
                          Maybe 'switch'. Known: node, switch.

                          a – s (line 4): bandwidth must be above 0, but is -3.0.
                          Maybe leave it out: then it is that of the others.

                          b – s (line 5): bandwidth must be a number of bytes per second, but is 'fast'.
                          Maybe 12.5e9, which is 100 Gb/s.

                          b – s (line 5): These two are joined a second time.
                          Maybe write one cable that carries as much as all of them.

                          c – a (line 7): Two nodes are joined without a switch.
                          Maybe a switch lacks kind = switch.

                          c (line 7): No switch holds these 2 nodes: c, d.
                          Maybe join each to a switch, or leave them out.\
                        """);
    }

    @Test
    void whatIsNoGraphIsSaidWithItsLine() {
        assertThat(dot("graph {\n  a -- ;\n}")).contains("(line 2): It cannot be read as DOT: ");
        assertThat(dot("graph { a -- b [bandwidth=5e9] }"))
                .contains("Maybe a value lacks its quotes, as in bandwidth=\"12.5e9\".");
        String head = "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
        assertThat(refusal(WiringFormat.GRAPHML, head + "<graph"))
                .contains("(line 2): It cannot be read as GraphML: ");
        assertThat(
                        refusal(
                                WiringFormat.GRAPHML,
                                head
                                        + "<graph edgedefault=\"undirected\">\n<node id=\"a\"/>\n"
                                        + "<node id=\"a\"/></graph></graphml>"))
                .contains("(line 4)", "[a]");
        assertThat(refusal(WiringFormat.GRAPHML, "<html/>")).contains("It cannot be read");
        assertThat(refusal(WiringFormat.GRAPHML, "<!DOCTYPE a>" + head))
                .contains("A wiring must not have a DOCTYPE.");
    }

    @Test
    void partsThatOnlyANodeJoinsAreNotJoined() {
        assertThat(dot("graph { s [kind=switch]; t [kind=switch]; s -- a -- t; s -- b; t -- c }"))
                .contains("It falls into 2 parts that nothing joins, those of s, t.");
    }

    @Test
    void hostListsThatAreNoneAreRefused() {
        for (String text : List.of("n[1-2", "n1]", "n[a-b]", "n[1-2-3]", "a,,b", "n[]", "n[[1]]")) {
            assertThat(conf("SwitchName=s Nodes=" + text)).contains("s (line 1): Nodes=");
        }
        assertThat(conf("SwitchName=s Nodes=n[0-99999999]")).contains("more than a million names");
        assertThat(conf("SwitchName=s Nodes=n[1,1]")).contains("Nodes names 'n1' twice.");
    }
}
