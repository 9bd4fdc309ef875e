package dandori.slurm;

import dandori.scenario.text.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Qualities of service as a policy has them: whose jobs are of them, who takes whose nodes, what
 * they count for in priorities, and their limits.
 */
final class SlurmQualities {

    private final SlurmQosTable table;
    private final SlurmTres tres;
    private final SlurmNotes notes;
    private final Map<String, String> members = new LinkedHashMap<>(); // terms, by quality
    private final Map<String, SlurmQos> used = new LinkedHashMap<>(); // that somebody has
    private final Map<String, List<String>> preempts = new LinkedHashMap<>();
    private final Map<String, String> making = new LinkedHashMap<>(); // how they make way
    private final Map<String, Long> factors = new TreeMap<>();
    private long largest; // priority of all, used or not

    SlurmQualities(SlurmQosTable table, int cpusPerNode, SlurmNotes notes) {
        this.table = table;
        this.notes = notes;
        tres = new SlurmTres(table.file(), cpusPerNode, notes);
    }

    /**
     * Takes all that there is.
     *
     * @param its who has which
     * @param users who has jobs; nobody where none are known
     * @param partitions all of them, some of which have a quality's limits
     * @param policy how priorities and preemption are
     * @param limits where limits go
     */
    void take(
            SlurmMembers its,
            List<String> users,
            SlurmPartitions partitions,
            SlurmPolicy policy,
            SlurmLimits limits) {
        List<String> groups =
                partitions.groups().stream().map(one -> SlurmText.name(one.name())).toList();
        for (String name : its.names()) {
            SlurmQos one = table.of(name);
            String terms = its.terms(name, users, groups);
            if (one == null) {
                notes.add(table.file(), 0, "QOS " + name, "left out: it is not in the file");
            } else if (!terms.isEmpty()) {
                members.put(one.name, terms);
                used.put(one.name, one);
            }
        }
        if (policy.preemption().isByQos()) {
            preempt(policy.preemption());
        }
        for (SlurmQos one : table.qualities().values()) {
            priority(one, policy.weighs("qos"));
        }
        partitions
                .qualities()
                .forEach((name, one) -> {
                    boolean isOwn =
                            Collections.frequency(partitions.qualities().values(), one) == 1;
                    ofPartition(name, one, isOwn, limits);
                });
        for (SlurmQos one : used.values()) {
            limit(one, its, users, limits);
        }
        table.qualities().values().forEach(this::note);
    }

    private void priority(SlurmQos one, boolean weighs) {
        String priority = one.take("priority");
        long number = priority.matches("[0-9]{1,10}") ? Long.parseLong(priority) : 0;
        largest = Math.max(largest, number);
        if (number > 0 && !weighs) {
            notes.idle("QOS Priority");
        } else if (number > 0 && used.containsKey(one.name)) {
            factors.put(one.name, number);
        }
    }

    private void limit(SlurmQos one, SlurmMembers its, List<String> users, SlurmLimits limits) {
        int nodes = tres.nodes(one.name + " GrpTRES", one.line, one.take("grptres"), others(one));
        if (nodes < SlurmTres.ANY) {
            limits.add("qos", one.name, "nodesAtOnce", nodes);
        }
        int jobs = one.number("grpjobs");
        if (jobs > 0) {
            limits.add("qos", one.name, "jobsAtOnce", jobs);
        }
        int nodesOfUser =
                tres.nodes(one.name + " MaxTRESPU", one.line, one.take("maxtrespu"), others(one));
        ofUsers(
                one,
                "nodesAtOnce",
                nodesOfUser < SlurmTres.ANY ? nodesOfUser : 0,
                its,
                users,
                limits);
        ofUsers(one, "jobsAtOnce", one.number("maxjobspu"), its, users, limits);
    }

    /** Limits of all jobs of a partition; those of several together are noted. */
    private void ofPartition(String name, SlurmQos one, boolean isOwn, SlurmLimits limits) {
        if (!isOwn) {
            return;
        }
        int nodes = tres.nodes(one.name + " GrpTRES", one.line, one.value("grptres"), others(one));
        if (nodes < SlurmTres.ANY) {
            limits.add("partitions", name, "nodesAtOnce", nodes);
        }
        if (one.value("grpjobs").matches("[1-9][0-9]{0,8}")) {
            limits.add("partitions", name, "jobsAtOnce", Integer.parseInt(one.value("grpjobs")));
        }
        if (!used.containsKey(one.name)) {
            one.take("grptres");
            one.take("grpjobs");
        }
    }

    private SlurmTres.Others others(SlurmQos one) {
        return term -> notes.add(table.file(), one.line, one.name + " " + term, "not modelled");
    }

