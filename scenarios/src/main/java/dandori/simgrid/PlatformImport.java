package dandori.simgrid;

import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestFile;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine file made of a platform.
 *
 * @param yaml the file
 * @param nodes how many nodes the machine has
 * @param notes what of the platform it does not say, a sentence each
 */
public record PlatformImport(String yaml, long nodes, List<String> notes) {

    /** Copies the list. */
    public PlatformImport {
        notes = List.copyOf(notes);
    }

    /**
     * Reads a platform.
     *
     * @param name the machine's
     * @throws ScenarioException if it is none, with all issues
     * @throws IOException if the file cannot be read
     */
    public static PlatformImport of(Path file, String name) throws IOException {
        Issues issues = new Issues();
        String last = String.valueOf(file.getFileName());
        PlatformReader reader = new PlatformReader(last, issues);
        if (Files.isRegularFile(file)) {
            try (InputStream bytes = Files.newInputStream(file)) {
                reader.read(bytes);
            }
        } else {
            issues.add(last, 0, "there is no such file.", NearestFile.maybe(file));
        }
        if (!issues.isEmpty()) {
            throw new ScenarioException(file.toString(), issues.list());
        }
        return made(last, name, reader);
    }

    private static PlatformImport made(String file, String name, PlatformReader reader) {
        Map<String, PlatformCluster> types = new LinkedHashMap<>();
        long nodes = 0;
        for (PlatformCluster cluster : reader.clusters) {
            types.put(typeName(cluster.id(), types), cluster);
            nodes += cluster.count();
        }
        StringBuilder text = new StringBuilder();
        text.append("# From ").append(file.replaceAll("\\p{Cntrl}", "?"));
        text.append(", by 'dandori import batsim'.\n\nmachine: ").append(name);
        text.append("\ntitle: \"").append(name).append(", as its platform has it\"\n");
        text.append("sources:\n  S1: \"the platform file\"\ntotals:\n");
        text.append("  nodes: [").append(nodes).append(", published, S1]\nnodeTypes:\n");
        types.forEach((type, cluster) -> text.append(type(type, cluster)));
        text.append("interconnect:\n").append(wiring(reader));
        return new PlatformImport(text.toString(), nodes, reader.notes);
    }

    private static String wiring(PlatformReader reader) {
        if (reader.clusters.size() == 1) {
            return String.valueOf(new PlatformWiring(reader.clusters.get(0), reader.notes).yaml());
        }
        reader.notes.add(
                "%d kinds of hosts: how they are joined is not modelled, taken as flat"
                        .formatted(reader.clusters.size()));
        return "  kind: flat\n";
    }

    private static String type(String name, PlatformCluster cluster) {
        BigDecimal flops = cluster.flops().multiply(BigDecimal.valueOf(cluster.cores()));
        String speed = PlatformUnits.plain(flops, 12) + " TFLOP/s";
        String fact =
                cluster.cores() == 1
                        ? "[" + speed + ", published, S1]"
                        : "[" + speed + ", derived, S1, \"cores x speed\"]";
        String text =
                "  %s:\n    count: [%d, published, S1]\n    cores: [%d, published, S1]\n"
                        .formatted(name, cluster.count(), cluster.cores());
        if (cluster.bandwidth().signum() > 0) {
            text +=
                    "    injectionBandwidth: [%s GB/s, published, S1]\n"
                            .formatted(PlatformUnits.plain(cluster.bandwidth(), 9));
        }
        return text + "    peak: {fp64: " + fact + "}\n";
    }

    private static String typeName(String id, Map<String, PlatformCluster> taken) {
        String allowed = id.replaceAll("[^A-Za-z0-9-]", "-").replaceFirst("^[^A-Za-z]+", "");
        String some = allowed.isEmpty() ? "hosts" : allowed;
        some = some.length() > 40 ? some.substring(0, 40) : some;
        String name = some;
        for (int i = 2; taken.containsKey(name); i++) {
            name = some + "-" + i;
        }
        return name;
    }
}
