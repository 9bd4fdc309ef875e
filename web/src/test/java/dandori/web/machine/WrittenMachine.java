package dandori.web.machine;

import dandori.web.timeline.Run;
import dandori.web.timeline.RunMachine;
import dandori.web.timeline.Runs;
import dandori.web.timeline.WrittenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A run of chance on two machines, m with two pools and w with one: what is written into its files,
 * and what is asked of it in the obvious way.
 */
final class WrittenMachine {

    static final int NODES = 24;

    private static final String EVENTS = "time_s,machine,kind,subject,nodes,detail\n";
    private static final String STAYS =
            "job_id,segment,start_s,end_s,nodes,end_state,lost_s,node_set,cause\n";
    private static final int LENGTH = 300; // s

    private final SplittableRandom random;
    private final StringBuilder jobs = new StringBuilder(WrittenRun.HEAD);
    private final StringBuilder stays = new StringBuilder(STAYS);
    private final StringBuilder events = new StringBuilder(EVENTS);
    final List<Stay> all = new ArrayList<>();
    final List<Broken> broken = new ArrayList<>();

    /** A stay of a job on nodes. */
    record Stay(int job, String machine, int start, int end, BitSet nodes) {

        boolean isAt(int time) {
            return start <= time && time < end;
        }
    }

    /** A failure or a repair. */
    record Broken(String machine, int time, boolean isDown, BitSet nodes) {}

    WrittenMachine(long seed) {
        this.random = new SplittableRandom(seed);
        int count = random.nextInt(1, 200);
        for (int job = 0; job < count; job++) {
            addJob(job, random.nextInt(3) == 0 ? "w" : "m");
        }
        for (int time = 0; time < LENGTH; time += random.nextInt(1, 20)) {
            fail(time, random.nextBoolean() ? "m" : "w");
        }
    }

    private void addJob(int job, String machine) {
        int count = random.nextInt(6) == 0 ? random.nextInt(2, 4) : 1;
        int time = random.nextInt(LENGTH);
        int submit = time;
        List<Stay> its = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int end = time + random.nextInt(40);
            its.add(new Stay(job, machine, time, end, freeNodes(machine, time, end)));
            time = end + random.nextInt(10);
        }
        all.addAll(its);
        Stay first = its.get(0);
        Stay last = its.get(count - 1);
        jobs.append(
                "%d,o%d,u,%s,,%d,%d,%d,%d,99,%d,completed,0,0,0,0,%s,%n"
                        .formatted(
                                job,
                                job % 3,
                                machine,
                                submit,
                                first.start(),
                                last.end(),
                                last.nodes().cardinality(),
                                last.end() - first.start(),
                                text(last.nodes())));
        for (int i = 0; count > 1 && i < count; i++) {
            Stay stay = its.get(i);
            stays.append(
                    "%d,%d,%d,%d,%d,preempted,0,%s,%n"
                            .formatted(
                                    job,
                                    i,
                                    stay.start(),
                                    stay.end(),
                                    stay.nodes().cardinality(),
                                    text(stay.nodes())));
        }
    }

    /** Some nodes of one pool that nobody holds in a stretch of time; perhaps none. */
    private BitSet freeNodes(String machine, int from, int to) {
        BitSet nodes = new BitSet();
        int half = machine.equals("m") ? NODES / 2 * random.nextInt(2) : 0;
        int end = machine.equals("m") ? half + NODES / 2 : NODES;
        for (int node = half; node < end; node++) {
            nodes.set(node, random.nextInt(3) == 0);
        }
        all.stream()
                .filter(stay -> stay.machine().equals(machine))
                .filter(stay -> stay.start() < to && stay.end() > from)
                .forEach(stay -> nodes.andNot(stay.nodes()));
        return nodes;
    }

    private void fail(int time, String machine) {
        BitSet down = down(machine, time);
        BitSet nodes = new BitSet();
        boolean isDown = down.isEmpty() || random.nextBoolean();
        for (int node = 0; node < NODES; node++) {
            nodes.set(node, down.get(node) != isDown && random.nextInt(4) == 0);
        }
        if (!nodes.isEmpty()) {
            broken.add(new Broken(machine, time, isDown, nodes));
            events.append(
                    "%d,%s,%s,%s,%d,node%n"
                            .formatted(
                                    time,
                                    machine,
                                    isDown ? "node-down" : "node-up",
                                    text(nodes),
                                    nodes.cardinality()));
        }
    }

    /** The nodes that have failed, by all events up to a time. */
    BitSet down(String machine, int time) {
        BitSet down = new BitSet();
        for (Broken one : broken) {
            if (one.machine().equals(machine) && one.time() <= time) {
                if (one.isDown()) {
                    down.or(one.nodes());
                } else {
                    down.andNot(one.nodes());
                }
            }
        }
        return down;
    }

    /** By node the job that holds it, or what else it is, by a look at all stays. */
    int[] holders(String machine, int time) {
        int[] holders = new int[NODES];
        BitSet down = down(machine, time);
        for (int node = 0; node < NODES; node++) {
            holders[node] = down.get(node) ? Moment.FAILED : Moment.FREE;
            for (Stay stay : all) {
                boolean isHere = stay.machine().equals(machine) && stay.nodes().get(node);
                holders[node] = isHere && stay.isAt(time) ? stay.job() : holders[node];
            }
        }
        return holders;
    }

    /** Writes it, and reads it as the server does. */
    MachineRun read(Path folder, String machine) throws IOException, InterruptedException {
        WrittenRun.table(folder, "jobs.csv.gz", unix(jobs));
        WrittenRun.table(folder, "segments.csv.gz", unix(stays));
        WrittenRun.table(folder, "events.csv.gz", unix(events));
        Files.writeString(
                folder.resolve("machine.json"),
                """
                {"machines": [
                  {"name": "m", "unit": "node", "nodes": 24, "interconnect": "flat", "pools": [
                    {"name": "low", "first_node": 0, "nodes": 12},
                    {"name": "high", "first_node": 12, "nodes": 12}]},
                  {"name": "w", "unit": "node", "nodes": 24, "interconnect": "torus",
                    "torus": {"shape": [3, 2], "nodes_per_unit": 4, "axes": [
                      {"name": "X", "length": 3, "wraps": true, "stride": 8},
                      {"name": "Y", "length": 2, "wraps": false, "stride": 4},
                      {"name": "a", "length": 4, "wraps": false, "stride": 1}]},
                    "pools": [{"name": "w", "first_node": 0, "nodes": 24}]}]}
                """);
        try (Runs runs = new Runs(folder.getRoot(), 1_000)) {
            Run run = runs.at(folder);
            run.await(60_000);
            RunMachine found = run.machine(machine);
            if (found == null || !run.problems().isEmpty()) {
                throw new AssertionError(run.problems());
            }
            return new MachineRun(run, found);
        }
    }

    private static String unix(StringBuilder text) {
        return text.toString().replace("\r", "");
    }

    private static String text(BitSet nodes) {
        StringBuilder text = new StringBuilder();
        for (int at = nodes.nextSetBit(0); at >= 0; ) {
            int end = nodes.nextClearBit(at) - 1;
            text.append(text.length() == 0 ? "" : " ").append(at);
            text.append(end == at ? "" : "-" + end);
            at = nodes.nextSetBit(end + 1);
        }
        return text.toString();
    }
}
