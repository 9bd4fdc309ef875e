package dandori.failure;

import static dandori.failure.Draws.DAY;
import static dandori.failure.Draws.all;
import static dandori.failure.Draws.until;
import static dandori.failure.ManyHazards.CRASHES;
import static dandori.failure.ManyHazards.LEAVES;
import static dandori.failure.ManyHazards.MACHINE;
import static dandori.failure.ManyHazards.OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.engine.RandomStreams;
import dandori.interconnect.Axis;
import dandori.interconnect.SwitchTree;
import dandori.interconnect.Torus;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a hazard hits, and where it cannot strike. */
class HazardTest {

    @Test
    void aSwitchTakesExactlyTheNodesBelowIt() {
        SwitchTree tree = MACHINE.interconnect().switches();
        TreeSet<String> hit = new TreeSet<>();
        for (Failure failure : until(2_000 * DAY, new FailureModel(List.of(LEAVES)), MACHINE, 1)) {
            int leaf = tree.leafOf(failure.nodes().first(0));
            assertThat(failure.nodes())
                    .isEqualTo(NodeSet.range(tree.firstNode(0, leaf), tree.endNode(0, leaf) - 1));
            assertThat(failure.repairMillis()).isEqualTo((long) DAY / 2);
            hit.add(failure.nodes().toString());
        }
        assertThat(hit).containsExactlyInAnyOrder("0-3", "4-7", "8-11", "12-15", "16-19", "20-21");
    }

    @Test
    void aTorusHasUnitsInPlaceOfSwitches() {
        var switches = new FailureModel(List.of(LEAVES));
        assertThat(until(900 * DAY, switches, torus(1), 1))
                .allMatch(failure -> List.of("0-3", "4-7").contains(failure.nodes().toString()));
        assertThatThrownBy(() -> switches.of(torus(0), new RandomStreams(1)))
                .hasMessageContaining("leaves: the nodes of 't' stand below no switches");
    }

    private static Machine torus(int unitAxes) {
        var axes = List.of(new Axis("x", 2, true), new Axis("y", 4, true));
        return new Machine(
                "t",
                AllocationUnit.NODE,
                new Torus(axes, unitAxes, List.of(0, 1), 1e9),
                List.of(new Pool("t", 0, 8)));
    }

    @Test
    void softwareHitsOneNodeAndTakesNone() {
        assertThat(until(900 * DAY, new FailureModel(List.of(CRASHES)), MACHINE, 1))
                .isNotEmpty()
                .allMatch(failure -> failure.cause() == Breakage.SOFTWARE)
                .allMatch(failure -> failure.nodes().size() == 1 && failure.repairMillis() == 0);
    }

    @Test
    void whatIsMeantForAnotherMachineIsRefused() {
        refused(new FailureModel(List.of(LEAVES)), "stand below no switches.\nMaybe leave");
        refused(new FailureModel(List.of(OLD)), "old: node 9 is not one of the 5 of 'five'");
        refused(new FailureModel(List.of(CRASHES)), "os: node 21 is not one of the 5");
        assertThatThrownBy(() -> new FailureModel(List.of(OLD, OLD)))
                .hasMessageContaining("Two hazards have the name 'old'.\nMaybe");
        assertThatThrownBy(() -> new SoftwareHazard("os", NodeSet.EMPTY, 1))
                .hasMessageContaining("os: there are no nodes");
    }

    private static void refused(FailureModel model, String message) {
        assertThatThrownBy(() -> model.of(Machine.flat("five", 5), new RandomStreams(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void afterSomeMillionsOfYearsNothingComes() {
        FailureModel rare =
                new FailureModel(
                        List.of(
                                new SoftwareHazard("os", all(MACHINE), 1e19),
                                new NodeHazard(
                                        "n",
                                        all(MACHINE),
                                        new Lifetime.Weibull(1, 1e19),
                                        Age.NEW,
                                        Lemons.NONE,
                                        new Repair.Fixed(1e30))));
        assertThat(until(1e18, rare, MACHINE, 1))
                .allMatch(f -> f.atMillis() + f.repairMillis() > 0);
        Failures failures = rare.of(MACHINE, new RandomStreams(1));
        while (failures.nextAtMillis() < Long.MAX_VALUE) {
            failures.next();
        }
        assertThat(failures.nextAtMillis()).isEqualTo(Long.MAX_VALUE);
    }
}
