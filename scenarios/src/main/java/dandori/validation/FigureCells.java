package dandori.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A compared figure as texts, for tables. */
final class FigureCells {

    private static final int MOST_DECIMALS = 12;

    private final ComparedFigure figure;

    FigureCells(ComparedFigure figure) {
        this.figure = figure;
    }

    /** Its name and unit. */
    String name() {
        boolean isNamed = figure.unit().isEmpty();
        return isNamed ? figure.figure() : figure.figure() + ", " + figure.unit();
    }

    /** Ours, with as many digits as were printed. */
    String ours() {
        BigDecimal ours = figure.ours();
        if (ours == null) {
            return "–";
        }
        boolean isExact = figure.halfWidth().signum() == 0;
        return isExact ? number(ours) : number(ours) + " ± " + number(figure.halfWidth());
    }

    String published() {
        return number(figure.published());
    }

    /** {@code +1.2 %}; 0 where ours is as printed. */
    String difference() {
        BigDecimal ours = figure.ours();
        if (ours == null) {
            return "–";
        }
        if (figure.verdict() == Verdict.EQUAL) {
            return "0";
        }
        BigDecimal away = ours.subtract(figure.published());
        if (figure.figure().equals(ComparedFigure.STARTS)) {
            return number(away);
        }
        return figure.published().signum() == 0
                ? number(away)
                : percent(100 * away.doubleValue() / Math.abs(figure.published().doubleValue()));
    }

    private static String percent(double value) {
        String text = String.format(Locale.ROOT, "%+.1f %%", value);
        return text.substring(1).equals("0.0 %") ? "0.0 %" : text;
    }

    private String number(@Nullable BigDecimal value) {
        int decimals = Math.max(0, Math.min(MOST_DECIMALS, figure.published().scale()));
        return value == null
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%,." + decimals + "f",
                        value.setScale(decimals, RoundingMode.HALF_UP));
    }
}
