package dandori.fit;

import dandori.scenario.key.Scalars;
import dandori.scenario.key.Section;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads fitted models by {@link ModelSections}; what is wrong becomes an issue. */
final class ModelReader {

    private static final double ROUNDING = 1e-3;
    private static final int HOURS = 168;

    private final Issues issues;

    ModelReader(Issues issues) {
        this.issues = issues;
    }

    /** The model; null if there are issues. */
    @Nullable FittedModel read(Node root) {
        Values values = Values.of(ModelSections.MODEL, root, issues);
        values.count("version");
        int machine = values.has("machine") ? values.count("machine") : 0;
        String like = like(values);
        double days = values.number("days");
        double jobsPerDay = values.number("jobsPerDay");
        double sameSecond = values.number("sameSecond");
        double samePhase = values.number("samePhase");
        HyperExponential gaps = gaps(section(values, "gaps", ModelSections.GAPS));
        WeekProfile week = week(section(values, "week", ModelSections.WEEK));
        PopularValues sizes = popular(section(values, "sizes", ModelSections.SIZES), machine, true);
        List<SizeClass> runTimes = runTimes(values);
        List<LimitClass> limits = limits(values);
        UserHabits habits = habits(section(values, "habits", ModelSections.HABITS));
        if (!issues.isEmpty() || gaps == null || week == null || sizes == null || habits == null) {
            return null;
        }
        return new FittedModel(
                like,
                machine,
                days,
                jobsPerDay,
                sameSecond,
                gaps,
                samePhase,
                week,
                sizes,
                runTimes,
                limits,
                habits);
    }

    /** A name that stands in the header of a trace: one line. */
    private String like(Values values) {
        String like = values.text("like");
        Node node = values.node("like");
        if (node != null && !like.equals(FittedModel.oneLine(like))) {
            issues.add(node, "must be one line, but has line breaks or control characters.", null);
        }
        return like;
    }

    private @Nullable Values section(Values values, String key, Section section) {
        Node node = values.node(key);
        return node == null ? null : Values.of(section, told(node), issues);
    }

    /** A node that is to hold a mapping; where it holds nothing, that is told. */
    private Node told(Node node) {
        if (Scalar.isNothing(node)) {
            issues.add(node, "must be a mapping of keys, but is empty.", null);
        }
        return node;
    }

    private @Nullable HyperExponential gaps(@Nullable Values values) {
        if (values == null) {
            return null;
        }
        int before = issues.count();
        List<Double> weights = values.row("weights");
        List<Double> means = values.row("means");
        if (issues.count() > before || !areAsMany(values, "means", means, "weights", weights)) {
            return null;
        }
        checkAll(values, "weights", weights);
        double mean = 0;
        for (int i = 0; i < weights.size(); i++) {
            mean += weights.get(i) * means.get(i);
        }
        if (issues.count() == before && Math.abs(mean - 1) > 0.01) {
            add(
                    values,
                    "means",
                    "come to a mean gap of %s, but gaps are over their mean: 1."
                            .formatted(number(mean)),
                    "each of them divided by %s.".formatted(number(mean)));
        }
        return issues.count() > before ? null : new HyperExponential(weights, means);
    }

    private @Nullable WeekProfile week(@Nullable Values values) {
        if (values == null) {
            return null;
        }
        int before = issues.count();
        List<Double> weights = values.row("weights");
        if (issues.count() > before || !values.has("weights")) {
            return null;
        }
        if (weights.size() != HOURS) {
            add(
                    values,
                    "weights",
                    "must be 168 numbers, one for each hour of a week, but are %d."
                            .formatted(weights.size()),
                    "1 for hours that are not known.");
        }
        return issues.count() > before ? null : new WeekProfile(weights);
    }

    private @Nullable PopularValues popular(@Nullable Values values, int most, boolean isWhole) {
        if (values == null) {
            return null;
        }
        int before = issues.count();
        List<Double> popular = values.row("values");
        List<Double> shares = values.row("shares");
        List<Double> quantiles = values.row("quantiles");
        if (issues.count() > before) {
            return null;
        }
        checkRising(values, "values", popular, true);
        checkRising(values, "quantiles", quantiles, false);
        for (String key : isWhole ? List.of("values", "quantiles") : List.<String>of()) {
            List<Double> row = key.equals("values") ? popular : quantiles;
            for (int i = 0; i < row.size(); i++) {
                checkSize(values, key + "[" + i + "]", row.get(i), most);
            }
        }
        if (popular.size() != shares.size()) {
            add(
                    values,
                    "shares",
                    "must be as many as 'values', %d, but are %d."
                            .formatted(popular.size(), shares.size()),
                    null);
        } else {
            checkShares(values, shares, quantiles.isEmpty());
        }
        return issues.count() > before ? null : new PopularValues(popular, shares, quantiles);
    }

    private void checkSize(Values values, String place, double size, int machine) {
        if (size != Math.rint(size)) {
            add(values, place, "must be a whole number, but is %s.".formatted(number(size)), null);
        } else if (machine > 0 && size > machine) {
            add(
                    values,
                    place,
                    "is larger than the machine: %s of %s."
                            .formatted(number(size), number(machine)),
                    "another 'machine'.");
        }
    }

