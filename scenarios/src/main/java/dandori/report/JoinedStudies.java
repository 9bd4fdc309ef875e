package dandori.report;

import dandori.report.JoinedVariant.Contender;
import dandori.scenario.text.NearestName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one or several studies of one scenario against one of them. Studies may differ in
 * policies, seeds and what they report, and in nothing else; of studies with sweeps, each variant
 * that all of them have is compared by itself.
 */
public final class JoinedStudies {

    private static final int TOLD = 5;

    private final List<StudyFile> studies;
    private final List<JoinedVariant> variants = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private JoinedStudies(List<StudyFile> studies) {
        this.studies = studies;
        Set<Map<String, String>> all = new LinkedHashSet<>();
        studies.forEach(study -> study.variants().forEach(one -> all.add(one.values())));
        for (Map<String, String> values : all) {
            List<StudyFile> without =
                    studies.stream().filter(one -> one.variant(values).isEmpty()).toList();
            if (without.isEmpty()) {
                List<StudyVariant> parts =
                        studies.stream().flatMap(one -> one.variant(values).stream()).toList();
                variants.add(new JoinedVariant(parts, part -> label(part.folder())));
            } else {
                String where =
                        String.join(
                                ", ", without.stream().map(one -> label(one.folder())).toList());
                leftOut.add("%s is not in %s".formatted(text(values), where));
            }
        }
    }

    /**
     * Reads studies.
     *
     * @param folders their folders, all complete; at least one
     */
    public static JoinedStudies read(List<Path> folders) throws IOException {
        List<StudyFile> studies = new ArrayList<>();
        for (Path folder : folders) {
            studies.add(StudyFile.read(folder));
        }
        return new JoinedStudies(studies);
    }

    private static String text(Map<String, String> values) {
        return values.isEmpty() ? "a study without sweeps" : StudyVariant.text(values);
    }

    /** The last name of a folder, or all of them where that says too little. */
    private String label(Path folder) {
        String last = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        long same =
                studies.stream()
                        .filter(one -> one.folder().toAbsolutePath().normalize().endsWith(last))
                        .count();
        return same == 1 ? last : folder.toString();
    }

    /** Why these studies must not be compared, a line for each reason; none if they may. */
    public List<String> refusals() {
        if (variants.isEmpty()) {
            List<String> refusals = new ArrayList<>();
            leftOut.stream().limit(TOLD).forEach(one -> refusals.add(one + "."));
            if (leftOut.size() > TOLD) {
                refusals.add("And %d more.".formatted(leftOut.size() - TOLD));
            }
            return refusals;
        }
        return new UnlikeStudies(studies, variants).refusals();
    }

    /** Whether no variant has a policy beside another. */
    public boolean isOfOnePolicy() {
        return variants.stream().allMatch(one -> one.names().size() < 2);
    }

    /** The names of what is compared, in order. */
    public List<String> names() {
        return variants.stream().flatMap(one -> one.names().stream()).distinct().toList();
    }

    /** What to say where nothing is called so; empty if something is. */
    public Optional<String> unknown(String baseline) {
        return variants.stream().anyMatch(one -> one.find(baseline) != null)
                ? Optional.empty()
                : Optional.ofNullable(NearestName.maybe(baseline, names()));
    }

    /** The policy with which the first study compares; where no study has it, the first of all. */
    private String usual() {
        String own = studies.get(0).compareTo();
        return unknown(own).isEmpty() ? own : names().get(0);
    }

    /** With what each variant is compared; those without it are left out. */
    private Map<JoinedVariant, Contender> baselines(@Nullable String asked, List<String> without) {
        String name = asked == null ? usual() : asked;
        Map<JoinedVariant, Contender> baselines = new LinkedHashMap<>();
        for (JoinedVariant variant : variants) {
            Contender found = variant.find(name);
            if (found != null) {
                baselines.put(variant, found);
            } else {
                without.add("%s has no %s".formatted(text(variant.values()), name));
            }
        }
        return baselines;
    }

    /**
     * The differences as a report.
     *
     * @param asked with what to compare; null: with what the first study does, or, where none has
     *     that, the first policy
     */
    public Report report(@Nullable String asked) {
        List<String> notCompared = new ArrayList<>(leftOut);
        JoinedTable table = new JoinedTable(baselines(asked, notCompared));
        List<String> lines = new ArrayList<>(table.legend());
        if (!notCompared.isEmpty()) {
            int more = notCompared.size() - TOLD;
            lines.add(
                    "Not compared: "
                            + String.join(
                                    "; ",
                                    notCompared.subList(0, Math.min(TOLD, notCompared.size())))
                            + (more > 0 ? "; and %d more.".formatted(more) : "."));
        }
        Section section = new Section(table.title(), table.table(), lines, true);
        return new Report("compare", "", "", List.of(section), List.of());
    }

    /** The differences of all figures of all jobs as a tree for JSON. */
    public Map<String, @Nullable Object> tree(@Nullable String asked) {
        List<String> notCompared = new ArrayList<>(leftOut);
        Map<JoinedVariant, Contender> baselines = baselines(asked, notCompared);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("baseline", baselines.values().iterator().next().name());
        tree.put("studies", studies.stream().map(study -> study.folder().toString()).toList());
        List<Map<String, Object>> all = new ArrayList<>();
        baselines.forEach((variant, baseline) -> {
            Map<String, Object> its = new LinkedHashMap<>();
            if (!variant.values().isEmpty()) {
                its.put("values", variant.values());
            }
            its.put("differences", variant.tree(baseline));
            all.add(its);
        });
        if (all.size() == 1 && !all.get(0).containsKey("values")) {
            tree.putAll(all.get(0));
        } else {
            tree.put("variants", all);
        }
        if (!notCompared.isEmpty()) {
            tree.put("not_compared", notCompared);
        }
        return tree;
    }
}
