package dandori.trace;

import static dandori.machine.AllocationUnit.ACCELERATOR;
import static dandori.machine.AllocationUnit.NODE;
import static dandori.machine.AllocationUnit.PROCESSOR;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.AllocationUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A machine's size is compared with those of jobs in what these count. */
class MachineSizeTest {

    private static TraceHeader header(int processors, int nodes) {
        return new TraceHeader(null, null, processors, nodes, 0, null, null, null, List.of());
    }

    private static int size(
            int processors, int nodes, AllocationUnit counts, AllocationUnit own, int perNode) {
        return header(processors, nodes).machineSize(counts, own, perNode);
    }

    @Test
    void whatALogCountsItsHeaderMeans() {
        assertThat(size(64, 8, PROCESSOR, PROCESSOR, 1)).isEqualTo(64);
        assertThat(size(0, 8, PROCESSOR, PROCESSOR, 1)).isEqualTo(8);
        assertThat(size(0, 8, PROCESSOR, PROCESSOR, 4)).isEqualTo(32);
        assertThat(size(64, 8, NODE, NODE, 1)).isEqualTo(8);
        assertThat(size(64, 0, NODE, NODE, 8)).isEqualTo(8);
        assertThat(size(0, 8, ACCELERATOR, ACCELERATOR, 1)).isEqualTo(8);
    }

    @Test
    void processorsMakeNodesAsThoseOfJobsDo() {
        assertThat(size(65, 4, NODE, PROCESSOR, 8)).isEqualTo(9);
        assertThat(size(0, 4, NODE, PROCESSOR, 8)).isEqualTo(4);
        assertThat(size(0, 158_976, PROCESSOR, NODE, 48)).isEqualTo(48 * 158_976);
        assertThat(size(0, Integer.MAX_VALUE, PROCESSOR, NODE, 48)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void whatNobodySaysIsUnknown() {
        assertThat(size(0, 158_976, PROCESSOR, NODE, 1)).isZero();
        assertThat(size(64, 8, ACCELERATOR, PROCESSOR, 1)).isZero();
    }

    @Test
    void theRulesSc15CompareNodesWithNodes() {
        String text =
                "; MaxProcs: 16\n"
                        + SwfText.job(1, 0, 60, 16, 60)
                        + SwfText.job(2, 0, 60, 17, 60)
                        + SwfText.job(3, 0, 60, 4, 60);
        LogOptions nodes = new LogOptions(null, null, NODE, null);
        ImportRules rules = ImportRules.sc15().withProcessorsPerNode(4).withLog(nodes);
        for (ImportRules same : List.of(rules, rules.withMachineProcessors(16))) {
            ImportedTrace trace = SwfText.read(text, same);
            assertThat(trace.count()).isEqualTo(2);
            assertThat(trace.report().count("sc15-above-machine")).isEqualTo(1);
            assertThat(trace.machineNodes()).isEqualTo(4);
        }
        ImportedTrace all = SwfText.read(text, rules.withPreset(ImportPreset.DANDORI));
        assertThat(all.report().count("above-header")).isEqualTo(1);
    }

    @Test
    void hoursAreOfWhatIsCounted() {
        String text = "; MaxProcs: 16\n" + SwfText.job(1, 0, 3600, 16, 60);
        LogOptions nodes = new LogOptions(null, null, NODE, null);
        ImportRules rules = ImportRules.dandori().withProcessorsPerNode(4).withLog(nodes);
        String said = TraceProfileText.of(TraceProfile.of(SwfText.read(text, rules), rules));
        assertThat(said).contains("size      4 nodes\n", "work      4.0 node hours");
        assertThat(said).contains("jobs        node hours    share").doesNotContain("processor h");
    }
}
