package dandori.cli;

import dandori.experiment.journal.ChangedFilesException;
import dandori.report.UnlikeShardsException;
import dandori.results.DamagedResultsException;
import dandori.scenario.text.ScenarioException;
import dandori.sim.CheckFailedException;
import dandori.trace.TraceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns what went wrong into one paragraph on standard error and an exit status; a stack trace only
 * if asked for.
 */
final class Failures {

    /** It could not be finished: disk full, a file lost on the way. */
    static final int UNFINISHED = 1;

    /** The call, the scenario or the trace is wrong. */
    static final int WRONG_INPUT = 2;

    /** A check failed. */
    static final int CHECK_FAILED = 3;

    private static final int WIDTH = 100;

    private Failures() {}

    /** A call that cannot be understood. */
    static int ofCall(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        command.getErr()
                .println("dandori: " + wrapped(CallFault.text(failure, List.of(args), help)));
        return WRONG_INPUT;
    }

    /** Work that failed on the way. */
    static int ofWork(Exception failure, CommandLine command, ParseResult call) {
        boolean isWanted = call.originalArgs().contains("--stacktrace");
        if (isWanted) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().println("dandori: " + wrapped(text(failure)));
        return status(failure);
    }

    /**
     * A message whose issues and suggestions go on in the next line where they are long; a line
     * with a word that none has room for stays whole, so that a call in it can be copied.
     */
    static String wrapped(String message) {
        List<String> lines = new ArrayList<>();
        for (String line : message.split("\n", -1)) {
            String words = line.stripLeading();
            boolean isProse = words.startsWith("Maybe ") || words.length() < line.length();
            boolean hasRoom =
                    Arrays.stream(words.split(" ")).allMatch(one -> one.length() <= WIDTH - 4);
            if (line.length() > WIDTH && isProse && hasRoom) {
                String indent = " ".repeat(line.length() - words.length());
                List<String> parts = CellText.wrapped(words, WIDTH - indent.length() - 2);
                lines.add(indent + parts.get(0));
                parts.stream().skip(1).forEach(part -> lines.add(indent + "  " + part));
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    /** The exit status of a failure. */
    static int status(Throwable failure) {
        if (failure instanceof TraceException
                || failure instanceof ScenarioException
                || failure instanceof WrongCallException
                || failure instanceof DamagedResultsException
                || failure instanceof ChangedFilesException
                || failure instanceof UnlikeShardsException
                || failure instanceof ArithmeticException) {
            return WRONG_INPUT;
        }
        if (failure instanceof BatchException batch) {
            return batch.status();
        }
        return failure instanceof CheckFailedException ? CHECK_FAILED : UNFINISHED;
    }

    /** What went wrong, in a sentence. */
    static String text(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "there is not enough memory.\nMaybe more of it: DANDORI_JAVA_OPTS=-Xmx8g; or, where there are --threads, fewer of them.";
        }
        if (failure instanceof UncheckedIOException unchecked
                && unchecked.getCause() instanceof FileSystemException cause) {
            return text(cause);
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": may not be written or read by this user.";
        }
        if (failure instanceof FileSystemException broken) {
            String reason =
                    broken.getReason() == null ? "cannot be written or read" : broken.getReason();
            return sentence(broken.getFile() + ": " + reason);
        }
        if (failure instanceof IOException) {
            return sentence("reading or writing failed: " + failure.getMessage());
        }
        if (failure instanceof ArithmeticException) {
            return "a time or an amount is too large to be counted ("
                    + failure.getMessage()
                    + ").\nMaybe a number of the input is wrong: 'dandori trace info' shows the largest.";
        }
        String message = failure.getMessage();
        return message == null ? "failed: " + failure + "." : message;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
