package dandori.wiring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a file says which nodes and switches are joined. */
public enum WiringFormat {

    /**
     * GraphML: nodes, those with {@code kind} = {@code switch} being switches, and edges, with
     * {@code bandwidth} in bytes per second where it is known.
     */
    GRAPHML("GraphML", ".graphml .xml"),

    /** DOT, the language of Graphviz, with the same attributes. */
    DOT("DOT", ".dot .gv"),

    /** Slurm's {@code topology.conf} for the plugin topology/tree. */
    TOPOLOGY_CONF("topology.conf", ".conf");

    private final String title;
    private final String endings; // with blanks between

    WiringFormat(String title, String endings) {
        this.title = title;
        this.endings = endings;
    }

    /** Its name for a user. */
    public String title() {
        return title;
    }

    /** How the names of such files end. */
    public List<String> endings() {
        return List.of(endings.split(" "));
    }

    /** The format of a file by the end of its name; empty if no format ends so. */
    public static Optional<WiringFormat> of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings().stream().anyMatch(name::endsWith))
                .findFirst();
    }
}
