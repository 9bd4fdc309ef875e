package dandori.campaign;

import java.util.Locale;

/** What a training run's time on nodes goes into. All but {@link #USEFUL} is lost. */
public enum Use {
    /** Steps that count, as fast as on the best nodes. */
    USEFUL,
    /** Steps that count: what they took longer than on the best nodes. */
    STALLED,
    /** Writing checkpoints that were finished. */
    CHECKPOINT,
    /** Loading and setting up, at every start and after every failure. */
    RESTART,
    /** Work since the last checkpoint, lost to a failure and done again. */
    REWORK,
    /** Nodes held in reserve or under repair. */
    SPARE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The word in files and tables, in lower case. */
    public String text() {
        return text;
    }
}
