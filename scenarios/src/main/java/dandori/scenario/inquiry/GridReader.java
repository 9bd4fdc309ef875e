package dandori.scenario.inquiry;

import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Units;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code between: 100..400} and {@code step: 4}, numbers or spans of time. */
final class GridReader {

    private static final Pattern BETWEEN = Pattern.compile("(.+?)\\s*\\.\\.\\s*(.+)");
    private static final Pattern NUMBER =
            Pattern.compile("(-?[0-9]{1,15}(?:\\.[0-9]{1,9})?)(\\s*[^0-9\\s.].{0,15})?");

    private final Values values;
    private final Issues issues;

    GridReader(Values values, Issues issues) {
        this.values = values;
        this.issues = issues;
    }

    /** A number and what stands behind it. */
    private record Amount(BigDecimal number, String unit) {}

    /** The values; null, and an issue, if there are none. */
    @Nullable Grid grid() {
        Node between = values.node("between");
        if (between == null) {
            return null; // that it is missing has been said
        }
        Matcher ends = BETWEEN.matcher(between instanceof Scalar scalar ? scalar.text() : "");
        Amount low = ends.matches() ? amount(ends.group(1)) : null;
        Amount high = ends.matches() ? amount(ends.group(2)) : null;
        if (low == null || high == null) {
            issues.add(
                    between,
                    "must be the lowest and the highest value, but is %s."
                            .formatted(between.says()),
                    "100..400, or 0.5..0.9, or 6h..2d.");
            return null;
        }
        String unit = high.unit();
        boolean isBare = low.unit().isEmpty() && (!unit.equals(Grid.TIME) || isZero(low));
        if (!isBare && !low.unit().strip().equals(unit.strip())) {
            issues.add(
                    between,
                    "must have one unit on both sides, but is %s.".formatted(between.says()),
                    null);
            return null;
        }
        if (low.number().compareTo(high.number()) >= 0) {
            issues.add(between, "must go up, but is %s.".formatted(between.says()), null);
            return null;
        }
        BigDecimal step = step(low, high);
        return step == null
                ? null
                : checked(between, new Grid(low.number(), high.number(), step, unit));
    }

    private static boolean isZero(Amount amount) {
        return amount.number().signum() == 0;
    }

    private static @Nullable Amount amount(String text) {
        OptionalLong millis = text.equals("0") ? OptionalLong.empty() : Units.millis(text);
        if (millis.isPresent()) {
            return new Amount(BigDecimal.valueOf(millis.getAsLong()), Grid.TIME);
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return null;
        }
        String unit = number.group(2) == null ? "" : number.group(2);
        return new Amount(new BigDecimal(number.group(1)), unit);
    }

    private @Nullable BigDecimal step(Amount low, Amount high) {
        Node node = values.node("step");
        if (node == null) {
            boolean isWhole = isWhole(low) && isWhole(high) && high.unit().isEmpty();
            if (!isWhole) {
                issues.add(
                        values.mapping(),
                        "'step' is missing: only between whole numbers it is 1.",
                        "add 'step', in the unit of 'between'.");
            }
            return isWhole ? BigDecimal.ONE : null;
        }
        Amount step = amount(node instanceof Scalar scalar ? scalar.text() : "");
        boolean isLike =
                step != null
                        && (step.unit().strip().equals(high.unit().strip())
                                || step.unit().isEmpty() && !high.unit().equals(Grid.TIME));
        if (step == null || !isLike || step.number().signum() <= 0) {
            issues.add(
                    node,
                    "must be above 0 and in the unit of 'between', but is %s."
                            .formatted(node.says()),
                    null);
            return null;
        }
        return step.number();
    }

    private static boolean isWhole(Amount amount) {
        return amount.number().stripTrailingZeros().scale() <= 0;
    }

    private @Nullable Grid checked(Node between, Grid grid) {
        BigDecimal[] steps = grid.high().subtract(grid.low()).divideAndRemainder(grid.step());
        if (steps[1].signum() != 0) {
            BigDecimal below = grid.low().add(steps[0].multiply(grid.step()));
            boolean isOne = steps[0].signum() == 0;
            issues.add(
                    between,
                    "must be a whole number of steps (%s) wide, but is %s."
                            .formatted(grid.stepText(), between.says()),
                    isOne
                            ? "a smaller step."
                            : new Grid(grid.low(), below, grid.step(), grid.unit()).betweenText()
                                    + ".");
            return null;
        }
        if (steps[0].compareTo(BigDecimal.valueOf(Grid.MOST)) >= 0) {
            issues.add(between, "has more than %d values.".formatted(Grid.MOST), "a larger step.");
            return null;
        }
        return grid;
    }
}
