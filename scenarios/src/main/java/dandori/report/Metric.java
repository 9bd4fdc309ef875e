package dandori.report;

/**
 * A figure that tables show.
 *
 * @param key its name in {@code summary.json}
 * @param heading what people call it
 * @param kind how it is written
 * @param sense which way is better
 */
record Metric(String key, String heading, Kind kind, Sense sense) {

    static final Metric UTILIZATION =
            new Metric("utilization", "Utilization", Kind.SHARE, Sense.MORE);
    static final Metric USEFUL = new Metric("useful_utilization", "Useful", Kind.SHARE, Sense.MORE);
    static final Metric WAIT_MEAN = wait("wait_mean_s", "Wait, mean");
    static final Metric WAIT_MEDIAN = wait("wait_median_s", "median");
    static final Metric WAIT_P95 = wait("wait_p95_s", "p95");
    static final Metric SLOWDOWN =
            new Metric("bounded_slowdown_mean", "Bounded slowdown", Kind.RATIO, Sense.LESS);
    static final Metric LATE =
            new Metric("campaigns_late", "Campaigns late", Kind.COUNT, Sense.LESS);
    static final Metric QUEUE =
            new Metric("queue_mean_jobs", "Jobs waiting", Kind.COUNT, Sense.LESS);
    static final Metric UNFINISHED = new Metric("unfinished", "Unfinished", Kind.COUNT, Sense.LESS);
    static final Metric STALLED =
            new Metric("stalled_node_hours", "Node hours", Kind.COUNT, Sense.LESS);
    static final Metric ENERGY = new Metric("energy_kwh", "Energy", Kind.ENERGY, Sense.LESS);
    static final Metric SAVED =
            new Metric("energy_saved_kwh", "Energy saved", Kind.ENERGY, Sense.MORE);
    static final Metric DELIVERED = new Metric("share_delivered", "Got", Kind.SHARE, Sense.MORE);
    static final Metric JAIN = new Metric("fairness_jain", "Jain's index", Kind.RATIO, Sense.MORE);

    /** How a figure is written. */
    enum Kind {
        /** From 0 to 1, written in per cent. */
        SHARE,
        /** Seconds, written in the unit that suits the column. */
        SECONDS,
        /** Kilowatt hours, written in the unit that suits the column. */
        ENERGY,
        /** Kilograms, written in the unit that suits the column. */
        MASS,
        /** Yen, written in the unit that suits the column. */
        MONEY,
        /** Node hours, written as such. */
        NODE_HOURS,
        /** A number without a unit. */
        RATIO,
        /** A number of things. */
        COUNT;

        /** How a figure is written that is known by its name in {@code summary.json} alone. */
        static Kind of(String figure) {
            if (figure.endsWith("_s")) {
                return SECONDS;
            }
            if (figure.endsWith("_kwh")) {
                return ENERGY;
            }
            if (figure.endsWith("_node_hours")) {
                return NODE_HOURS;
            }
            boolean isShare =
                    figure.endsWith("utilization")
                            || figure.startsWith("share_")
                            || figure.endsWith("goodput");
            return isShare ? SHARE : RATIO;
        }
    }

    /** Which way is better. */
    enum Sense {
        /** The less the better. */
        LESS,
        /** The more the better. */
        MORE,
        /** It says nothing by itself. */
        NEITHER
    }

    private static Metric wait(String key, String heading) {
        return new Metric(key, heading, Kind.SECONDS, Sense.LESS);
    }

    /** The same where neither more nor less is better by itself. */
    Metric unjudged() {
        return new Metric(key, heading, kind, Sense.NEITHER);
    }

    /** The same with other words. */
    Metric called(String other) {
        return new Metric(key, other, kind, sense);
    }
}
