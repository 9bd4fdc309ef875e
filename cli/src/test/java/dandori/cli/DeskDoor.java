package dandori.cli;

import dandori.web.Desk;

/** Lets tests of the viewer, which stand elsewhere, come to what only the command makes. */
public final class DeskDoor {

    private DeskDoor() {}

    /** A desk as {@code dandori serve} has it. */
    @SuppressWarnings("exports") // tests are compiled into the module of the command
    public static Desk desk() {
        return new ProgramDesk();
    }

    /** Calls the command; its exit status. */
    public static int call(Object... words) {
        return Call.of(words).status();
    }
}
