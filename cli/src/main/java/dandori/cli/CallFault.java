package dandori.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the words of a call in the form that all our errors have. */
final class CallFault {

    private static final Pattern NO_SUCH_WORD =
            Pattern.compile(
                    "Invalid value for option '(.+?)'.*expected one of \\[(.+)] .*but was '(.*)'");

    private CallFault() {}

    /** One line for what is wrong, one that begins with <em>Maybe</em>. */
    static String text(ParameterException failure, String help) {
        String message = String.valueOf(failure.getMessage());
        Matcher word = NO_SUCH_WORD.matcher(message);
        if (word.find()) {
            String known = word.group(2).toLowerCase(Locale.ROOT);
            return "%s: there is no '%s'.\nMaybe one of: %s."
                    .formatted(word.group(1), word.group(3), known);
        }
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            String first = unmatched.getUnmatched().get(0);
            String kind = first.startsWith("-") ? "option" : "command or argument";
            return "there is no %s '%s' here.\nMaybe %s"
                    .formatted(
                            kind,
                            first,
                            near.isEmpty()
                                    ? "see " + help + "."
                                    : near.get(0) + "; see " + help + ".");
        }
        String problem = message.startsWith("Error: ") ? message.substring(7) : message;
        return problem + (problem.endsWith(".") ? "" : ".") + "\nMaybe see " + help + ".";
    }
}
