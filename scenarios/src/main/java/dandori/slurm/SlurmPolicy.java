package dandori.slurm;

import dandori.scenario.text.Issues;
import dandori.scenario.text.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What the settings of scheduling and priority become: an order and a backfill. */
final class SlurmPolicy {

    /** A number of {@code SchedulerParameters}: which option it is, and its unit. */
    private record Parameter(String option, String unit) {}

    private static final Map<String, Parameter> PARAMETERS =
            Map.of(
                    "bf_window", new Parameter("window", "min"),
                    "bf_resolution", new Parameter("resolution", "s"),
                    "bf_interval", new Parameter("interval", "s"),
                    "bf_max_job_test", new Parameter("maxJobTest", ""),
                    "bf_max_job_start", new Parameter("maxJobStart", ""),
                    "bf_max_job_user", new Parameter("maxJobUser", ""),
                    "bf_max_job_part", new Parameter("maxJobPart", ""),
                    "bf_min_age_reserve", new Parameter("minAgeReserve", "s"),
                    "default_queue_depth", new Parameter("queueDepth", ""));

    private static final Map<String, String> WEIGHTS =
            Map.of(
                    "priorityweightage", "age",
                    "priorityweightfairshare", "fairshare",
                    "priorityweightjobsize", "jobSize",
                    "priorityweightpartition", "partition",
                    "priorityweightqos", "qos",
                    "priorityweightassoc", "association");

    private static final Map<String, String> TRES =
            Map.of(
                    "cpu", "nodes",
                    "node", "nodes",
                    "mem", "memory",
                    "gres/gpu", "accelerators");

    private static final double LARGEST = 4_294_967_295.0; // priority

    private static final Map<String, String> RESETS =
            Map.of("NONE", "0s", "DAILY", "1d", "WEEKLY", "7d");

    /** Settings of other things than scheduling, by how they begin. */
    private static final List<String> IDLE =
            List.of(
                    "accounting",
                    "acct",
                    "auth",
                    "batchstarttimeout",
                    "cli",
                    "clustername",
                    "comm",
                    "core",
                    "cpufreq",
                    "cred",
                    "crypto",
                    "debug",
                    "disableroot",
                    "epilog",
                    "firstjobid",
                    "gettimeout",
                    "grestypes",
                    "groupupdate",
                    "hash",
                    "healthcheck",
                    "inactivelimit",
                    "interactive",
                    "jobacct",
                    "jobcomp",
                    "jobcontainer",
                    "jobcred",
                    "jobfile",
                    "keepalive",
                    "killonbadexit",
                    "killwait",
                    "launch",
                    "logtime",
                    "mail",
                    "maxdbdmsgs",
                    "maxstepcount",
                    "maxtaskspernode",
                    "memlimit",
                    "messagetimeout",
                    "minjobage",
                    "mpi",
                    "plugin",
                    "plugstack",
                    "prep",
                    "proctrack",
                    "prolog",
                    "propagate",
                    "reboot",
                    "returntoservice",
                    "route",
                    "sbcast",
                    "scron",
                    "slurm",
                    "srun",
                    "statesave",
                    "switch",
                    "task",
                    "tcptimeout",
                    "tmpfs",
                    "track",
                    "treewidth",
                    "unkillable",
                    "usepam",
                    "vsizefactor",
                    "waittime",
                    "x11");

    private final SlurmNotes notes;
    private final Issues issues;
    private final Map<String, String> backfill = new LinkedHashMap<>(); // options by name
    private final Map<String, String> weights = new LinkedHashMap<>();
    private final Map<String, String> order = new LinkedHashMap<>();
    private boolean isBuiltin;
    private final SlurmPreemption preemption = new SlurmPreemption();
    private final Set<String> raw = new TreeSet<>(); // factors that count as they are
    private final boolean hasQualities;
    private long cpuWeight; // of the weight of nodes
    private boolean isBasic;

    /**
     * A policy.
     *
     * @param hasQualities whether it is known what qualities of service there are
     */
    SlurmPolicy(boolean hasQualities, SlurmNotes notes, Issues issues) {
        this.hasQualities = hasQualities;
        this.notes = notes;
        this.issues = issues;
    }

    /** Takes a line of settings of the cluster as a whole. */
    void take(SlurmStatement line) {
        line.settings().forEach(setting -> take(line, setting));
    }

