package dandori.cli;

import dandori.engine.Durations;
import dandori.job.ShapeMode;
import dandori.machine.Certainty;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.machine.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pools of a machine and its resource groups, as a table. */
final class GroupTable {

    private static final String GAP = "  ";

    private GroupTable() {}

    /** The table; nothing where there is one pool without groups. */
    static String of(Machine machine) {
        boolean isPlain =
                machine.pools().stream().allMatch(pool -> pool.partitions().isEmpty())
                        && machine.pools().size() == 1;
        if (isPlain) {
            return "";
        }
        StringBuilder text = new StringBuilder("\nPools and resource groups\n");
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "Pool",
                        "Group",
                        "Nodes",
                        "A job's",
                        "Walltime",
                        "Shapes",
                        "Tier",
                        "Safe",
                        "Sources"));
        for (Pool pool : machine.pools()) {
            Facts known = machine.specification().pools().getOrDefault(pool.name(), Facts.NONE);
            rows.add(
                    List.of(
                            pool.name(),
                            "",
                            number(pool.nodes()) + mark(known, "nodes"),
                            "",
                            "",
                            "",
                            "",
                            "",
                            sources(known)));
            for (Partition partition : pool.partitions()) {
                rows.add(row(machine, partition));
            }
        }
        lines(rows, text);
        openings(machine, text);
        text.append(CellText.paragraph(legend(machine)));
        return text.toString();
    }

    private static List<String> row(Machine machine, Partition partition) {
        Facts known =
                machine.specification().partitions().getOrDefault(partition.name(), Facts.NONE);
        boolean isSafe = partition.tenure().guaranteedMillis() == Long.MAX_VALUE;
        String least =
                partition.minNodes() == 1
                        ? "1"
                        : number(partition.minNodes()) + mark(known, "minNodes");
        return List.of(
                "",
                partition.name(),
                number(partition.nodes().size()) + mark(known, "nodes"),
                least + "–" + number(partition.maxNodes()) + mark(known, "maxNodes"),
                known.text("maxWalltime") + mark(known, "maxWalltime"),
                String.join(" ", partition.shapes().stream().map(ShapeMode::text).toList())
                        + mark(known, "shapes"),
                partition.tier() + mark(known, "tier"),
                isSafe
                        ? ""
                        : Durations.text(partition.tenure().guaranteedMillis())
                                + mark(known, "guaranteed"),
                sources(known));
    }

    private static void lines(List<List<String>> rows, StringBuilder text) {
        int[] widths = new int[rows.get(0).size()];
        boolean[] isUsed = new boolean[widths.length];
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], rows.get(r).get(i).length());
                isUsed[i] |= r > 0 && !rows.get(r).get(i).isEmpty();
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                if (isUsed[i]) {
                    String pad = " ".repeat(widths[i] - row.get(i).length());
                    line.append(GAP, 0, line.isEmpty() ? 1 : 2);
                    line.append(i == 2 ? pad + row.get(i) : row.get(i) + pad);
                }
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static void openings(Machine machine, StringBuilder text) {
        machine.specification()
                .partitions()
                .forEach((name, facts) -> {
                    for (Map.Entry<String, Fact> entry : facts.all().entrySet()) {
                        boolean isWindow = entry.getKey().startsWith("windows");
                        if (isWindow || entry.getKey().equals("runs")) {
                            Fact fact = entry.getValue();
                            text.append(
                                    CellText.row(
                                            new int[] {12, 54, 7, 22},
                                            List.of(
                                                    name,
                                                    (isWindow ? "opens " : "")
                                                            + fact.text()
                                                            + mark(fact),
                                                    String.join(" ", fact.sources()),
                                                    fact.note())));
                        }
                    }
                });
    }

    private static String legend(Machine machine) {
        boolean hasTiers =
                machine.pools().stream()
                        .flatMap(pool -> pool.partitions().stream())
                        .anyMatch(partition -> partition.tier() > 0);
        return "= derived, ~ remembered or second-hand, * assumed."
                + (hasTiers ? " The smaller the tier, the earlier." : "");
    }

    private static String number(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String mark(Facts facts, String name) {
        Fact fact = facts.fact(name);
        return fact == null ? "" : mark(fact);
    }

    private static String mark(Fact fact) {
        Certainty certainty = fact.certainty();
        return switch (certainty) {
            case PUBLISHED -> "";
            case DERIVED -> "=";
            case ASSUMED -> "*";
            default -> "~";
        };
    }

    private static String sources(Facts facts) {
        return String.join(
                " ",
                facts.all().values().stream()
                        .flatMap(fact -> fact.sources().stream())
                        .distinct()
                        .sorted(
                                Comparator.comparingInt(String::length)
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList());
    }
}
