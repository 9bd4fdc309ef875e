package dandori.report;

import dandori.metric.Figure;
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
 * The policies of several studies of one scenario against one of them. Studies may differ in
 * policies, seeds and what they report, and in nothing else.
 */
public final class JoinedStudies {

    private static final int TOLD = 5;
    private static final List<String> SHOWN =
            List.of(
                    "utilization",
                    "wait_mean_s",
                    "wait_median_s",
                    "wait_p95_s",
                    "bounded_slowdown_mean");

    private final List<StudyFile> studies;
    private final List<Contender> contenders = new ArrayList<>();

    /** A policy of a study. */
    private record Contender(String name, StudyFile study, String policy) {

        Map<Integer, Figure> figures(String key) {
            return study.figures(policy, key);
        }
    }

    private JoinedStudies(List<StudyFile> studies) {
        this.studies = studies;
        for (StudyFile study : studies) {
            for (String policy : study.policies()) {
                boolean isAlone =
                        studies.stream().filter(one -> one.policies().contains(policy)).count()
                                == 1;
                String name = isAlone ? policy : policy + " (" + label(study) + ")";
                contenders.add(new Contender(name, study, policy));
            }
        }
    }

    /**
     * Reads studies.
     *
     * @param folders their folders, all complete
     */
    public static JoinedStudies read(List<Path> folders) throws IOException {
        List<StudyFile> studies = new ArrayList<>();
        for (Path folder : folders) {
            studies.add(StudyFile.read(folder));
        }
        return new JoinedStudies(studies);
    }

    /** The last name of its folder, or all of them where that says too little. */
    private String label(StudyFile study) {
        String last = String.valueOf(study.folder().toAbsolutePath().normalize().getFileName());
        long same =
                studies.stream()
                        .filter(one ->
                                one.folder().toAbsolutePath().normalize().endsWith(last))
                        .count();
        return same == 1 ? last : study.folder().toString();
    }

    /** Why these studies must not be compared, a line for each reason; none if they may. */
    public List<String> refusals() {
        List<String> refusals = new ArrayList<>();
        for (StudyFile study : studies) {
            if (study.isSwept()) {
                refusals.add(study.folder() + ": its scenario has sweeps.");
            }
        }
        if (!refusals.isEmpty()) {
            return refusals;
        }
        StudyFile first = studies.get(0);
        for (StudyFile other : studies.subList(1, studies.size())) {
            Set<String> paths = new LinkedHashSet<>(first.given().keySet());
            paths.addAll(other.given().keySet());
            paths.removeIf(path ->
                    first.given().getOrDefault(path, "")
                            .equals(other.given().getOrDefault(path, "")));
            paths.stream().limit(TOLD).forEach(path -> refusals.add(unlike(path, first, other)));
            if (paths.size() > TOLD) {
                refusals.add("And %d more.".formatted(paths.size() - TOLD));
            }
            if (paths.isEmpty()) {
                changed(first, other).ifPresent(refusals::add);
                windows(first, other).ifPresent(refusals::add);
            }
        }
        return refusals;
    }

    private static String unlike(String path, StudyFile first, StudyFile other) {
        return "%s: is %s in %s, but %s in %s."
                .formatted(
                        path,
                        said(first, path),
                        first.folder(),
                        said(other, path),
                        other.folder());
    }

    private static String said(StudyFile study, String path) {
        String value = study.given().get(path);
        return value == null ? "not there" : "'" + value + "'";
    }

    private static Optional<String> changed(StudyFile first, StudyFile other) {
        return first.inputs().entrySet().stream()
                .filter(input ->
                        !other.inputs()
                                .getOrDefault(input.getKey(), input.getValue())
                                .equals(input.getValue()))
                .findFirst()
                .map(input ->
                        "%s: has changed between the runs of %s and %s."
                                .formatted(input.getKey(), first.folder(), other.folder()));
    }

    /** Where they are measured over different spans. */
    private static Optional<String> windows(StudyFile first, StudyFile other) {
        for (String key : List.of("window_from_s", "window_to_s")) {
            Map<Integer, Figure> one = first.figures(first.policies().get(0), key);
            Map<Integer, Figure> two = other.figures(other.policies().get(0), key);
            for (int seed : one.keySet()) {
                double is = one.get(seed).value();
                double be = two.getOrDefault(seed, new Figure(is, false)).value();
                if (Double.isFinite(is) && Double.isFinite(be) && is != be) {
                    return Optional.of(
                            "%s: is %s in %s, but %s in %s, under seed %d."
                                    .formatted(
                                            key,
                                            Digits.plain(is, 0),
                                            first.folder(),
                                            Digits.plain(be, 0),
                                            other.folder(),
                                            seed));
                }
            }
        }
        return Optional.empty();
    }

