package dandori.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where values stand along a line of a drawing, in equal steps.
 *
 * @param from the least value
 * @param to the largest
 * @param begin where the least stands
 * @param end where the largest stands
 */
record Axis(double from, double to, double begin, double end) {

    /** From 0 to a round number that is not less than a value. */
    static Axis fromZero(double most, double begin, double end) {
        double step = roundStep(Math.max(most, 1e-9) / 4);
        return new Axis(0, step * Math.ceil(most / step - 1e-9), begin, end);
    }

    double at(double value) {
        return begin + (value - from) / (to - from) * (end - begin);
    }

    /** Round numbers on the axis, about as many. */
    List<Double> ticks(int about) {
        return every(roundStep((to - from) / about));
    }

    /** The multiples of a step on the axis. */
    List<Double> every(double step) {
        List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(from / step - 1e-9); i * step <= to * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A tick as a number, with as many decimals as all of its axis need. */
    static String words(double tick, List<Double> ticks) {
        return words(tick, ticks.size() < 2 ? 1 : ticks.get(1) - ticks.get(0));
    }

    /** A multiple of a step as a number, with as many decimals as all of them need. */
    static String words(double tick, double step) {
        int decimals = 0;
        for (double unit = step; unit < 1 - 1e-9 && decimals < 6; unit *= 10) {
            decimals++;
        }
        return Digits.plain(tick, decimals);
    }

    /** 1, 2 or 5 times a power of ten, at least the value. */
    static double roundStep(double value) {
        double power = 1;
        while (power * 10 <= value) {
            power *= 10;
        }
        while (power > value) {
            power /= 10;
        }
        for (double times : new double[] {1, 2, 5}) {
            if (times * power >= value) {
                return times * power;
            }
        }
        return 10 * power;
    }
}
