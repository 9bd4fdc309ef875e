package dandori.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.policy.order.NamedFactor;
import dandori.policy.share.Account;
import dandori.scenario.Part;
import dandori.scenario.PolicyParts;
import dandori.scenario.Scenario;
import dandori.scenario.ScenarioReader;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of slurm.conf and of accounts, read back by the scenario's own reader. */
class SlurmImportTest {

    @TempDir private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private SlurmImport imported(String conf, String accounts) throws IOException {
        Path its = accounts.isEmpty() ? null : file("assoc.txt", accounts);
        return SlurmImport.of(
                new SlurmImport.Files(file("slurm.conf", conf), its, null, null), "m.yaml", folder);
    }

    private Scenario scenario(SlurmImport made) throws IOException {
        file("m.yaml", made.machineYaml());
        return ScenarioReader.read(file("s.yaml", made.scenarioYaml()), List.of());
    }

    private static List<String> notes(SlurmImport made) {
        return made.notes().notes().stream().map(SlurmNotes.Note::text).toList();
    }

    @Test
    void nodesAndPartitionsBecomeAMachineWithGroups() throws IOException {
        file("nodes.conf", "nodename=c[1-4] cpus=8 threadspercore=2 RealMemory=1024\n");
        SlurmImport made =
                imported(
                        """
                        ClusterName=Ours
                        include nodes.conf        # beside this file
                        NodeName=g1 CPUs=16
                        NodeName=idle1
                        PartitionName=DEFAULT MaxTime=2:00:00
                        PartitionName=all Nodes=c[1-4],g1 Default=YES \\
                            MinNodes=2 MaxNodes=3
                        PartitionName=first Nodes=c2,c4 MaxTime=1-12 PriorityTier=10
                        """,
                        "");
        Machine machine = scenario(made).machines().get(0);
        assertThat(machine.name()).isEqualTo("ours");
        assertThat(machine.nodes()).isEqualTo(5);
        List<Partition> groups = machine.pools().get(0).partitions();
        assertThat(groups)
                .extracting(
                        Partition::name,
                        group -> group.nodes().toString(),
                        Partition::minNodes,
                        Partition::maxNodes,
                        group -> group.maxWalltimeMillis() / 3_600_000,
                        Partition::tier,
                        Partition::isByName)
                .containsExactly(
                        tuple("all", "0-4", 2, 3, 2L, 2, false),
                        tuple("first", "1 3", 1, 2, 36L, 1, true));
        assertThat(notes(made))
                .containsExactly("1 node: left out: no partition that is up has them");
        assertThat(made.machineYaml()).contains("cores: [4, published").contains("1024 MiB");
    }

    private static final String SMALL =
            "NodeName=n[1-2] CPUs=4\nPartitionName=p Nodes=ALL MaxTime=1-0 Default=YES\n";

    @Test
    void schedulerAndPriorityBecomeOrderAndBackfill() throws IOException {
        SlurmImport made =
                imported(
                        SMALL
                                + """
                                SchedulerType=sched/backfill
                                SchedulerParameters=bf_window=120,bf_max_job_user=0,bf_resolution=30
                                PriorityType=priority/multifactor
                                PriorityWeightAge=10
                                PriorityWeightFairShare=20
                                PriorityDecayHalfLife=1-0
                                PriorityCalcPeriod=10
                                PriorityFavorSmall=yes
                                PriorityFlags=NO_FAIR_TREE
                                """,
                        "");
        Part order = scenario(made).policies().get(0).order();
        Part backfill = scenario(made).policies().get(0).backfill();
        assertThat(order.use()).isEqualTo("multifactor");
        assertThat(made.scenarioYaml())
                .contains("weights: {age: 10, fairshare: 20}, halfLife: 1d, period: 10min")
                .contains("favorSmall: true, classic: true")
                .contains("{use: slurm, window: 2h, maxJobUser: unlimited, resolution: 30s}");
        assertThat(backfill.use()).isEqualTo("slurm");
        assertThat(notes(made)).isEmpty();
    }

