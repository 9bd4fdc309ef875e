package dandori.scenario.inquiry;

/** Whose figure it is. */
public enum Whose {
    /** That of all jobs. */
    ALL(""),
    /** That of an organization. */
    ORGANIZATION("organization"),
    /** That of a machine. */
    MACHINE("machine"),
    /** That of a campaign. */
    CAMPAIGN("campaign");

    private final String key;

    Whose(String key) {
        this.key = key;
    }

    /** The key behind which the name stands in a file; empty for all jobs. */
    public String key() {
        return key;
    }
}