    private void checkShares(Values values, List<Double> shares, boolean areAll) {
        double sum = sum(shares);
        if (sum > 1) {
            add(values, "shares", "are together %s, above 1.".formatted(number(sum)), null);
        } else if (areAll && sum < 1) {
            add(
                    values,
                    "shares",
                    "are together %s, and no 'quantiles' tell the rest.".formatted(number(sum)),
                    "shares that come to 1.");
        }
    }

    private void checkRising(Values values, String key, List<Double> row, boolean isStrict) {
        for (int i = 1; i < row.size(); i++) {
            double before = row.get(i - 1);
            if (row.get(i) < before || isStrict && row.get(i) == before) {
                add(
                        values,
                        key + "[" + i + "]",
                        "must be above the one before, %s, but is %s."
                                .formatted(number(before), number(row.get(i))),
                        "rising numbers.");
            }
        }
    }

    private List<SizeClass> runTimes(Values values) {
        List<SizeClass> classes = new ArrayList<>();
        double latest = 0;
        for (Node item : values.items("runTimes")) {
            Values its = Values.of(ModelSections.SIZE_CLASS, told(item), issues);
            latest = checkAbove(its, "upTo", its.count("upTo"), latest);
            LogNormals runs = logNormals(section(its, "runSeconds", ModelSections.RUN_SECONDS));
            if (runs != null) {
                classes.add(new SizeClass((int) latest, runs));
            }
        }
        return classes;
    }

    private @Nullable LogNormals logNormals(@Nullable Values values) {
        if (values == null) {
            return null;
        }
        int before = issues.count();
        List<Double> weights = values.row("weights");
        List<Double> means = values.row("logMeans");
        List<Double> deviations = values.row("logDeviations");
        if (issues.count() > before
                || !areAsMany(values, "logMeans", means, "weights", weights)
                || !areAsMany(values, "logDeviations", deviations, "weights", weights)) {
            return null;
        }
        checkAll(values, "weights", weights);
        return issues.count() > before ? null : new LogNormals(weights, means, deviations);
    }

    /** Classes of time limits; none where the log has no limits of its own. */
    private List<LimitClass> limits(Values values) {
        Node node = values.node("limits");
        List<LimitClass> classes = new ArrayList<>();
        if (node == null || node.says().equals("an empty list")) {
            return classes;
        }
        double latest = 0;
        for (Node item : values.items("limits")) {
            Values its = Values.of(ModelSections.LIMIT_CLASS, told(item), issues);
            latest = checkAbove(its, "upToSeconds", its.number("upToSeconds"), latest);
            PopularValues limits =
                    popular(section(its, "limitSeconds", ModelSections.LIMIT_SECONDS), 0, false);
            if (limits != null) {
                classes.add(new LimitClass(latest, limits));
            }
        }
        return classes;
    }

    private @Nullable UserHabits habits(@Nullable Values values) {
        if (values == null) {
            return null;
        }
        int before = issues.count();
        int users = values.count("users");
        double exponent = values.number("exponent");
        double sameUser = values.number("sameUser");
        double sameJob = values.number("sameJob");
        return issues.count() > before ? null : new UserHabits(users, exponent, sameUser, sameJob);
    }

    /** A bound, which must be above that of the class before. */
    private double checkAbove(Values values, String key, double bound, double before) {
        if (values.has(key) && bound <= before) {
            add(
                    values,
                    key,
                    "must be above that of the class before, %s, but is %s."
                            .formatted(number(before), number(bound)),
                    "classes in the order of their bounds.");
        }
        return bound;
    }

    private boolean areAsMany(
            Values values, String key, List<Double> row, String other, List<Double> others) {
        if (!values.has(key) || !values.has(other)) {
            return false;
        }
        if (row.size() == others.size() && !row.isEmpty()) {
            return true;
        }
        add(
                values,
                key,
                row.isEmpty()
                        ? "must be at least one, but there is none."
                        : "must be as many as '%s', %d, but are %d."
                                .formatted(other, others.size(), row.size()),
                null);
        return false;
    }

    /** Weights, which must be all there is. */
    private void checkAll(Values values, String key, List<Double> weights) {
        double sum = sum(weights);
        if (sum != 1) {
            add(
                    values,
                    key,
                    "must come to 1, but come to %s.".formatted(number(sum)),
                    sum == 0 ? null : "each of them divided by %s.".formatted(number(sum)));
        }
    }

    /** What shares come to: exactly 1 where only rounding is between. */
    private static double sum(List<Double> shares) {
        double sum = shares.stream().mapToDouble(share -> share).sum();
        return Math.abs(sum - 1) > ROUNDING ? sum : 1;
    }

    private void add(Values values, String place, String message, @Nullable String maybe) {
        int end = place.indexOf('[');
        Node node = values.node(end < 0 ? place : place.substring(0, end));
        int line = node == null ? values.mapping().line() : node.line();
        issues.add(Node.below(values.mapping().path(), place), line, message, maybe);
    }

    private static String number(double value) {
        return Scalars.plain(
                value == Math.rint(value)
                        ? value
                        : Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
    }
}
