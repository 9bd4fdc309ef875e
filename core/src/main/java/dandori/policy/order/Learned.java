package dandori.policy.order;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * Four orders learned by regression from simulated schedules: the smallest value comes first.
 *
 * <p>Carastan-Santos and de Camargo, "Obtaining dynamic scheduling policies with simulation and
 * machine learning", SC 2017, table 3. Since s is counted from the trace's origin, they favour old
 * jobs less as a trace goes on.
 */
public enum Learned implements Order {
    /** log₁₀(e)·n + 870·log₁₀(s). */
    F1 {
        @Override
        double value(double e, int n, double logSubmit) {
            return Terms.log10(e) * n + 870 * logSubmit;
        }
    },
    /** √e·n + 25600·log₁₀(s). */
    F2 {
        @Override
        double value(double e, int n, double logSubmit) {
            return Math.sqrt(e) * n + 25_600 * logSubmit;
        }
    },
    /** e·n + 6860000·log₁₀(s). */
    F3 {
        @Override
        double value(double e, int n, double logSubmit) {
            return e * n + 6_860_000 * logSubmit;
        }
    },
    /** e·√n + 530000·log₁₀(s). */
    F4 {
        @Override
        double value(double e, int n, double logSubmit) {
            return e * Math.sqrt(n) + 530_000 * logSubmit;
        }
    };

    abstract double value(double e, int n, double logSubmit);

    @Override
    public double score(int job, Situation now) {
        return value(
                Terms.estimateSeconds(job, now),
                now.jobs().nodes(job),
                Terms.log10(Terms.submitSeconds(job, now)));
    }

    @Override
    public Drift drift() {
        return Drift.NEVER;
    }

    /** Makes one of them known. */
    abstract static class Provider extends NamedPart<Order> {

        private final Learned order;

        Provider(String name, Learned order, String formula) {
            super(
                    Order.class,
                    name,
                    "Learned by regression: smallest " + formula + ".",
                    "Carastan-Santos and de Camargo, SC 2017");
            this.order = order;
        }

        @Override
        public Order create(Options options) {
            return order;
        }
    }

    /** Makes {@link #F1} known as {@code f1}. */
    public static final class F1Provider extends Provider {

        /** For the service loader. */
        public F1Provider() {
            super("f1", F1, "log10(e)*n + 870*log10(s)");
        }
    }

    /** Makes {@link #F2} known as {@code f2}. */
    public static final class F2Provider extends Provider {

        /** For the service loader. */
        public F2Provider() {
            super("f2", F2, "sqrt(e)*n + 25600*log10(s)");
        }
    }

    /** Makes {@link #F3} known as {@code f3}. */
    public static final class F3Provider extends Provider {

        /** For the service loader. */
        public F3Provider() {
            super("f3", F3, "e*n + 6860000*log10(s)");
        }
    }

    /** Makes {@link #F4} known as {@code f4}. */
    public static final class F4Provider extends Provider {

        /** For the service loader. */
        public F4Provider() {
            super("f4", F4, "e*sqrt(n) + 530000*log10(s)");
        }
    }
}
