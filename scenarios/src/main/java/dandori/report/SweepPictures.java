package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Metrics over the values of the sweep that has most of them; where there are further sweeps, a
 * picture for each combination of their values.
 *
 * @param result the experiment
 */
record SweepPictures(ExperimentResult result) {

    private static final int MOST = 24; // pictures; who sweeps more reads the table

    /** The pictures, metric by metric. */
    List<Picture> of(List<Metric> metrics) {
        String along = longest();
        if (values(along).size() < 2) {
            return List.of();
        }
        Map<String, List<Study>> rows = new LinkedHashMap<>();
        for (Study study : result.studies()) {
            rows.computeIfAbsent(others(study, along), any -> new ArrayList<>()).add(study);
        }
        List<Picture> pictures = new ArrayList<>();
        for (Metric metric : metrics) {
            for (Map.Entry<String, List<Study>> row : rows.entrySet()) {
                List<Study> studies = row.getValue();
                SweepAxis axis =
                        SweepAxis.of(studies.stream().map(one -> value(one, along)).toList());
                String svg = new SweepChart(studies, axis, metric).draw();
                if (!svg.isEmpty() && pictures.size() < MOST) {
                    String title = Metrics.of(metric.key()).heading() + " by " + along;
                    pictures.add(
                            new Picture(
                                    row.getKey().isEmpty() ? title : title + "; " + row.getKey(),
                                    svg));
                }
            }
        }
        return pictures;
    }

    /** The sweep with most values; of several the last, whose values stand next to each other. */
    private String longest() {
        String longest = "";
        int most = 0;
        for (String sweep : result.first().variant().values().keySet()) {
            if (values(sweep).size() >= most) {
                longest = sweep;
                most = values(sweep).size();
            }
        }
        return longest;
    }

    private Set<String> values(String sweep) {
        Set<String> values = new LinkedHashSet<>();
        result.studies().forEach(study -> values.add(value(study, sweep)));
        return values;
    }

    private static String value(Study study, String sweep) {
        return study.variant().values().getOrDefault(sweep, "");
    }

    private static String others(Study study, String along) {
        return study.variant().values().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(along))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
