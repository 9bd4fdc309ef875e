package dandori.web;

/** A request that cannot be served, with what to tell and what to try. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String hint;

    RefusedException(int status, String what, String hint) {
        super(what);
        this.status = status;
        this.hint = hint;
    }

    /** A parameter that is missing or wrong. */
    static RefusedException wrong(String what, String hint) {
        return new RefusedException(400, what, hint);
    }

    /** Something that is not there. */
    static RefusedException absent(String what, String hint) {
        return new RefusedException(404, what, hint);
    }

    int status() {
        return status;
    }

    /** What to try instead; may be empty. */
    String hint() {
        return hint;
    }
}
