package dandori.slurm;

import dandori.scenario.text.Issues;
import dandori.scenario.text.ScenarioException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A machine file and a scenario of what a site has.
 *
 * @param machine the machine's name
 * @param nodes how many nodes it has
 * @param machineYaml the machine file
 * @param scenarioYaml the scenario
 * @param notes what has no counterpart, and what was taken otherwise
 */
public record SlurmImport(
        String machine, int nodes, String machineYaml, String scenarioYaml, SlurmNotes notes) {

    private static final double LOAD = 0.7; // made up, and said so

    /**
     * What to read.
     *
     * @param conf {@code slurm.conf}
     * @param accounts the output of {@code sacctmgr show assoc -P} or {@code sacctmgr dump}; null:
     *     one organization, and equal users
     * @param qualities the output of {@code sacctmgr show qos -P}; null: nothing goes by them
     * @param queue what squeue printed; null: the jobs are made up
     * @param taken when that was taken; needed with it
     */
    public record Files(
            Path conf,
            @Nullable Path accounts,
            @Nullable Path qualities,
            @Nullable Path queue,
            @Nullable ZonedDateTime taken) {

        /** Without qualities of service. */
        public Files(
                Path conf,
                @Nullable Path accounts,
                @Nullable Path queue,
                @Nullable ZonedDateTime taken) {
            this(conf, accounts, null, queue, taken);
        }
    }

    /**
     * Reads them.
     *
     * @param files what to read
     * @param machineFile how the scenario names the machine file
     * @param folder where the scenario goes
     * @throws ScenarioException if they cannot be read, with all issues
     */
    public static SlurmImport of(Files files, String machineFile, Path folder) {
        Issues issues = new Issues();
        SlurmNotes notes = new SlurmNotes();
        SlurmQosTable table =
                files.qualities == null
                        ? SlurmQosTable.NONE
                        : SlurmQosTable.read(files.qualities, issues);
        SlurmSite site = SlurmSite.of(SlurmConf.read(files.conf, issues), table, notes, issues);
        SlurmAccount root =
                files.accounts == null
                        ? new SlurmAccount("root", "", 0)
                        : SlurmAccounts.read(files.accounts, issues);
        if (issues.isEmpty() && site.partitions().groups().isEmpty()) {
            issues.add("", 0, "it has no partition that is up and has nodes.", null);
        }
        if (!issues.isEmpty()) {
            throw new ScenarioException(files.conf.toString(), issues.list());
        }
        List<String> users = users(files, issues, notes);
        String name = SlurmText.name(site.cluster().toLowerCase(Locale.ROOT));
        SlurmMachine machine = new SlurmMachine(name, site.nodes(), site.partitions(), notes);
        String machineYaml = machine.yaml(String.valueOf(files.conf.getFileName()));
        String accountFile =
                files.accounts == null ? "" : String.valueOf(files.accounts.getFileName());
        SlurmOrganizations organizations =
                new SlurmOrganizations(accountFile, machine.cpusOfAll(), table.isThere(), notes);
        String accounts = organizations.yaml(root);
        String policies =
                SlurmPolicies.yaml(
                        site,
                        organizations,
                        new SlurmQualities(table, machine.cpusOfAll(), notes),
                        table.isThere() ? new SlurmMembers(root, accountFile, notes) : null,
                        users,
                        new SlurmScale(machine.nodeCount(), machine.cpusOfAll()),
                        notes);
        String text =
                "scenario: %s\ndescription: %s\n\nmachines:\n  %s: {from: %s, groups: true}\n\n"
                                .formatted(
                                        SlurmText.quoted(name),
                                        SlurmText.quoted(
                                                "What would another policy do on "
                                                        + site.cluster()
                                                        + "?"),
                                        SlurmText.quoted(name),
                                        SlurmText.quoted(machineFile))
                        + accounts
                        + (files.queue == null
                                ? madeUp(root, site.partitions())
                                : snapshot(
                                        named(files.queue, folder), organizations.organizationOf()))
                        + policies
                        + (files.queue == null
                                ? "run: {length: 1w, seeds: 1}\n"
                                : "run: {start: \"" + files.taken + "\"}\n");
        return new SlurmImport(
                name, machine.nodeCount(), machineYaml, header(files, notes) + text, notes);
    }

    /** Who has jobs in the snapshot; nobody where there is none. */
    private static List<String> users(Files files, Issues issues, SlurmNotes notes) {
        if (files.queue == null || files.taken == null) {
            return List.of();
        }
        Squeue.Snapshot snapshot = Squeue.read(files.queue, files.taken, 1, issues);
        if (!issues.isEmpty()) {
            throw new ScenarioException(files.queue.toString(), issues.list());
        }
        notes.addAll(snapshot.notes());
        return snapshot.workload().users();
    }

    /** The path of a file as the scenario names it: from its own folder, where that is near. */
    private static String named(Path file, Path folder) {
        Path whole = file.toAbsolutePath().normalize();
        Path from = folder.toAbsolutePath().normalize();
        Path above = from.getParent();
        boolean isNear = whole.startsWith(above == null ? from : above);
        return (isNear ? from.relativize(whole) : whole).toString().replace('\\', '/');
    }

    private static String snapshot(String queue, Map<String, String> organizationOf) {
        StringBuilder terms = new StringBuilder();
        organizationOf.forEach((account, organization) -> {
            if (!account.equals(organization)) {
                terms.append(terms.length() == 0 ? "" : ", ");
                terms.append(SlurmText.quoted(account)).append(": ");
                terms.append(SlurmText.quoted(organization));
            }
        });
        return "workload:\n  streams:\n    - snapshot:\n        file: "
                + SlurmText.quoted(queue)
                + "\n        runTime: 1                  # assumed: each job uses its whole limit\n"
                + (terms.length() == 0 ? "" : "        organizations: {" + terms + "}\n")
                + '\n';
    }

    /** Jobs of each organization in proportion to its shares. */
    private static String madeUp(SlurmAccount root, SlurmPartitions partitions) {
        int most =
                partitions.groups().stream()
                        .filter(SlurmPartitions.Group::isDefault)
                        .findFirst()
                        .orElse(partitions.groups().get(0))
                        .maxNodes();
        StringBuilder text = new StringBuilder("workload:   # made up: put your trace here\n");
        text.append("  streams:\n");
        double all = 0;
        for (SlurmAccount account : root.accounts) {
            all += shares(account);
        }
        for (SlurmAccount account : root.accounts) {
            double share = all == 0 ? 1.0 / root.accounts.size() : shares(account) / all;
            text.append(stream(SlurmText.name(account.name), LOAD * share, most));
        }
        if (root.accounts.isEmpty()) {
            text.append(stream("everybody", LOAD, most));
        }
        return text.append('\n').toString();
    }

    private static double shares(SlurmAccount account) {
        return account.shares.matches("[0-9]{1,9}") ? Double.parseDouble(account.shares) : 1;
    }

    private static String stream(String organization, double load, int most) {
        return String.format(
                Locale.ROOT,
                "    - {organization: %s, generate: {load: %.4f, nodes: {max: %d}}}\n",
                SlurmText.quoted(organization),
                Math.max(load, 0.0001),
                most);
    }

    private static String header(Files files, SlurmNotes notes) {
        StringBuilder text = new StringBuilder("# From ");
        text.append(files.conf.getFileName());
        text.append(files.accounts == null ? "" : ", " + files.accounts.getFileName());
        text.append(files.qualities == null ? "" : ", " + files.qualities.getFileName());
        text.append(files.queue == null ? "" : ", " + files.queue.getFileName());
        text.append(", by 'dandori import slurm'.\n");
        if (!notes.notes().isEmpty()) {
            text.append("#\n# Not taken as it stands there:\n");
            for (SlurmNotes.Note note : notes.notes()) {
                text.append("#   ").append(note.text().replaceAll("\\p{Cntrl}", " ")).append('\n');
            }
        }
        if (!notes.idle().isEmpty()) {
            text.append("#\n# Says nothing about who gets which nodes when:\n");
            StringBuilder line = new StringBuilder("#  ");
            for (String key : notes.idle()) {
                if (line.length() + key.length() > 98) {
                    text.append(line).append('\n');
                    line = new StringBuilder("#  ");
                }
                line.append(' ').append(key);
            }
            text.append(line).append('\n');
        }
        return text.append('\n').toString();
    }
}
