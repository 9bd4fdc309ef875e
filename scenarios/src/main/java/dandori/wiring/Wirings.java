package dandori.wiring;

import dandori.interconnect.GraphNetwork;
import dandori.scenario.text.Issues;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads wiring files; all that is wrong with one is told at once. */
public final class Wirings {

    private Wirings() {}

    /**
     * Reads a file, in the format that its name ends with.
     *
     * @param file a file in UTF-8
     * @param cableBytesPerSecond what a cable carries each way for which the file says nothing; in
     *     a {@code topology.conf} a switch's cable upwards carries that for each node below it
     * @throws IOException if it cannot be read
     * @throws ScenarioException if something is wrong with it, with every issue and its line
     */
    public static GraphNetwork read(Path file, double cableBytesPerSecond) throws IOException {
        String name = file.toString();
        WiringFormat format =
                WiringFormat.of(name)
                        .orElseThrow(() -> new ScenarioException(name, unknownFormat().list()));
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return read(name, format, text, cableBytesPerSecond);
    }

    /**
     * Reads text in a format.
     *
     * @param name what the file is called in messages
     * @param format its format
     * @param text what it says
     * @param cableBytesPerSecond as in {@link #read(Path, double)}
     * @throws ScenarioException if something is wrong with it
     */
    public static GraphNetwork read(
            String name, WiringFormat format, String text, double cableBytesPerSecond) {
        var issues = new Issues();
        GraphNetwork network = read(format, text, cableBytesPerSecond, issues);
        if (network == null) {
            throw new ScenarioException(name, issues.list());
        }
        return network;
    }

    private static @Nullable GraphNetwork read(
            WiringFormat format, String text, double cableBytesPerSecond, Issues issues) {
        var draft = new Draft(issues);
        boolean legible =
                format == WiringFormat.TOPOLOGY_CONF
                        ? new TopologyConf(draft, issues, cableBytesPerSecond).read(text)
                        : new GraphFile(draft, issues, cableBytesPerSecond).read(format, text);
        return legible ? draft.network() : null;
    }

    private static Issues unknownFormat() {
        String endings =
                Arrays.stream(WiringFormat.values())
                        .map(format -> format.title() + " " + String.join(", ", format.endings()))
                        .collect(Collectors.joining("; "));
        var issues = new Issues();
        issues.add("", 0, "Its name does not tell its format.", "rename it: " + endings + ".");
        return issues;
    }
}
