package dandori.report;

import dandori.scenario.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the values of a sweep stand on an axis: numbers of one unit, and spans of time, by their
 * size; other values one beside the other.
 *
 * @param labels the values as they are called
 * @param places where each stands
 */
record SweepAxis(List<String> labels, List<Double> places) {

    private static final Pattern NUMBER =
            Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\\s*([^0-9]*)");

    /** The axis of some values, in order. */
    static SweepAxis of(List<String> labels) {
        List<Double> sizes = new ArrayList<>();
        String unit = null;
        boolean isOfOneUnit = true;
        for (String label : labels) {
            Matcher number = NUMBER.matcher(label);
            isOfOneUnit &= number.matches() && (unit == null || unit.equals(number.group(2)));
            if (isOfOneUnit) {
                unit = number.group(2);
                sizes.add(Double.parseDouble(number.group(1)));
            }
        }
        if (isOfOneUnit && isRising(sizes)) {
            return new SweepAxis(labels, sizes);
        }
        List<Double> spans = new ArrayList<>();
        labels.forEach(
                label -> Units.millis(label).ifPresent(millis -> spans.add((double) millis)));
        if (spans.size() == labels.size() && isRising(spans)) {
            return new SweepAxis(labels, spans);
        }
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            places.add((double) i);
        }
        return new SweepAxis(labels, places);
    }

    private static boolean isRising(List<Double> values) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i) <= values.get(i - 1)) {
                return false;
            }
        }
        return true;
    }

    double least() {
        return places.get(0);
    }

    double most() {
        return places.get(places.size() - 1);
    }
}
