package dandori.report;

import dandori.metric.Figure;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In what studies differ so that they must not be compared.
 *
 * @param studies the studies
 * @param variants the variants that all of them have
 */
record UnlikeStudies(List<StudyFile> studies, List<JoinedVariant> variants) {

    private static final int TOLD = 5;

    /** A line for each difference; none if they may be compared. */
    List<String> refusals() {
        Set<String> refusals = new LinkedHashSet<>();
        for (int i = 1; i < studies.size(); i++) {
            Set<String> unlike = new LinkedHashSet<>();
            for (JoinedVariant variant : variants) {
                unlike(variant.parts().get(0), variant.parts().get(i), unlike);
            }
            unlike.stream().limit(TOLD).forEach(refusals::add);
            if (unlike.size() > TOLD) {
                refusals.add("And %d more.".formatted(unlike.size() - TOLD));
            }
            if (unlike.isEmpty()) {
                changed(studies.get(0), studies.get(i)).ifPresent(refusals::add);
                windows(i).ifPresent(refusals::add);
            }
        }
        return List.copyOf(refusals);
    }

    private static void unlike(StudyVariant first, StudyVariant other, Set<String> unlike) {
        Set<String> paths = new LinkedHashSet<>(first.given().keySet());
        paths.addAll(other.given().keySet());
        for (String path : paths) {
            String one = said(first, path);
            String two = said(other, path);
            if (!one.equals(two)) {
                unlike.add(
                        "%s: is %s in %s, but %s in %s."
                                .formatted(path, one, first.folder(), two, other.folder()));
            }
        }
    }

    private static String said(StudyVariant study, String path) {
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

    /** Where a study and the first are measured over different spans. */
    private Optional<String> windows(int place) {
        return variants.stream()
                .flatMap(variant ->
                        Stream.of("window_from_s", "window_to_s")
                                .flatMap(key -> window(variant, place, key).stream()))
                .findFirst();
    }

    private static Optional<String> window(JoinedVariant variant, int place, String key) {
        StudyVariant first = variant.parts().get(0);
        StudyVariant other = variant.parts().get(place);
        if (first.policies().isEmpty() || other.policies().isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Figure> two = other.figures(other.policies().get(0), key);
        for (Map.Entry<Integer, Figure> entry :
                first.figures(first.policies().get(0), key).entrySet()) {
            double is = entry.getValue().value();
            double be = two.getOrDefault(entry.getKey(), entry.getValue()).value();
            if (Double.isFinite(is) && Double.isFinite(be) && is != be) {
                Path in = first.folder();
                String where = variant.text().isEmpty() ? "" : variant.text() + ": ";
                return Optional.of(
                        "%s%s: is %s in %s, but %s in %s, under seed %d."
                                .formatted(
                                        where,
                                        key,
                                        Digits.plain(is, 0),
                                        in,
                                        Digits.plain(be, 0),
                                        other.folder(),
                                        entry.getKey()));
            }
        }
        return Optional.empty();
    }
}