    @Test
    void factorsOfPartitionsAssociationsAndTresAreCarriedOver() throws IOException {
        SlurmImport made =
                imported(
                        SMALL
                                + """
                                PartitionName=fast Nodes=n1 MaxTime=60 PriorityJobFactor=50
                                PriorityWeightPartition=1000
                                PriorityWeightAssoc=500
                                PriorityWeightTRES=CPU=300,node=100,Mem=40,billing=7
                                """,
                        """
                        Account|User|Par Name|Share|Priority
                        root|||1|
                        physics||root|60|8
                        physics|ada||3|9
                        lattice||physics|2|5
                        biology||root|40|
                        """);
        assertThat(made.scenarioYaml())
                .contains(
                        "weights: {partition: 1000, association: 444.44444444444446, nodes: 400, memory: 40}}")
                .contains("      partitions: {fast: 50}\n")
                .contains("      organizations: {physics: 8}\n");
        PolicyParts policy = scenario(made).policies().get(0);
        NamedFactor partition = (NamedFactor) policy.factors().partition();
        assertThat(partition.ofPartition()).isEqualTo(Map.of("fast", 50.0));
        assertThat(partition.others()).isEqualTo(1);
        assertThat(notes(made))
                .containsExactly(
                        "line 6: PriorityWeightTRES=Mem=40: each job counts for all that its nodes"
                                + " have",
                        "line 6: PriorityWeightTRES=billing=7: not modelled",
                        "assoc.txt line 5: lattice priority=5: not modelled");
    }

