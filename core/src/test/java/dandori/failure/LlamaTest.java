package dandori.failure;

import static dandori.failure.Draws.DAY;
import static dandori.failure.Draws.all;
import static dandori.failure.Draws.isOff;
import static dandori.failure.Draws.mtbf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import dandori.interconnect.FatTree;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model of docs/models/failures.md: what interrupted Llama 3, by cause. */
class LlamaTest {

    private static final double HOUR = 3_600_000;

    @Test
    void itIsInterruptedAsOftenAsItWas() {
        Machine machine =
                new Machine(
                        "llama",
                        AllocationUnit.NODE,
                        new FatTree(2_048, List.of(16), List.of(1.0), 400e9),
                        List.of(new Pool("llama", 0, 2_048)));
        NodeSet nodes = all(machine);

        FailureModel model =
                new FailureModel(
                        List.of(
                                new NodeHazard(
                                        "hosts and GPUs",
                                        nodes,
                                        new Lifetime.Exponential(mtbf(2.90)),
                                        Age.SETTLED,
                                        Lemons.causing(0.05, 0.55),
                                        new Repair.LogNormal(2 * HOUR, 48 * HOUR)),
                                new SwitchHazard(
                                        "leaves", mtbf(0.32 * 16), new Repair.Fixed(4 * HOUR)),
                                new SoftwareHazard("software", nodes, mtbf(0.57))));
        double mtbfMillis = model.interruptionMtbfMillis(machine, nodes); // 3.09 h
        double every = new Checkpointing.Young().intervalMillis(60_000, mtbfMillis); // 0.32 h

        assertThat(mtbfMillis / HOUR).isCloseTo(3.09, within(0.005));
        assertThat(every / HOUR).isCloseTo(0.32, within(0.005));
        Failures failures = model.of(machine, new RandomStreams(1));
        int[] byCause = new int[Breakage.values().length];
        while (failures.nextAtMillis() < 10 * 54 * DAY) {
            byCause[failures.next().cause().ordinal()]++;
        }
        assertThat(isOff(byCause[Breakage.NODE.ordinal()], 3_210)).isBetween(-3.0, 3.0);
        assertThat(isOff(byCause[Breakage.SWITCH.ordinal()], 350)).isBetween(-3.0, 3.0);
        assertThat(isOff(byCause[Breakage.SOFTWARE.ordinal()], 630)).isBetween(-3.0, 3.0);
    }
}
