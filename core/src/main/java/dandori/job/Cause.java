package dandori.job;

/** Why a job was rejected, or killed for another reason than that it ran too long by itself. */
public enum Cause {
    /** There is nothing to explain. */
    NONE("", ""),
    /** Rejected: it asks for more nodes than its machine, or its pool, has. */
    TOO_LARGE("too-large", "larger than the machine"),
    /** Rejected: it names no resource group, and all are only for jobs that name them. */
    GROUP_NAME("group-name", "without a resource group, where each must be named"),
    /** Rejected: its resource groups take fewer nodes, or more. */
    GROUP_NODES("group-nodes", "of a size that no resource group takes"),
    /** Rejected: its resource groups take no jobs of such a walltime. */
    GROUP_WALLTIME("group-walltime", "longer than a resource group takes"),
    /** Rejected: its resource groups have no nodes in the mode of its shape. */
    GROUP_SHAPE("group-shape", "of a mode that no resource group has"),
    /** Rejected: the box that it needs has no room on its nodes, even if all are free. */
    NO_ROOM("no-room", "whose box never fits, even if all is free"),
    /** Rejected: the policy refused it. */
    POLICY("policy", "that the policy refused"),
    /** Killed at its walltime, within which it would have ended on the best place. */
    SLOWED("slowed", "that the network slowed");

    private final String text;
    private final String words;

    Cause(String text, String words) {
        this.text = text;
        this.words = words;
    }

    /** The word in result files; empty for {@link #NONE}. */
    public String text() {
        return text;
    }

    /** What to say behind "jobs". */
    public String words() {
        return words;
    }
}
