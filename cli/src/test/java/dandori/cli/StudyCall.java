package dandori.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A call of the command within the test's own process.
 *
 * @param status its exit status
 * @param out what it printed
 * @param err what it said besides
 */
record StudyCall(int status, String out, String err) {

    static StudyCall of(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(words, new PrintWriter(out), new PrintWriter(err));
        return new StudyCall(status, out.toString(), err.toString());
    }
}
