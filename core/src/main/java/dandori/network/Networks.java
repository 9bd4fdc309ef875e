package dandori.network;

/** The network models by name. */
public final class Networks {

    private Networks() {}

    /** Every job runs at full speed. */
    public static NetworkModel none() {
        return NetworkModel.NONE;
    }

    /** A job's speed follows from where it stands. */
    public static NetworkModel staticSlowdown() {
        return new StaticSlowdown();
    }

    /** Running jobs share links max–min fairly. */
    public static NetworkModel maxMin() {
        return new LinkSharing();
    }
}
