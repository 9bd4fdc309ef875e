package dandori.campaign;

import java.util.Locale;

/** What keeps a campaign from training at full speed. */
public enum Delay {
    /** A piece waits in the queue, and none runs. */
    WAITING,
    /** Loading and setting up, at every start and after every failure. */
    RESTART,
    /** Work that was lost and done again. */
    REWORK,
    /** Writing checkpoints. */
    CHECKPOINT,
    /** Steps on nodes that are worse than the best. */
    STALLED;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The word in files and tables, in lower case. */
    public String text() {
        return text;
    }

    /** How long it kept a campaign, in milliseconds. */
    long millis(CampaignOutcome of) {
        return switch (this) {
            case WAITING -> of.waitMillis();
            case RESTART -> of.millis(Use.RESTART);
            case REWORK -> of.millis(Use.REWORK);
            case CHECKPOINT -> of.millis(Use.CHECKPOINT);
            case STALLED -> of.millis(Use.STALLED);
        };
    }
}
