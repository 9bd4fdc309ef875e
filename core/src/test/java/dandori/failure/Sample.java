package dandori.failure;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** Numbers drawn, held against what they should be: how many standard errors they are off. */
final class Sample {

    private final double[] values;

    Sample(double... values) {
        this.values = values.clone();
    }

    static Sample of(int count, DoubleSupplier draw) {
        return new Sample(DoubleStream.generate(draw).limit(count).toArray());
    }

    double mean() {
        return DoubleStream.of(values).average().orElseThrow();
    }

    double variance() {
        double mean = mean();
        return DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum()
                / (values.length - 1);
    }

    /** How far the mean is off, in standard errors. */
    double meanIsOff(double expected) {
        return (mean() - expected) / Math.sqrt(variance() / values.length);
    }

    /** How far the part that is at most {@code limit} is off, in standard errors. */
    double partIsOff(double limit, double expected) {
        double part =
                (double) DoubleStream.of(values).filter(value -> value <= limit).count()
                        / values.length;
        return (part - expected) / Math.sqrt(expected * (1 - expected) / values.length);
    }
}
