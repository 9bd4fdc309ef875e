package dandori.cli;

import dandori.validation.Program;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Calls of the command within the command. */
final class ProgramCalls implements Program {

    @Override
    public Answer call(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                Main.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
        return new Answer(status, out.toString(), err.toString());
    }
}
