package dandori.slurm;

import dandori.scenario.text.Issues;
import dandori.scenario.text.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

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
                    "priorityweightassoc", "association");

    private static final Map<String, String> TRES =
            Map.of(
                    "cpu", "nodes",
                    "node", "nodes",
                    "mem", "memory",
                    "gres/gpu", "accelerators");

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
    private boolean isBasic;

    SlurmPolicy(SlurmNotes notes, Issues issues) {
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
        if (weight != null) {
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
                long before = Long.parseLong(weights.getOrDefault(factor, "0"));
                weights.put(factor, Long.toString(before + Long.parseLong(parts[1])));
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

    /** The order, as a value in YAML. */
    String order() {
        if (isBasic || weights.isEmpty()) {
            return "fcfs";
        }
        List<String> terms = new ArrayList<>();
        weights.forEach((factor, weight) -> terms.add(factor + ": " + weight));
        return "{use: multifactor, weights: {"
                + String.join(", ", terms)
                + "}"
                + options(order)
                + "}";
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