    private void take(SlurmStatement line, SlurmStatement.Setting setting) {
        String key = setting.lowerKey();
        String value = setting.value();
        switch (key) {
            case "schedulertype" -> isBuiltin = value.equalsIgnoreCase("sched/builtin");
            case "schedulerparameters" -> parameters(line, value);
            case "prioritytype" -> isBasic = value.equalsIgnoreCase("priority/basic");
            case "prioritydecayhalflife" -> span(line, setting, "halfLife");
            case "prioritycalcperiod" -> span(line, setting, "period");
            case "prioritymaxage" -> span(line, setting, "maxAge");
            case "priorityfavorsmall" ->
                    order.put("favorSmall", Boolean.toString(value.equalsIgnoreCase("YES")));
            case "priorityflags" -> flags(line, value);
            case "priorityweighttres" -> tres(line, value);
            case "priorityusageresetperiod" -> reset(line, setting);
            default -> others(line, setting, key, value);
        }
    }

    private void others(
            SlurmStatement line, SlurmStatement.Setting setting, String key, String value) {
        String weight = WEIGHTS.get(key);
        if (weight != null && (hasQualities || !weight.equals("qos"))) {
            if (!value.matches("[0-9]{1,10}")) {
                wrong(line, setting, "must be a whole number", "10000.");
            } else if (!value.matches("0+")) {
                weights.put(weight, value);
            }
        } else if (key.startsWith("priorityweight") && value.matches("0+")) {
            notes.idle(setting.key());
        } else if (key.equals("preempttype") && value.equalsIgnoreCase("preempt/none")
                || key.equals("preemptmode") && value.equalsIgnoreCase("OFF")) {
            notes.idle(setting.key());
        } else if (hasQualities && preemption.take(line, setting)) {
            return;
        } else if (key.startsWith("select")) {
            boolean isWhole = value.equalsIgnoreCase("select/linear");
            if (isWhole) {
                notes.idle(setting.key());
            } else {
                notes.add(line, setting.text(), "not modelled: jobs get whole nodes");
            }
        } else if (IDLE.stream().anyMatch(key::startsWith)) {
            notes.idle(setting.key());
        } else {
            notes.add(line, setting.text(), "not modelled");
        }
    }

    private void parameters(SlurmStatement line, String list) {
        for (String word : list.split("[,\\s]+")) {
            int equals = word.indexOf('=');
            String key = (equals < 0 ? word : word.substring(0, equals)).toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : word.substring(equals + 1);
            Parameter known = PARAMETERS.get(key);
            if (word.isEmpty()) {
                continue;
            }
            if (known == null) {
                boolean isIdle = key.equals("bf_continue") || key.startsWith("bf_yield");
                notes.add(
                        line,
                        word,
                        isIdle ? "not needed: a cycle takes no time here" : "not modelled");
            } else if (key.equals("bf_interval") && value.equals("-1")) {
                notes.add(line, word, "not modelled: cycles go on");
            } else {
                SlurmLines.whole(key, value, 9, line, issues)
                        .ifPresent(number -> parameter(line, word, known, number));
            }
        }
    }

    private void parameter(SlurmStatement line, String word, Parameter known, long value) {
        boolean isSpan = !known.unit.isEmpty();
        if (value == 0 && isSpan && !known.option.equals("minAgeReserve")) {
            notes.add(line, word, "0 is no span here: the default taken");
        } else if (isSpan) {
            backfill.put(
                    known.option,
                    Units.duration(value * (known.unit.equals("min") ? 60_000L : 1_000L)));
        } else {
            backfill.put(known.option, value == 0 ? "unlimited" : Long.toString(value));
        }
    }

    private void span(SlurmStatement line, SlurmStatement.Setting setting, String option) {
        OptionalLong millis = SlurmTime.millis(setting.value());
        boolean mayBeZero = option.equals("halfLife");
        if (millis.isEmpty()) {
            wrong(line, setting, "is no time", "'7-0' for a week.");
        } else if (millis.getAsLong() == SlurmTime.UNLIMITED
                || millis.getAsLong() == 0 && !mayBeZero) {
            notes.add(line, setting.text(), "not modelled: the default taken");
        } else {
            order.put(option, Units.duration(millis.getAsLong()));
        }
    }

    private void flags(SlurmStatement line, String list) {
        for (String flag : list.split(",")) {
            switch (flag.strip().toUpperCase(Locale.ROOT)) {
                case "FAIR_TREE", "" -> order.remove("classic");
                case "NO_FAIR_TREE" -> order.put("classic", "true");
                case "NO_NORMAL_ASSOC" -> raw.add("association");
                case "NO_NORMAL_PART" -> raw.add("partition");
                case "NO_NORMAL_QOS" -> raw.add("qos");
                case "NO_NORMAL_TRES" -> raw.add("nodes");
                case "NO_NORMAL_ALL" ->
                        raw.addAll(List.of("association", "partition", "qos", "nodes"));
                default -> notes.add(line, "PriorityFlags=" + flag, "not modelled");
            }
        }
    }

