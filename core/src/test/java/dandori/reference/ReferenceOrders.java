package dandori.reference;

import java.util.Comparator;

/**
 * The queue orders, as the table of the rules has them: seconds, divisors and arguments of
 * logarithms at least 1.
 */
final class ReferenceOrders {

    private ReferenceOrders() {}

    static Comparator<ReferenceJob> at(String order, long now) {
        return Comparator.<ReferenceJob>comparingDouble(job -> score(order, job, now))
                .thenComparingLong(ReferenceJob::submit)
                .thenComparingInt(job -> job.index);
    }

    /** Smaller is earlier. */
    static double score(String order, ReferenceJob job, long now) {
        double s = job.submit() / 1000.0;
        double w = (now - job.submit()) / 1000.0;
        double e = job.estimate / 1000.0;
        double n = job.nodes();
        return switch (order) {
            case "fcfs" -> s;
            case "sjf" -> e;
            case "ljf" -> -e;
            case "saf" -> job.estimate * n;
            case "laf" -> -(job.estimate * n);
            case "sqf" -> n;
            case "lxf" -> -((w + e) / Math.max(1, e));
            case "wfp3" -> -(cube(w / Math.max(1, e)) * n);
            case "unicef" -> -(w / (log2(Math.max(2, n)) * Math.max(1, e)));
            case "f1" -> log10(e) * n + 870 * log10(s);
            case "f2" -> StrictMath.sqrt(e) * n + 25600 * log10(s);
            case "f3" -> e * n + 6860000 * log10(s);
            case "f4" -> e * StrictMath.sqrt(n) + 530000 * log10(s);
            default -> throw new IllegalArgumentException(order);
        };
    }

    /** Whether scores change as time goes on. */
    static boolean drifts(String order) {
        return order.equals("lxf")
                || order.equals("wfp3")
                || order.equals("unicef")
                || ReferenceShares.knows(order);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double log2(double x) {
        return StrictMath.log(x) / StrictMath.log(2);
    }

    private static double log10(double x) {
        return StrictMath.log10(Math.max(1, x));
    }
}
