package dandori.experiment.inquiry;

import dandori.experiment.Experiment;
import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.inquiry.Sensitivity;
import dandori.scenario.sweep.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The points of a sensitivity. One at a time: the file's own values, then each input low and high
 * with the others as they are. Factorial: every combination of low and high, the last input
 * changing first (Box, Hunter and Hunter, Statistics for Experimenters, 2nd ed., 2005, chapter 5).
 *
 * @param sensitivity what is asked
 * @param points the values at each point, by their places; in order of the variants' numbers
 * @param contrasts what is told apart, in order: each input, then pairs of inputs
 */
record Design(Sensitivity sensitivity, List<Map<String, String>> points, List<Contrast> contrasts) {

    /**
     * Two groups of points whose means differ by what an input does. Of a pair of inputs, the
     * points at which both are high or both low against the rest.
     *
     * @param inputs the places of the input, or of both
     * @param low the points of the one group
     * @param high those of the other
     */
    record Contrast(List<String> inputs, List<Integer> low, List<Integer> high) {}

    static Design of(Sensitivity sensitivity) {
        return sensitivity.isFactorial() ? factorial(sensitivity) : oneAtATime(sensitivity);
    }

    private static Design oneAtATime(Sensitivity sensitivity) {
        List<Map<String, String>> points = new ArrayList<>();
        List<Contrast> contrasts = new ArrayList<>();
        points.add(Map.of());
        sensitivity
                .inputs()
                .forEach((place, ends) -> {
                    int low = points.size();
                    points.add(Map.of(place, ends.low()));
                    points.add(Map.of(place, ends.high()));
                    contrasts.add(new Contrast(List.of(place), List.of(low), List.of(low + 1)));
                });
        return new Design(sensitivity, points, contrasts);
    }

    private static Design factorial(Sensitivity sensitivity) {
        List<String> places = sensitivity.places();
        int count = 1 << places.size();
        List<Map<String, String>> points = new ArrayList<>();
        for (int point = 0; point < count; point++) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int input = 0; input < places.size(); input++) {
                String place = places.get(input);
                boolean isHigh = isHigh(point, input, places.size());
                var ends = sensitivity.inputs().get(place);
                if (ends != null) {
                    values.put(place, ends.at(isHigh));
                }
            }
            points.add(values);
        }
        List<Contrast> contrasts = new ArrayList<>();
        for (int one = 0; one < places.size(); one++) {
            contrasts.add(contrast(places, one, one));
        }
        for (int one = 0; one < places.size(); one++) {
            for (int other = one + 1; other < places.size(); other++) {
                contrasts.add(contrast(places, one, other));
            }
        }
        return new Design(sensitivity, points, contrasts);
    }

    private static Contrast contrast(List<String> places, int one, int other) {
        List<Integer> low = new ArrayList<>();
        List<Integer> high = new ArrayList<>();
        for (int point = 0; point < 1 << places.size(); point++) {
            boolean isHigh = isHigh(point, one, places.size());
            boolean isGroup = one == other ? isHigh : isHigh == isHigh(point, other, places.size());
            (isGroup ? high : low).add(point);
        }
        List<String> inputs =
                one == other
                        ? List.of(places.get(one))
                        : List.of(places.get(one), places.get(other));
        return new Contrast(inputs, low, high);
    }

    private static boolean isHigh(int point, int input, int inputs) {
        return (point >> (inputs - 1 - input) & 1) == 1;
    }

    /** All cells. */
    Experiment experiment(Scenario own, KnownParts parts) {
        Points around = new Points(own, parts);
        Experiment all = new Experiment(List.of(), List.of());
        for (Map<String, String> values : points) {
            all =
                    all.with(
                            around.at(all.variants().size(), sensitivity, values),
                            own.run().seeds());
        }
        return all;
    }
}
