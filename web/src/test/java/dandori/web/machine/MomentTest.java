package dandori.web.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MomentTest {

    private static final int ROUNDS = 40;

    @TempDir Path folder;

    @Test
    void everyNodeIsHeldByTheJobThatAnObviousLookFinds() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            WrittenMachine written = new WrittenMachine(round);
            for (String machine : List.of("m", "w")) {
                if (written.all.stream().noneMatch(stay -> isPlaced(stay, machine))) {
                    continue; // then nobody knows whether nodes have places
                }
                MachineRun run = written.read(folder, machine);
                for (int time = -5; time < 450; time += 7) {
                    Map<String, ?> state = Moment.tree(run, time + 0.4);
                    assertThat(holders(state))
                            .as("%s at %d, round %d", machine, time, round)
                            .isEqualTo(written.holders(machine, time));
                    assertThat(counts(state)).isEqualTo(counts(written, machine, time));
                }
            }
        }
    }

    @Test
    void changesLeadFromOneStateToTheNext() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            MachineRun run = new WrittenMachine(round).read(folder, "m");
            int most = 1 + round;
            double time = -1;
            int[] holders = keys(Moment.tree(run, time));
            BitSet down = new BitSet();
            while (time < 450) {
                Map<String, ?> told = Changes.tree(run, time, 450, most);
                for (Object change : (List<?>) told.get("changes")) {
                    apply((Map<?, ?>) change, holders, down);
                }
                time = (Double) told.get("until_s");
                int[] expected = keys(Moment.tree(run, time));
                int[] shown = holders.clone();
                for (int node = 0; node < shown.length; node++) {
                    boolean isFailed = shown[node] == Moment.FREE && down.get(node);
                    shown[node] = isFailed ? Moment.FAILED : shown[node];
                }
                assertThat(shown).as("at %s, round %d", time, round).isEqualTo(expected);
            }
        }
    }

    @Test
    void stepsForthAndBackMeetTheSameInstants() throws Exception {
        MachineRun run = new WrittenMachine(7).read(folder, "w");
        Double next = (Double) Moment.tree(run, -1).get("next_s");
        Double before = null;
        int count = 0;
        while (next != null) {
            Map<String, ?> state = Moment.tree(run, next);
            assertThat(state.get("time_s")).isEqualTo(next);
            assertThat(state.get("previous_s")).isEqualTo(before);
            before = next;
            next = (Double) state.get("next_s");
            count++;
        }
        assertThat(count).isGreaterThan(10);
    }

    private static boolean isPlaced(WrittenMachine.Stay stay, String machine) {
        return stay.machine().equals(machine) && !stay.nodes().isEmpty();
    }

    private static List<Object> counts(Map<String, ?> state) {
        return Arrays.asList(state.get("busy"), state.get("free"), state.get("failed"));
    }

    private static List<Object> counts(WrittenMachine written, String machine, int time) {
        int[] holders = written.holders(machine, time);
        int busy = (int) Arrays.stream(holders).filter(holder -> holder >= 0).count();
        int free = (int) Arrays.stream(holders).filter(holder -> holder == Moment.FREE).count();
        return List.of(busy, free, written.down(machine, time).cardinality());
    }

    /** By node the job that an answer names, or what else it is. */
    private static int[] holders(Map<String, ?> state) {
        Map<Integer, Integer> jobs = new HashMap<>();
        for (Object one : (List<?>) state.get("jobs")) {
            Map<?, ?> job = (Map<?, ?>) one;
            jobs.put((Integer) job.get("key"), Integer.valueOf((String) job.get("job")));
        }
        int[] holders = keys(state);
        for (int node = 0; node < holders.length; node++) {
            holders[node] = holders[node] < 0 ? holders[node] : jobs.get(holders[node]);
        }
        return holders;
    }

    private static int[] keys(Map<String, ?> state) {
        int[] keys = new int[WrittenMachine.NODES];
        for (Object one : (List<?>) state.get("runs")) {
            int[] run = (int[]) one;
            Arrays.fill(keys, run[0], run[0] + run[1], run[2]);
        }
        return keys;
    }

    private static void apply(Map<?, ?> change, int[] holders, BitSet down) {
        if (change.get("kind").equals("end")) {
            int key = (Integer) change.get("key");
            for (int node = 0; node < holders.length; node++) {
                holders[node] = holders[node] == key ? Moment.FREE : holders[node];
            }
            return;
        }
        Map<?, ?> job = (Map<?, ?>) change.get("job");
        for (Object one : (List<?>) (job == null ? change : job).get("rows")) {
            int[] range = (int[]) one;
            if (job == null) {
                down.set(range[0], range[0] + range[1], change.get("kind").equals("down"));
            } else {
                Arrays.fill(holders, range[0], range[0] + range[1], (Integer) job.get("key"));
            }
        }
    }
}
