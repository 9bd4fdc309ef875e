package dandori.fuzz;

import dandori.catalogue.Catalogue;
import dandori.catalogue.MachineReader;
import dandori.catalogue.ModelCatalogue;
import dandori.catalogue.ModelReader;
import dandori.catalogue.OrganizationCatalogue;
import dandori.catalogue.OrganizationFileReader;
import dandori.estimate.CaseTable;
import dandori.scenario.KnownParts;
import dandori.scenario.ScenarioReader;
import dandori.scenario.text.Issues;
import dandori.scenario.text.ScenarioException;
import dandori.slurm.SlurmImport;
import dandori.slurm.Squeue;
import dandori.wiring.WiringFormat;
import dandori.wiring.Wirings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Files that users write by hand or export from elsewhere: YAML, wiring, Slurm's, tables. */
final class FileTargets {

    private static final double CABLE = 25e9;

    private static final ZonedDateTime TAKEN =
            ZonedDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String GRAPHML =
            """
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            <key id="n" for="node" attr.name="nodes" attr.type="int"/>
            <graph edgedefault="undirected">
            <node id="s0"><data key="n">4</data></node><node id="s1"/>
            <edge source="s0" target="s1"/>
            </graph></graphml>
            """;

    private static final String DOT = "graph g { s0 [nodes=4]; s1 [nodes=4]; s0 -- s1 [count=2]; }";

    private static final String TOPOLOGY =
            """
            # two leaves below a core
            SwitchName=s0 Nodes=n[0-3]
            SwitchName=s1 Nodes=n[4-7]
            SwitchName=core Switches=s[0-1] LinkSpeed=200
            """;

    private static final String SLURM_CONF =
            """
            ClusterName=ours
            SchedulerType=sched/backfill
            SchedulerParameters=bf_window=2880,bf_max_job_test=100
            PriorityType=priority/multifactor
            PriorityWeightAge=1000
            PriorityDecayHalfLife=7-0
            NodeName=n[01-64] CPUs=64 RealMemory=256000
            PartitionName=main Nodes=n[01-64] Default=YES MaxTime=1-00:00:00 State=UP
            PartitionName=short Nodes=n[01-32] MaxTime=60 PriorityTier=2
            """;

    private static final String SQUEUE =
            """
            JOBID|USER|ACCOUNT|PARTITION|STATE|NODES|TIME_LIMIT|TIME|SUBMIT_TIME
            7|ann|lab|main|RUNNING|4|1:00:00|10:00|2026-03-31T23:00:00
            8|bob|lab|main|PENDING|2|1-00:00:00|0:00|2026-03-31T23:30:00
            """;

    private static final String CASES =
            """
            machine,params_B,n_accel,seq,global_batch,tp,pp,micro_batch,recompute,note,iter_s
            selene,175,1024,2048,1536,8,8,1,full,,30
            """;

    private FileTargets() {}

    static List<Target> of(Path folder) throws IOException {
        KnownParts parts = KnownParts.found();
        List<Target> targets = new ArrayList<>();
        targets.add(
                new Target(
                        "scenario",
                        scenarios(),
                        bytes ->
                                ScenarioReader.read(
                                        "s.yaml", bytes, Path.of("/nowhere"), List.of(), parts)));
        targets.add(
                new Target(
                        "machine",
                        List.of(
                                Target.bytes(Catalogue.text("sakuraone")),
                                Target.bytes(Catalogue.text("fugaku"))),
                        bytes -> MachineReader.read("m.yaml", bytes, null)));
        targets.add(
                new Target(
                        "model",
                        List.of(Target.bytes(ModelCatalogue.text("llm-jp-13b"))),
                        bytes -> ModelReader.read("m.yaml", bytes)));
        targets.add(
                new Target(
                        "organization",
                        List.of(Target.bytes(OrganizationCatalogue.text("riken"))),
                        bytes -> OrganizationFileReader.read("o.yaml", bytes)));
        targets.add(wiring("wiring-graphml", WiringFormat.GRAPHML, GRAPHML));
        targets.add(wiring("wiring-dot", WiringFormat.DOT, DOT));
        targets.add(wiring("topology-conf", WiringFormat.TOPOLOGY_CONF, TOPOLOGY));
        targets.add(slurm(folder));
        targets.add(squeue(folder));
        targets.add(
                new Target(
                        "cases",
                        List.of(Target.bytes(CASES)),
                        bytes -> CaseTable.read("cases.csv", bytes)));
        return targets;
    }

    private static List<byte[]> scenarios() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("first-steps", "one-model", "fair-shares", "what-moves-waits")) {
            Path file = Sources.file("scenarios/examples/" + name + ".yaml");
            seeds.add(Files.readAllBytes(file));
        }
        return seeds;
    }

    private static Target wiring(String name, WiringFormat format, String seed) {
        return new Target(
                name,
                List.of(Target.bytes(seed)),
                bytes ->
                        Wirings.read(
                                "w", format, new String(bytes, StandardCharsets.UTF_8), CABLE));
    }

    private static Target slurm(Path folder) {
        Path conf = folder.resolve("slurm.conf");
        return new Target(
                "slurm-conf",
                List.of(Target.bytes(SLURM_CONF)),
                bytes -> {
                    Files.write(conf, bytes);
                    SlurmImport.of(new SlurmImport.Files(conf, null, null, null), "m.yaml", folder);
                });
    }

    private static Target squeue(Path folder) {
        Path queue = folder.resolve("queue.txt");
        return new Target(
                "squeue",
                List.of(Target.bytes(SQUEUE), Target.bytes("{\"jobs\": [{\"job_id\": 7}]}")),
                bytes -> {
                    Files.write(queue, bytes);
                    Issues issues = new Issues();
                    Squeue.read(queue, TAKEN, 1, issues);
                    if (!issues.list().isEmpty()) {
                        throw new ScenarioException("queue.txt", issues.list());
                    }
                });
    }
}
