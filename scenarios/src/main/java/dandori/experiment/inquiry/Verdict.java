package dandori.experiment.inquiry;

/** What runs say about targets at a value. */
public enum Verdict {
    /** All targets hold, as sure as was asked for. */
    HOLDS("holds"),
    /** Some target fails, as sure as was asked for. */
    FAILS("fails"),
    /** Neither is sure. */
    OPEN("open");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** The verdict as files have it. */
    public String text() {
        return text;
    }
}