    /** Nodes are whole, so processors weigh as nodes do. */
    private void tres(SlurmStatement line, String list) {
        for (String term : list.split(",")) {
            String[] parts = term.strip().split("=", 2);
            String factor = TRES.get(parts[0].toLowerCase(Locale.ROOT));
            if (factor == null || parts.length < 2 || !parts[1].matches("[0-9]{1,10}")) {
                notes.add(line, "PriorityWeightTRES=" + term.strip(), "not modelled");
            } else if (!parts[1].matches("0+")) {
                long its = Long.parseLong(parts[1]);
                long before = Long.parseLong(weights.getOrDefault(factor, "0"));
                weights.put(factor, Long.toString(before + its));
                cpuWeight += parts[0].equalsIgnoreCase("cpu") ? its : 0;
                if (!factor.equals("nodes")) {
                    notes.add(
                            line,
                            "PriorityWeightTRES=" + term.strip(),
                            "each job counts for all that its nodes have");
                }
            }
        }
    }

    private void reset(SlurmStatement line, SlurmStatement.Setting setting) {
        String period = RESETS.get(setting.value().toUpperCase(Locale.ROOT));
        if (period == null) {
            notes.add(line, setting.text(), "not modelled: usage is not forgotten at once");
        } else if (!period.equals("0s")) {
            order.put("resetPeriod", period);
            notes.add(line, setting.text(), "counted from the beginning of the run");
        }
    }

    private void wrong(
            SlurmStatement line, SlurmStatement.Setting setting, String what, String maybe) {
        issues.add(
                line.file(),
                line.line(),
                "%s %s: '%s'.".formatted(setting.key(), what, setting.value()),
                maybe);
    }

    /** Whether a factor has a weight. */
    boolean weighs(String factor) {
        return !isBasic && weights.containsKey(factor);
    }

    /** What becomes of those who make way for others. */
    SlurmPreemption preemption() {
        return preemption;
    }

    /**
     * The order, as a value in YAML.
     *
     * @param scale what numbers are compared with
     */
    String order(SlurmScale scale) {
        if (isBasic || weights.isEmpty()) {
            return "fcfs";
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        weights.forEach((factor, weight) ->
                numbers.put(
                        factor,
                        scale.weight(factor, Double.parseDouble(weight), raw.contains(factor))));
        if (raw.contains("nodes")) {
            tresAsTheyAre(numbers, scale);
        }
        List<String> terms = new ArrayList<>();
        numbers.forEach(
                (factor, weight) -> terms.add(factor + ": " + plain(Math.min(weight, LARGEST))));
        Map<String, String> options = new LinkedHashMap<>(order);
        if (weights.containsKey("fairshare") && !options.containsKey("classic")) {
            options.put("codeTies", "true"); // as Slurm itself does
        }
        return "{use: multifactor, weights: {"
                + String.join(", ", terms)
                + "}"
                + options(options)
                + "}";
    }

    private static String plain(double weight) {
        BigDecimal decimal = BigDecimal.valueOf(weight);
        return weight == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    /** Without the partition's size nodes count as the size of jobs does. */
    private void tresAsTheyAre(Map<String, Double> numbers, SlurmScale scale) {
        double nodes = numbers.getOrDefault("nodes", 0.0) - cpuWeight;
        boolean favorsSmall = "true".equals(order.get("favorSmall"));
        boolean isLeft = numbers.containsKey("memory") || numbers.containsKey("accelerators");
        if (favorsSmall || cpuWeight > 0 && scale.cpusPerNode() == 0) {
            isLeft |= numbers.containsKey("nodes");
        } else if (numbers.remove("nodes") != null) {
            double ofNode = nodes + (double) cpuWeight * scale.cpusPerNode();
            numbers.merge("jobSize", ofNode * scale.nodes(), Double::sum);
        }
        if (isLeft) {
            notes.add(
                    "",
                    0,
                    "PriorityFlags=NO_NORMAL_TRES",
                    "memory, accelerators, and nodes that cannot count as sizes of jobs do, count"
                            + " in parts of their partition's all the same");
        }
    }

    /** The backfill, as a value in YAML. */
    String backfill() {
        return isBuiltin ? "none" : "{use: slurm" + options(backfill) + "}";
    }

    private static String options(Map<String, String> options) {
        StringBuilder text = new StringBuilder();
        options.forEach((name, value) -> text.append(", ").append(name).append(": ").append(value));
        return text.toString();
    }
}