    @ParameterizedTest
    @CsvSource({
        "SchedulerType=sched/builtin, 'order: fcfs\n    backfill: none'",
        "PriorityType=priority/basic, order: fcfs",
        "PriorityWeightJobSize=5, 'order: {use: multifactor, weights: {jobSize: 5}}'",
        "Port=1, backfill: {use: slurm}",
    })
    void defaultsAreThoseOfSlurm(String line, String expected) throws IOException {
        assertThat(imported(SMALL + line + "\n", "").scenarioYaml()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PreemptType=preempt/qos, not modelled",
        "'SchedulerParameters=bf_busy_nodes', not modelled",
        "Licenses=matlab:4, not modelled",
        "OverTimeLimit=10, not modelled",
        "'PartitionName=q Nodes=n1 MaxTime=60 AllowQOS=high', not modelled: every job may go there",
        "PriorityUsageResetPeriod=MONTHLY, not modelled: usage is not forgotten at once",
        "SomethingNew=7, not modelled",
    })
    void whatHasNoCounterpartIsListedWithItsLine(String line, String what) throws IOException {
        String setting = line.substring(line.lastIndexOf(' ') + 1);
        String named = setting.replace("SchedulerParameters=", "");
        assertThat(notes(imported(SMALL + line + "\n", "")))
                .containsExactly("line 3: " + named + ": " + what);
        assertThat(imported(SMALL + line + "\n", "").scenarioYaml())
                .contains("#   line 3: " + named + ": " + what);
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithItsLine() {
        assertThatThrownBy(() ->
                        imported(
                                """
                                NodeName=n[1-2 CPUs=4
                                NodeName=m[1-2] CPUs=many
                                PartitionName=p Nodes=m[1-3] MaxTime=soon
                                SchedulerParameters=bf_window=long
                                PriorityMaxAge=old oops
                                include none.conf
                                """,
                                "Some|Thing\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("slurm.conf has 9 problems.")
                .hasMessageContaining("(line 1): 'n[1-2' has brackets that do not pair.")
                .hasMessageContaining("(line 2): cpus must be a whole number, but is 'many'.")
                .hasMessageContaining("(line 3): 'm3' is not a node of this file.\n  Maybe 'm")
                .hasMessageContaining("(line 3): MaxTime is no time: 'soon'.")
                .hasMessageContaining("(line 4): bf_window must be a whole number, but is 'long'.")
                .hasMessageContaining("(line 5): PriorityMaxAge is no time: 'old'.")
                .hasMessageContaining("(line 5): 'oops' is not KEY=VALUE.")
                .hasMessageContaining("(line 6): there is no file")
                .hasMessageContaining("assoc.txt (line 1): has no column 'Account'");
    }

    private static final String TABLE =
            """
            Account|User|Par Name|Share|GrpTRES|MaxJobs|QOS
            root|||1|||normal
            physics||root|60|node=1||normal
            physics|ada||3|||normal
            lattice||physics|2||5|normal
            lattice|b.hall||parent|||normal
            biology||root|40|cpu=6||normal
            """;

    private static final String DUMP =
            """
            # To edit this file start with a cluster line for the new cluster
            Cluster - 'ours':Fairshare=1:QOS='normal'
            Parent - 'root'
            User - 'root':DefaultAccount='root':AdminLevel='Administrator':Fairshare=1
            Account - 'physics':Description='physics':Organization='x':Fairshare=60:GrpTRES=node=1
            Account - 'biology':Description='biology':Organization='x':Fairshare=40:GrpTRES=cpu=6
            Parent - 'physics'
            User - 'ada':DefaultAccount='physics':Fairshare=3
            Account - 'lattice':Description='l':Organization='x':Fairshare=2:MaxJobs=5
            Parent - 'lattice'
            User - 'b.hall':DefaultAccount='lattice':Fairshare=parent
            """;

    @Test
    void tablesAndDumpsSayTheSame() throws IOException {
        SlurmImport table = imported(SMALL, TABLE);
        Scenario scenario = scenario(table);
        assertThat(organizations(imported(SMALL, DUMP))).isEqualTo(organizations(table));
        assertThat(scenario.organizations())
                .extracting(one -> one.name() + " " + one.account().shares())
                .containsExactly("physics 60.0", "biology 40.0");
        assertThat(organizations(table))
                .contains("    limits: {nodesAtOnce: 1}\n    users: {ada: 3}\n    accounts:\n")
                .contains("      lattice:\n        shares: 2\n        users: {b-hall: 1}\n");
        assertThat(notes(table))
                .containsExactly(
                        "assoc.txt line 6: b.hall Fairshare=parent: not modelled: it has one share"
                                + " below its account",
                        "assoc.txt line 7: biology grptres cpu=6: taken as 1 whole node of 4 CPUs",
                        "b-hall MaxJobs=5: left out: nobody so called has a job");
    }

    @Test
    void anAccountThatSharesAsItsParentDoes() throws IOException {
        SlurmImport made = imported(SMALL, TABLE.replace("physics|2||5", "physics|parent||5"));
        assertThat(organizations(made)).contains("      lattice:\n        asParent: true\n");
        assertThat(scenario(made).organizations().get(0).account().accounts().get(0).shares())
                .isEqualTo(Account.PARENT);
        assertThat(notes(made)).noneMatch(note -> note.contains("lattice Fairshare"));
    }

    private SlurmImport withQualities(String conf, String accounts, String qualities)
            throws IOException {
        return SlurmImport.of(
                new SlurmImport.Files(
                        file("slurm.conf", conf),
                        file("assoc.txt", accounts),
                        file("qos.txt", qualities),
                        null,
                        null),
                "m.yaml",
                folder);
    }

    private static final String ACCOUNTS =
            """
            Account|User|Par Name|Share|QOS|Def QOS
            root|||1|normal|
            physics||root|60|normal,high|high
            physics|ada||3|normal,high|high
            biology||root|30|spot|
            chemistry||root|10|normal,high|
            """;

    @Test
    void qualitiesOfServiceAreWhoseDefaultTheyAre() throws IOException {
        SlurmImport made =
                withQualities(
                        SMALL
                                + """
                                PriorityWeightAge=1
                                PriorityWeightQOS=1000
                                PreemptMode=CANCEL
                                PreemptType=preempt/qos
                                PreemptExemptTime=10
                                """,
                        ACCOUNTS,
                        """
                        Name|Priority|GraceTime|Preempt|PreemptMode|PreemptExemptTime|Flags|GrpTRES|GrpJobs|MaxJobsPU|MaxWall|UsageFactor
                        normal|0|00:00:00|spot|cluster||||9|||1.000000
                        High|50|00:00:00|normal,spot,urgent|requeue||DenyOnLimit,NoReserve|cpu=6||4||1.000000
                        spot|20|00:01:00||suspend|||node=1,gres/gpu=2|||1-00:00:00|2.000000
                        urgent|200|||||||||||
                        """);
        assertThat(made.scenarioYaml())
                .contains("weights: {age: 1, qos: 250}") // 50 of 200, which nobody has
                .contains(
                        """
                            preemption: qos
                            qos:
                              High: {organizations: [physics], priority: 2, preempts: [normal, spot]}
                              spot: {organizations: [biology], mode: suspend}
                              normal: {organizations: [chemistry], priority: 1, preempts: [spot], mode: kill, exempt: 10min}
                            factors:
                              qos: {High: 50, spot: 20}
                            limits:
                              qos:
                                High: {nodesAtOnce: 1}
                                spot: {nodesAtOnce: 1}
                                normal: {jobsAtOnce: 9}
                        """);
        assertThat(scenario(made).policies().get(0).preemption().use()).isEqualTo("qos");
        assertThat(notes(made))
                .containsExactly(
                        "assoc.txt line 3: physics qos=normal,high: not modelled",
                        "assoc.txt line 4: ada qos=normal,high: not modelled",
                        "assoc.txt line 6: chemistry qos=normal,high: not modelled",
                        "qos.txt line 2: normal Preempt=spot: its jobs stand first in the queue,"
                                + " too, and only the first takes nodes",
                        "qos.txt line 3: High Preempt=normal,spot: its jobs stand first in the"
                                + " queue, too, and only the first takes nodes",
                        "qos.txt line 3: High GrpTRES cpu=6: taken as 1 whole node of 4 CPUs",
                        "qos.txt line 3: High jobsAtOnce of each user: 4: left out: nobody who has"
                                + " it is known to have a job",
                        "qos.txt line 4: spot gres/gpu=2: not modelled",
                        "qos.txt line 3: High Flags=NoReserve: not modelled",
                        "qos.txt line 4: spot gracetime=00:01:00: not modelled",
                        "qos.txt line 4: spot maxwall=1-00:00:00: not modelled",
                        "qos.txt line 4: spot usagefactor=2.000000: not modelled",
                        "qos.txt line 5: QOS urgent: left out: nobody's jobs have it by default");
    }

    @Test
    void aPartitionMayHaveTheLimitsOfAQuality() throws IOException {
        String conf =
                SMALL
                        + "PartitionName=q Nodes=ALL MaxTime=7-0 QOS=long\n"
                        + "PartitionName=r Nodes=ALL MaxTime=7-0 QOS=none\n";
        String qualities =
                """
                Name|GrpTRES|GrpJobs|MaxTRES|MaxWall|MaxJobsPU|Priority
                long|node=2|3|node=1|2-00:00:00||7
                normal|||||5|
                """;
        SlurmImport made = withQualities(conf, "Account|User|Par Name\nroot||\n", qualities);
        assertThat(made.scenarioYaml())
                .contains("partitions:\n        q: {nodesAtOnce: 2, jobsAtOnce: 3}\n")
                .contains("users:\n        default: {jobsAtOnce: 5}\n")
                .doesNotContain("qos:");
        Partition group = scenario(made).machines().get(0).pools().get(0).partitions().get(1);
        assertThat(group.maxNodes()).isEqualTo(1);
        assertThat(group.maxWalltimeMillis()).isEqualTo(48 * 3_600_000L);
        assertThat(notes(made)).containsExactly("line 4: QOS=none: left out: it is not in qos.txt");
        String shared = conf.replace("QOS=none", "QOS=long");
        assertThat(notes(withQualities(shared, "Account|User\nroot|\n", qualities)))
                .containsExactly(
                        "qos.txt line 2: long grptres=node=2: not modelled",
                        "qos.txt line 2: long grpjobs=3: not modelled");
    }

    @Test
    void whoWouldTakeFromEachOtherIsNoted() throws IOException {
        String qualities = "Name|Preempt\nnormal|high\nhigh|normal,high\nspot|\n";
        SlurmImport made = withQualities(SMALL + "PreemptType=preempt/qos\n", ACCOUNTS, qualities);
        assertThat(made.scenarioYaml())
                .contains("normal: {organizations: [chemistry], priority: 1, preempts: [high]}")
                .contains("high: {organizations: [physics], mode: requeue}");
        assertThat(notes(made))
                .contains(
                        "qos.txt line 3: high Preempt=normal: left out: they would take from each"
                                + " other",
                        "qos.txt line 3: high Preempt=high: left out: they would take from each"
                                + " other");
        assertThat(scenario(made).policies()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_NORMAL_QOS, 'age: 1, fairshare: 2, qos: 50000, association: 500, partition: 10, nodes: 7'",
        "NO_NORMAL_PART, 'age: 1, fairshare: 2, qos: 250, association: 500, partition: 40, nodes: 7'",
        "NO_NORMAL_ASSOC, 'age: 1, fairshare: 2, qos: 250, association: 4000, partition: 10, nodes: 7'",
        "NO_NORMAL_TRES, 'age: 1, fairshare: 2, qos: 250, association: 500, partition: 10, jobSize: 26'",
        "NO_NORMAL_ALL, 'age: 1, fairshare: 2, qos: 50000, association: 4000, partition: 40, jobSize: 26'",
    })
    void weightsAreSoThatNumbersCountAsWithSlurm(String flag, String weights) throws IOException {
        // raw: 50 x 1000, 4 x 10, 8 x 500; and on 2 nodes of 4 CPUs 2 x (2 x 4 + 5)
        String conf =
                SMALL
                        + """
                        PartitionName=fast Nodes=n1 MaxTime=60 PriorityJobFactor=4
                        PriorityWeightAge=1
                        PriorityWeightFairShare=2
                        PriorityWeightQOS=1000
                        PriorityWeightAssoc=500
                        PriorityWeightPartition=10
                        PriorityWeightTRES=cpu=2,node=5
                        """;
        String accounts = ACCOUNTS.replace("Share|QOS", "Share|Priority|QOS");
        accounts = accounts.replaceAll("(\\|[0-9]+)\\|([a-z])", "$1|8|$2");
        String qualities = "Name|Priority\nhigh|50\nurgent|200\nspot|0\nnormal|\n";
        SlurmImport made =
                withQualities(conf + "PriorityFlags=" + flag + "\n", accounts, qualities);
        assertThat(made.scenarioYaml()).contains("weights: {" + weights + "}, codeTies: true}");
        assertThat(scenario(made).policies().get(0).order().use()).isEqualTo("multifactor");
    }

    @ParameterizedTest
    @CsvSource({
        "'', qos.txt: is empty.",
        "'Nom|Priority\n', qos.txt (line 1): has no column 'Name': 'Nom|Priority'.",
        "'Name|Priority\na\n', 'qos.txt (line 2): has 1 fields, but the header 2.'",
        "'Name|Priority\na|1\nA|2\n', qos.txt (line 3): 'A' is there twice.",
    })
    void whatIsNoTableOfQualitiesIsRefused(String text, String expected) {
        String qualities = text.replace("\\n", "\n");
        assertThatThrownBy(() -> withQualities(SMALL, ACCOUNTS, qualities))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "q.txt, q.txt",
        "queues/q.txt, queues/q.txt",
        "../beside/q.txt, ../beside/q.txt",
        "../../far/q.txt, ''",
    })
    void theQueueIsNamedFromTheFolderOfTheScenario(String queue, String expected)
            throws IOException {
        Path site = Files.createDirectories(folder.resolve("a/b"));
        Path file = site.resolve(queue).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "JOBID|STATE|NODES|TIME_LIMIT\n");
        SlurmImport made =
                SlurmImport.of(
                        new SlurmImport.Files(
                                file("slurm.conf", SMALL),
                                null,
                                file,
                                ZonedDateTime.parse("2026-11-20T12:00+09:00")),
                        "m.yaml",
                        site);
        String named = expected.isEmpty() ? file.toString() : expected;
        assertThat(made.scenarioYaml()).contains("        file: \"" + named + "\"\n");
    }

    private static String organizations(SlurmImport made) {
        String text = made.scenarioYaml();
        return text.substring(text.indexOf("\norganizations:"), text.indexOf("\nworkload:"));
    }
}
