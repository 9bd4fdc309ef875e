package dandori;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ProvidesTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules that need more than one file: sizes taken together, packages, services. */
final class TidyTree {

    static final int MEDIAN_FILE = 80;
    static final int LONG_FILE = 250; // nine of ten files are at most this long

    private TidyTree() {}

    /** What is wrong with the lengths of all files, taken together. */
    static List<String> sizes(List<Integer> lines) {
        List<Integer> sorted = lines.stream().sorted().toList();
        var findings = new ArrayList<String>();
        int median = sorted.get((sorted.size() - 1) / 2);
        int ninth = sorted.get((sorted.size() * 9 + 9) / 10 - 1);
        if (median > MEDIAN_FILE) {
            findings.add(
                    "half of the files have %d lines or more, at most %d."
                            .formatted(median, MEDIAN_FILE));
        }
        if (ninth > LONG_FILE) {
            findings.add(
                    "a tenth of the files has %d lines or more, at most %d."
                            .formatted(ninth, LONG_FILE));
        }
        return findings;
    }

    /**
     * Packages without a package-info, and those whose package-info says or promises too little.
     */
    static List<String> packages(List<JavaSource> sources) {
        Set<String> all = new TreeSet<>();
        Set<String> described = new TreeSet<>();
        var findings = new ArrayList<String>();
        for (JavaSource source : sources) {
            if (source.packageName().isEmpty()) {
                continue; // module-info
            }
            String place = source.module() + ": " + source.packageName();
            all.add(place);
            if (source.fileName().equals("package-info.java")) {
                described.add(place);
                if (!source.text().strip().startsWith("/**")) {
                    findings.add(source.path() + ":1: has no Javadoc.");
                }
                if (!source.text().contains("@NullMarked")) {
                    findings.add(source.path() + ":1: is not @NullMarked.");
                }
            }
        }
        all.removeAll(described);
        all.forEach(place -> findings.add(place + " has no package-info."));
        return findings;
    }

    /**
     * Where the two lists of a module's services differ: the module path reads module-info, the
     * class path META-INF.
     *
     * @param moduleInfo the module's declaration
     * @param files the texts in META-INF/services by service
     */
    static List<String> services(JavaSource moduleInfo, Map<String, String> files) {
        Map<String, Set<String>> declared = new TreeMap<>();
        moduleInfo.tree().getModule().getDirectives().stream()
                .filter(ProvidesTree.class::isInstance)
                .map(ProvidesTree.class::cast)
                .forEach(provides ->
                        declared.computeIfAbsent(
                                        provides.getServiceName().toString(),
                                        service -> new TreeSet<>())
                                .addAll(names(provides.getImplementationNames())));
        Map<String, Set<String>> listed = new TreeMap<>();
        files.forEach((service, text) -> listed.put(service.replace('$', '.'), lines(text)));

        Set<String> either = new TreeSet<>(declared.keySet());
        either.addAll(listed.keySet());
        var findings = new ArrayList<String>();
        for (String service : either) {
            Set<String> inModule = declared.getOrDefault(service, Set.of());
            Set<String> inFile = listed.getOrDefault(service, Set.of());
            if (!inModule.equals(inFile)) {
                findings.add(
                        "%s: module-info provides %s with %s, META-INF/services lists %s."
                                .formatted(moduleInfo.module(), service, inModule, inFile));
            }
        }
        return findings;
    }

    private static List<String> names(List<? extends ExpressionTree> types) {
        return types.stream().map(Object::toString).toList();
    }

    private static Set<String> lines(String text) {
        Set<String> lines = new TreeSet<>();
        for (String line : text.split("\\R")) {
            String name = line.replaceAll("#.*", "").strip();
            if (!name.isEmpty()) {
                lines.add(name.replace('$', '.'));
            }
        }
        return lines;
    }
}
