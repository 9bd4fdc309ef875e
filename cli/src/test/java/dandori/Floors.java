package dandori;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who stands above whom. A package may use what stands on a lower floor; on its own floor only what
 * {@link #NEIGHBOURS} lists; nothing above.
 */
final class Floors {

    private static final Map<String, Integer> FLOORS = floors();

    /** Arrows between two packages of one floor. */
    private static final Set<String> NEIGHBOURS =
            Set.of(
                    "dandori.policy.spi -> dandori.policy",
                    "dandori.trace.sacct -> dandori.trace",
                    "dandori.trace.lines -> dandori.trace",
                    "dandori.catalogue -> dandori.generate",
                    "dandori.catalogue -> dandori.scenario.key",
                    "dandori.catalogue -> dandori.scenario.text",
                    "dandori.scenario.key -> dandori.generate",
                    "dandori.resample -> dandori.generate",
                    "dandori.catalogue -> dandori.wiring",
                    "dandori.wiring -> dandori.scenario.text",
                    "dandori.slurm -> dandori.scenario.text",
                    "dandori.slurm -> dandori.wiring",
                    "dandori.fit -> dandori.results",
                    "dandori.policy.placement -> dandori.policy.placement.switches",
                    "dandori.policy.limit -> dandori.policy.preemption",
                    "dandori.policy.order -> dandori.policy.preemption",
                    "dandori.scenario.key -> dandori.scenario.text",
                    "dandori.scenario -> dandori.scenario.campaign",
                    "dandori.scenario -> dandori.scenario.failure",
                    "dandori.scenario -> dandori.fit",
                    "dandori.scenario -> dandori.scenario.inquiry",
                    "dandori.scenario -> dandori.scenario.power",
                    "dandori.scenario.campaign -> dandori.scenario.failure",
                    "dandori.scenario.sweep -> dandori.scenario",
                    "dandori.scenario.sweep -> dandori.scenario.inquiry",
                    "dandori.experiment.journal -> dandori.experiment",
                    "dandori.experiment.journal -> dandori.experiment.inquiry",
                    "dandori.experiment.inquiry -> dandori.experiment",
                    "dandori.parquet -> dandori.trace.export",
                    "dandori.report -> dandori.experiment",
                    "dandori.report -> dandori.experiment.inquiry",
                    "dandori.report -> dandori.experiment.journal");

    private static final Pattern TYPE =
            Pattern.compile("(dandori(?:\\.[a-z][a-z0-9_]*)*)(?:\\.(?:[A-Z].*|\\*))?");

    /**
     * What core must not know: files, formats, the clock on the wall, and chance without a seed.
     */
    private static final Pattern NOT_IN_CORE =
            Pattern.compile(
                    "tools\\.jackson\\..*|java\\.io\\..*|java\\.nio\\.(file|channels)\\..*|java\\.net\\..*"
                            + "|java\\.time\\.Clock|java\\.util\\.(Date|Calendar|Timer|UUID)"
                            + "|(java\\.time\\.)?(Instant|LocalDate|LocalDateTime|LocalTime|OffsetDateTime"
                            + "|ZonedDateTime|Year|YearMonth)\\.now"
                            + "|(java\\.lang\\.)?System\\.(currentTimeMillis|nanoTime)"
                            + "|(java\\.lang\\.)?Math\\.random|.*\\bThreadLocalRandom");

    private Floors() {}

    private static Map<String, Integer> floors() {
        var floors = new LinkedHashMap<String, Integer>();
        put(floors, 1, "engine", "interconnect", "job");
        put(floors, 2, "machine", "collective", "statistics");
        put(floors, 3, "training", "state", "network", "failure", "policy.share");
        put(floors, 4, "policy", "policy.spi", "metric", "campaign");
        put(
                floors,
                5,
                "policy.order",
                "policy.limit",
                "policy.admission",
                "policy.backfill",
                "policy.placement");
        put(floors, 5, "policy.placement.switches");
        put(floors, 5, "policy.preemption", "policy.routing");
        put(floors, 5, "wait");
        put(floors, 6, "sim");
        put(floors, 7, "agent", "kit");
        put(floors, 7, "trace", "generate", "resample", "catalogue", "wiring", "slurm");
        put(floors, 7, "trace.sacct", "trace.lines");
        put(floors, 7, "scenario.key", "scenario.text");
        put(floors, 8, "fit", "scenario", "results", "estimate", "trace.table");
        put(floors, 8, "trace.csv", "trace.philly");
        put(floors, 9, "trace.export");
        put(floors, 8, "scenario.campaign", "scenario.failure", "scenario.power");
        put(floors, 8, "scenario.inquiry", "scenario.sweep");
        put(floors, 9, "scenario.schema");
        put(floors, 8, "simgrid");
        put(floors, 9, "trace.batsim", "trace.lsf", "trace.pbs", "trace.tcs");
        put(
                floors,
                9,
                "experiment",
                "experiment.journal",
                "experiment.inquiry",
                "report",
                "parquet");
        put(floors, 8, "parquet.read");
        put(floors, 10, "trial", "validation", "parquet.trace");
        put(floors, 11, "cli", "web");
        put(floors, 12, "cli.browser"); // tests of the viewer in a browser
        put(floors, 11, "web.timeline", "web.study", "web.machine");
        return floors;
    }

    private static void put(Map<String, Integer> floors, int floor, String... rooms) {
        for (String room : rooms) {
            floors.put("dandori." + room, floor);
        }
    }

    /** Everything that a file uses and must not. */
    static List<String> findings(JavaSource source) {
        var findings = new ArrayList<String>();
        String here = source.packageName();
        if (!here.isEmpty() && !FLOORS.containsKey(here)) {
            findings.add(source.path() + ":1: package " + here + " stands on no floor.");
            return findings;
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitModule(ModuleTree module, Void nothing) {
                return null; // exports and provides are no uses
            }

            @Override
            public Void visitPackage(PackageTree declaration, Void nothing) {
                return scan(declaration.getAnnotations(), null);
            }

            @Override
            public Void visitImport(ImportTree declaration, Void nothing) {
                return scan(declaration.getQualifiedIdentifier(), null);
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void nothing) {
                return null;
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree use, Void nothing) {
                String name = use.toString();
                String why = why(source.module(), here, name);
                if (!why.isEmpty()) {
                    findings.add(source.finding(use, why));
                    return null; // its parts would say the same again
                }
                return super.visitMemberSelect(use, null);
            }
        }.scan(source.tree(), null);
        return findings;
    }

    /** Why a package must not use a name, or nothing if it may. */
    private static String why(String module, String here, String name) {
        if (module.equals("core") && NOT_IN_CORE.matcher(name).matches()) {
            return "core must not know " + name + ".";
        }
        Matcher type = TYPE.matcher(name);
        if (!type.matches() || type.group(1).equals(name)) {
            return "";
        }
        String there = type.group(1);
        if (!FLOORS.containsKey(there)) {
            return name + ": package " + there + " stands on no floor.";
        }
        return mayUse(here, there) ? "" : here + " must not use " + name + ".";
    }

    static boolean mayUse(String here, String there) {
        if (here.equals(there)) {
            return true;
        }
        if (isWeb(here)) {
            return isWeb(there);
        }
        if (here.equals("dandori.metric") && isPolicy(there)
                || isPolicy(here) && there.equals("dandori.metric")) {
            return false;
        }
        return FLOORS.get(here) > FLOORS.get(there)
                || NEIGHBOURS.contains(here + " -> " + there)
                || here.equals("dandori.cli") && there.equals("dandori.web");
    }

    /** The viewer reads only result files, so that a fault of its cannot change a number. */
    private static boolean isWeb(String name) {
        return name.equals("dandori.web") || name.startsWith("dandori.web.");
    }

    private static boolean isPolicy(String name) {
        return name.equals("dandori.policy") || name.startsWith("dandori.policy.");
    }
}
