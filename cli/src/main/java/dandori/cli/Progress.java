package dandori.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Shows on standard error how far long work has come. */
interface Progress extends AutoCloseable {

    /** How it is shown. */
    enum Form {
        /** A bar on a terminal, nothing elsewhere. */
        AUTO,
        /** A bar. */
        BAR,
        /** A line for each tenth. */
        PLAIN,
        /** Nothing. */
        NONE
    }

    /** Says how much of the work is done, of how much; called often. */
    void at(long done, long all);

    /** Says something more, such as how many pieces are done. */
    default void says(String words) {}

    @Override
    void close();

    /**
     * Begins to show a piece of work.
     *
     * @param form how
     * @param what the work in one word, such as {@code simulating}
     * @param err standard error
     */
    static Progress begin(Form form, String what, PrintWriter err) {
        boolean isBar = form == Form.BAR || (form == Form.AUTO && Terminal.isStandardError());
        if (isBar) {
            return new ProgressLine(what);
        }
        return form == Form.PLAIN ? new Plain(what, err) : new Silent();
    }

    /** Shows nothing. */
    final class Silent implements Progress {
        @Override
        public void at(long done, long all) {}

        @Override
        public void close() {}
    }

    /** A line for each tenth, for logs. */
    final class Plain implements Progress {

        private final String what;
        private final PrintWriter err;
        private long tenths;

        Plain(String what, PrintWriter err) {
            this.what = what;
            this.err = err;
        }

        @Override
        public synchronized void at(long done, long all) {
            long reached = all <= 0 ? 0 : 10 * done / all;
            if (reached > tenths) {
                tenths = reached;
                err.printf(Locale.ROOT, "%s %d %%%n", what, 10 * tenths);
                err.flush();
            }
        }

        @Override
        public void close() {}
    }
}
