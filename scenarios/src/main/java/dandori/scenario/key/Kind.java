package dandori.scenario.key;

/** What stands behind a key. */
public enum Kind {
    /** Any text. */
    TEXT("text"),
    /** A name: letters, digits, hyphens, underscores. */
    NAME("name"),
    /** One of a few words. */
    CHOICE("word"),
    /** A whole number. */
    COUNT("whole number"),
    /** A number. */
    NUMBER("number"),
    /** A number from 0 to 1, or so many per cent. */
    FRACTION("fraction, or per cent"),
    /** A span of time with its unit. */
    DURATION("duration"),
    /** A date and a time with a zone. */
    DATE("date with zone"),
    /** A date with a zone, or a duration. */
    MOMENT("date with zone, or duration"),
    /** {@code true} or {@code false}. */
    FLAG("true or false"),
    /** The path of a file, from the folder of the scenario. */
    FILE("path of a file"),
    /** A number, a list of numbers, or a range such as {@code 1..10}. */
    SEEDS("number, list or range"),
    /** A list of names. */
    NAMES("list of names"),
    /** A list of words. */
    WORDS("list of words"),
    /** Names behind names. */
    TERMS("names by name"),
    /** Numbers behind names. */
    NUMBERS("numbers by name"),
    /** Two values behind paths. */
    PAIRS("two values by path"),
    /** A part of a policy: its name, or a mapping with {@code use} and options. */
    PART("part"),
    /** A mapping with keys of its own. */
    SECTION("section"),
    /** Mappings behind names. */
    SECTIONS("sections by name"),
    /** A list of mappings. */
    LIST("list of sections"),
    /** A list of numbers, which may have none. */
    ROW("list of numbers");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** The kind in words, for the guide. */
    public String text() {
        return text;
    }
}