    /** A limit of each user, who has one quality here. */
    private void ofUsers(
            SlurmQos one,
            String key,
            int most,
            SlurmMembers its,
            List<String> users,
            SlurmLimits limits) {
        if (most == 0) {
            return;
        }
        if (users.isEmpty() && used.size() == 1) {
            limits.add("users", "default", key, most);
            return;
        }
        boolean isSomebodys = false;
        for (String user : users) {
            SlurmQos quality = table.of(its.of(user));
            if (quality == one) {
                limits.add("users", user, key, most);
                isSomebodys = true;
            }
        }
        if (!isSomebodys) {
            notes.add(
                    table.file(),
                    one.line,
                    "%s %s of each user: %d".formatted(one.name, key, most),
                    "left out: nobody who has it is known to have a job");
        }
    }

    private void preempt(SlurmPreemption preemption) {
        for (SlurmQos one : table.qualities().values()) {
            String list = one.take("preempt").toLowerCase(Locale.ROOT);
            for (String name : used.containsKey(one.name) ? list.split(",") : new String[0]) {
                SlurmQos other = table.of(name.strip());
                if (other == null || !used.containsKey(other.name)) {
                    continue; // nobody has it
                }
                if (other == one || takes(other.name, one.name)) {
                    notes.add(
                            table.file(),
                            one.line,
                            "%s Preempt=%s".formatted(one.name, other.name),
                            "left out: they would take from each other");
                    continue;
                }
                preempts.computeIfAbsent(one.name, first -> new ArrayList<>()).add(other.name);
                making.put(other.name, how(other, preemption));
            }
        }
        for (SlurmQos one : table.qualities().values()) {
            one.take("preemptmode");
            one.take("preemptexempttime");
        }
        for (String name : preempts.keySet()) {
            SlurmQos one = table.of(name);
            notes.add(
                    table.file(),
                    one == null ? 0 : one.line,
                    name + " Preempt=" + String.join(",", preempts.getOrDefault(name, List.of())),
                    "its jobs stand first in the queue, too, and only the first takes nodes");
        }
        if (preempts.isEmpty()) {
            notes.add(
                    table.file(),
                    0,
                    "PreemptType=preempt/qos",
                    "nobody has a QOS by default that preempts one that somebody has");
        }
    }

    private String how(SlurmQos one, SlurmPreemption preemption) {
        String before = making.get(one.name);
        if (before != null) {
            return before;
        }
        String mode = preemption.modeOf(one);
        long exempt = mode.equals("suspend") ? 0 : preemption.exemptMillisOf(one);
        return ", mode: " + mode + (exempt == 0 ? "" : ", exempt: " + Units.duration(exempt));
    }

    /** Whether one takes from another, or from one who does. */
    private boolean takes(String one, String other) {
        return preempts.getOrDefault(one, List.of()).stream()
                .anyMatch(name -> name.equals(other) || takes(name, other));
    }

    private int rank(String name) {
        return preempts.getOrDefault(name, List.of()).stream()
                .mapToInt(other -> 1 + rank(other))
                .max()
                .orElse(0);
    }

    private void note(SlurmQos one) {
        if (!used.containsKey(one.name) && !one.isOfPartition) {
            String left = "left out: nobody's jobs have it by default";
            notes.add(table.file(), one.line, "QOS " + one.name, left);
            return;
        }
        if (one.isOfPartition) {
            one.take("maxwall");
            one.take("maxtres");
        }
        Set<String> flags = new TreeSet<>(List.of(one.take("flags").split(",")));
        flags.removeIf(flag -> flag.isBlank() || flag.equalsIgnoreCase("DenyOnLimit"));
        flags.forEach(flag -> other(one, "Flags=" + flag.strip()));
        one.rest().forEach((column, value) -> other(one, column + "=" + value));
    }

    private void other(SlurmQos one, String setting) {
        notes.add(table.file(), one.line, one.name + " " + setting, "not modelled");
    }

    /** The priorities of those that somebody has. */
    Map<String, Long> factors() {
        return factors;
    }

    /** The largest priority of all that there are. */
    long largest() {
        return largest;
    }

    /**
     * The sections {@code preemption} and {@code qos}; empty where nothing goes by qualities.
     *
     * @param rest the policy's other sections
     */
    String yaml(String rest) {
        if (preempts.isEmpty() && !rest.contains("      qos:")) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        text.append(preempts.isEmpty() ? "" : "    preemption: qos\n").append("    qos:\n");
        members.forEach((name, terms) -> {
            text.append("      ").append(SlurmText.quoted(name)).append(": {").append(terms);
            if (rank(name) > 0) {
                List<String> others = preempts.getOrDefault(name, List.of());
                text.append(", priority: ").append(rank(name));
                text.append(", preempts: [");
                text.append(String.join(", ", others.stream().map(SlurmText::quoted).toList()));
                text.append("]");
            }
            text.append(making.getOrDefault(name, "")).append("}\n");
        });
        return text.toString();
    }
}