    /** The names of what is compared, in order. */
    public List<String> names() {
        return contenders.stream().map(Contender::name).toList();
    }

    /** The one that others are compared with: by its name, or the first of a policy; null: none. */
    private @Nullable Contender find(@Nullable String asked) {
        String name = asked == null ? studies.get(0).compareTo() : asked;
        return contenders.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .or(() -> contenders.stream().filter(one -> one.policy().equals(name)).findFirst())
                .orElse(null);
    }

    /** What to say where nothing is called so; empty if something is. */
    public Optional<String> unknown(String baseline) {
        return find(baseline) != null
                ? Optional.empty()
                : Optional.ofNullable(NearestName.maybe(baseline, names()));
    }

    private Contender baseline(@Nullable String asked) {
        Contender found = find(asked);
        return found == null ? contenders.get(0) : found;
    }

    /**
     * The differences as a report.
     *
     * @param asked with what to compare; null: with what the first study does
     */
    public Report report(@Nullable String asked) {
        Contender baseline = baseline(asked);
        List<Contender> others = contenders.stream().filter(one -> one != baseline).toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Policy", others.stream().map(Contender::name).toList()));
        columns.add(
                Column.text(
                        "Runs",
                        others.stream().map(one -> runs(one, baseline)).toList()));
        for (String key : SHOWN) {
            columns.add(column(Metrics.of(key), others, baseline));
        }
        boolean isUnpaired =
                others.stream().anyMatch(one -> runs(one, baseline).equals("unpaired"));
        List<String> lines = new ArrayList<>();
        lines.add(
                "±: half of the 95 %% interval. ▼ ▲ better than %s in every pair."
                        .formatted(baseline.name()));
        if (isUnpaired) {
            lines.add(
                    "Unpaired: fewer than two seeds are in both, so the difference is that of the"
                            + " means of all runs, with Welch's interval: wider, since the jobs"
                            + " differ too.");
        }
        Section section =
                new Section(
                        "Differences from " + baseline.name(), new Table(columns), lines, true);
        return new Report("compare", "", "", List.of(section), List.of());
    }

    private static Column column(Metric metric, List<Contender> others, Contender baseline) {
        List<Joined> all =
                others.stream()
                        .map(one ->
                                Joined.of(
                                        one.figures(metric.key()), baseline.figures(metric.key())))
                        .toList();
        double largest =
                all.stream()
                        .mapToDouble(one -> Math.abs(one.difference()))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
        Scale scale = Scale.of(metric.kind(), largest);
        boolean isLessBetter = metric.sense() == Metric.Sense.LESS;
        return new Column(
                metric.heading(),
                scale.unit(),
                false,
                all.stream()
                        .map(one ->
                                Digits.entry(
                                        one.difference() / scale.factor(),
                                        one.halfWidth() / scale.factor(),
                                        false,
                                        isLessBetter
                                                ? one.isLess() ? "▼" : ""
                                                : one.isMore() ? "▲" : ""))
                        .toList());
    }

    private static String runs(Contender one, Contender baseline) {
        int pairs = Joined.of(one.figures(SHOWN.get(0)), baseline.figures(SHOWN.get(0))).pairs();
        return pairs == 0 ? "unpaired" : pairs + " pairs";
    }

    /** The differences of all figures of all jobs as a tree for JSON. */
    public Map<String, @Nullable Object> tree(@Nullable String asked) {
        Contender baseline = baseline(asked);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("baseline", baseline.name());
        tree.put("studies", studies.stream().map(study -> study.folder().toString()).toList());
        Map<String, Object> differences = new LinkedHashMap<>();
        for (Contender one : contenders) {
            if (one != baseline) {
                Map<String, Object> its = new LinkedHashMap<>();
                for (String key : one.study().figureNames(one.policy())) {
                    its.put(key, of(Joined.of(one.figures(key), baseline.figures(key))));
                }
                differences.put(one.name(), its);
            }
        }
        tree.put("differences", differences);
        return tree;
    }

    private static Map<String, @Nullable Object> of(Joined joined) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("pairs", joined.pairs());
        tree.put("mean", number(joined.difference()));
        tree.put("low_95", number(joined.difference() - joined.halfWidth()));
        tree.put("high_95", number(joined.difference() + joined.halfWidth()));
        tree.put("less_in_every_pair", joined.isLess());
        tree.put("more_in_every_pair", joined.isMore());
        return tree;
    }

    private static @Nullable Object number(double value) {
        return Double.isFinite(value) ? (Object) value : null;
    }
}
