package dandori.report;

/**
 * In which unit a column is written.
 *
 * @param unit its sign
 * @param factor what its numbers are divided by
 */
record Scale(String unit, double factor) {

    private static final Scale PER_CENT = new Scale("%", 0.01);
    private static final Scale PLAIN = new Scale("", 1);
    private static final Scale NODE_HOURS = new Scale("node h", 1);
    private static final Scale[] TIMES = {
        new Scale("d", 86_400), new Scale("h", 3_600), new Scale("min", 60)
    };

    /**
     * The scale of figures of a kind.
     *
     * @param kind the kind
     * @param largest the largest of them; times are written in the largest unit of which it has
     *     two, and in days from ten on
     */
    static Scale of(Metric.Kind kind, double largest) {
        return switch (kind) {
            case SHARE -> PER_CENT;
            case RATIO, COUNT -> PLAIN;
            case SECONDS -> times(largest);
            case ENERGY -> energy(largest);
            case NODE_HOURS -> NODE_HOURS;
            case MASS -> largest >= 2e3 ? new Scale("t", 1e3) : new Scale("kg", 1);
            case MONEY -> largest >= 2e6 ? new Scale("million JPY", 1e6) : new Scale("JPY", 1);
        };
    }

    private static Scale energy(double largest) {
        if (largest >= 2e6) {
            return new Scale("GWh", 1e6);
        }
        return largest >= 2e3 ? new Scale("MWh", 1e3) : new Scale("kWh", 1);
    }

    private static Scale times(double largest) {
        for (Scale scale : TIMES) {
            if (largest >= (scale.unit.equals("d") ? 10 : 2) * scale.factor) {
                return scale;
            }
        }
        return new Scale("s", 1);
    }
}
