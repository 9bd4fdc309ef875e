package dandori.cli;

/** Calls of the command, for tests elsewhere. */
public final class StudyCalls {

    private StudyCalls() {}

    /**
     * A call that must succeed, or be refused as wrong.
     *
     * @return whether it succeeded
     */
    public static boolean succeeds(String... words) {
        StudyCall call = StudyCall.of(words);
        if (call.status() != 0 && call.status() != 2 || call.err().contains("\tat ")) {
            throw new IllegalStateException(
                    String.join(" ", words) + ": status " + call.status() + ":\n" + call.err());
        }
        return call.status() == 0;
    }
}
