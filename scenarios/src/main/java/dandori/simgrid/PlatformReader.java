package dandori.simgrid;

import dandori.scenario.text.Issues;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the hosts of a platform. Nothing but the file itself is read: a document type is passed
 * over, and entities of its own are unknown.
 */
final class PlatformReader {

    private static final long MOST_HOSTS = 10_000_000;
    private static final Set<String> PLAIN =
            Set.of("platform", "zone", "as", "prop", "config", "router");

    private final String file;
    private final Issues issues;
    final List<PlatformCluster> clusters = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    private final Map<String, Integer> unmodelled = new TreeMap<>();
    private @Nullable PlatformCluster current; // the cluster or host that is open
    private boolean isMaster;
    private long hosts;
    private int line;

    PlatformReader(String file, Issues issues) {
        this.file = file;
        this.issues = issues;
    }

    void read(InputStream bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            boolean isPlatform = false;
            while (xml.hasNext()) {
                int event = xml.next();
                line = xml.getLocation().getLineNumber();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName().toLowerCase(Locale.ROOT);
                    if (!isPlatform && !name.equals("platform")) {
                        issues.add(
                                file,
                                line,
                                "begins with <" + name + ">, where <platform> is expected.",
                                null);
                        return;
                    }
                    isPlatform = true;
                    begin(name, xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(xml.getLocalName().toLowerCase(Locale.ROOT));
                }
            }
        } catch (XMLStreamException broken) {
            int at = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            issues.add(
                    file,
                    Math.max(at, 0),
                    "is no XML that can be read without its document type.",
                    "the file is incomplete, or uses entities: write out what they stand for.");
            return;
        }
        unmodelled.forEach(
                (name, count) -> notes.add("%d <%s>: not modelled".formatted(count, name)));
        if (hosts == 0 && issues.isEmpty()) {
            issues.add(file, 0, "has no host that computes.", null);
        }
    }

    private void begin(String name, XMLStreamReader xml) {
        switch (name) {
            case "cluster", "cabinet" -> {
                long count = PlatformUnits.hosts(value(xml, "radical"));
                if (count < 0) {
                    wrong("radical", value(xml, "radical"), "'0-511'");
                }
                open(xml, Math.max(count, 0));
            }
            case "host", "peer" -> open(xml, 1);
            case "prop" -> {
                boolean isRole = value(xml, "id").equals("role");
                isMaster |= isRole && value(xml, "value").equals("master");
            }
            default -> {
                if (!PLAIN.contains(name)) {
                    unmodelled.merge(name, 1, Integer::sum);
                }
            }
        }
    }

    private void open(XMLStreamReader xml, long count) {
        BigDecimal flops = PlatformUnits.amount(value(xml, "speed"));
        if (flops.signum() == 0) {
            wrong("speed", value(xml, "speed"), "'1Gf'");
        }
        if (value(xml, "speed").contains(",")) {
            notes.add("line %d: several speeds: the first taken".formatted(line));
        }
        if (!value(xml, "bb_bw").isEmpty()) {
            notes.add("line %d: bb_bw: a backbone that all share is not modelled".formatted(line));
        }
        String cores = value(xml, "core");
        String topology = value(xml, "topology").toUpperCase(Locale.ROOT);
        current =
                new PlatformCluster(
                        value(xml, "id"),
                        count,
                        cores.matches("[1-9]\\d{0,5}") ? Long.parseLong(cores) : 1,
                        flops,
                        PlatformUnits.amount(value(xml, "bw")),
                        topology.isEmpty() ? "FLAT" : topology,
                        value(xml, "topo_parameters"));
        isMaster = current.id().equals("master_host");
    }

    private void end(String name) {
        PlatformCluster done = current;
        if (done == null || !Set.of("cluster", "cabinet", "host", "peer").contains(name)) {
            return;
        }
        current = null;
        if (isMaster) {
            notes.add("%s: runs the scheduler, not jobs: left out".formatted(done.id()));
            return;
        }
        hosts += done.count();
        if (hosts > MOST_HOSTS) {
            issues.add(file, line, "has more than 10,000,000 hosts.", null);
            return;
        }
        boolean isHost = name.equals("host") || name.equals("peer");
        int last = clusters.size() - 1;
        boolean goesOn =
                isHost
                        && last >= 0
                        && clusters.get(last).topology().equals("HOST")
                        && clusters.get(last).isLike(done);
        if (goesOn) {
            clusters.set(last, clusters.get(last).withCount(clusters.get(last).count() + 1));
        } else {
            clusters.add(
                    isHost
                            ? new PlatformCluster(
                                    done.id(),
                                    1,
                                    done.cores(),
                                    done.flops(),
                                    BigDecimal.ZERO,
                                    "HOST",
                                    "")
                            : done);
        }
    }

    private void wrong(String key, String value, String example) {
        issues.add(file, line, "%s: '%s' cannot be read.".formatted(key, value), example + ".");
    }

    private static String value(XMLStreamReader xml, String key) {
        String value = xml.getAttributeValue(null, key);
        return value == null ? "" : value.strip();
    }
}
