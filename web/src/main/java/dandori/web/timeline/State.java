package dandori.web.timeline;

import java.util.Locale;

/** What became of a job, as its table says it, with the colour of each. */
public enum State {
    /** It ended by itself. */
    COMPLETED(0x009e73),
    /** It was ended at its time limit. */
    KILLED(0xe69f00),
    /** A failure ended it. */
    FAILED(0xd55e00),
    /** It was ended so that another could have its nodes. */
    PREEMPTED(0xcc79a7),
    /** Its user ended it. */
    CANCELLED(0x999999),
    /** It ran when the run ended. */
    RUNNING(0x56b4e9),
    /** It waited when the run ended. */
    WAITING(0xf0e442),
    /** Its machine did not take it. */
    REJECTED(0x666666),
    /** Something that a newer program writes. */
    UNKNOWN(0x0072b2);

    private static final State[] ALL = values();

    private final int colour;

    State(int colour) {
        this.colour = colour;
    }

    /** The word of tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its colour, as 0xRRGGBB. */
    public int colour() {
        return colour;
    }

    static State at(int number) {
        return ALL[number];
    }

    /** The state that a value of a table names. */
    static State of(Table table, int column) {
        for (State one : ALL) {
            String word = one.name();
            if (table.to(column) - table.from(column) == word.length()) {
                int i = 0;
                while (i < word.length()
                        && table.bytes()[table.from(column) + i] == (word.charAt(i) | 32)) {
                    i++;
                }
                if (i == word.length()) {
                    return one;
                }
            }
        }
        return UNKNOWN;
    }
}
