package dandori.cli;

import dandori.scenario.text.NearestName;
import dandori.sim.Conventions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the words of a call in the form that all our errors have. */
final class CallFault {

    private CallFault() {}

    /**
     * One line for what is wrong, one that begins with <em>Maybe</em>.
     *
     * @param call all words of the call
     */
    static String text(ParameterException failure, List<String> call, String help) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched, "", help);
        }
        String seeHelp = "\nMaybe see " + help + ".";
        ArgSpec place = failure.getArgSpec();
        if (failure instanceof MissingParameterException missing) {
            String lacks = missing(missing.getMissing());
            return misspelt(failure.getCommandLine(), call)
                    .map(unknown -> unknown(unknown, " " + lacks, help))
                    .orElseGet(() -> lacks + choice(missing.getMissing(), help));
        }
        if (failure instanceof MutuallyExclusiveArgsException && place == null) {
            String words = String.valueOf(failure.getMessage()).replaceFirst("Error: ", "");
            return words.replaceFirst(" are mutually .*", ": only one of them may be given.")
                    + seeHelp;
        }
        if (failure instanceof OverwrittenOptionException twice) {
            return "%s: is given more than once.%s"
                    .formatted(name(twice.getOverwritten()), seeHelp);
        }
        if (place != null && failure.getValue() != null) {
            return wrongWord(place, failure.getValue(), seeHelp);
        }
        String message = String.valueOf(failure.getMessage());
        return message + (message.endsWith(".") ? "" : ".") + seeHelp;
    }

    /** The first option that there is not, which what is missing would hide. */
    static Optional<UnmatchedArgumentException> misspelt(CommandLine line, List<String> call) {
        Set<String> known = line.getCommandSpec().optionsMap().keySet();
        return call.stream()
                .takeWhile(word -> !word.equals("--"))
                .filter(word -> word.startsWith("--"))
                .map(word -> word.replaceFirst("=.*", ""))
                .filter(word -> !known.contains(word))
                .findFirst()
                .map(word -> new UnmatchedArgumentException(line, List.of(word)));
    }

    private static String unknown(UnmatchedArgumentException unmatched, String more, String help) {
        List<String> near = unmatched.getSuggestions();
        String first = unmatched.getUnmatched().get(0);
        String kind = first.startsWith("-") ? "option" : "command or argument";
        String maybe = near.isEmpty() ? "" : "'" + near.get(0) + "'; ";
        return "there is no %s '%s' here.%s\nMaybe %ssee %s."
                .formatted(kind, first, more, maybe, help);
    }

    private static String missing(List<ArgSpec> places) {
        return places.stream()
                .map(place ->
                        place.isOption()
                                ? name(place) + ": needs a value, " + place.paramLabel() + "."
                                : name(place) + ": is missing.")
                .collect(Collectors.joining(" "));
    }

    /** Of one word that is missing, which there are; and where to read on. */
    private static String choice(List<ArgSpec> places, String help) {
        List<String> words = places.size() == 1 ? HyphenWord.allOf(places.get(0)) : List.of();
        return words.isEmpty()
                ? "\nMaybe see " + help + "."
                : "\nMaybe one of: %s; see %s.".formatted(String.join(", ", words), help);
    }

    private static String wrongWord(ArgSpec place, String word, String seeHelp) {
        Class<?> type = HyphenWord.elementType(place);
        List<String> known =
                type == Conventions.class
                        ? Conventions.presets().stream().map(Conventions::name).toList()
                        : HyphenWord.allOf(place);
        if (!known.isEmpty()) {
            return "%s: there is no '%s'.\nMaybe %s"
                    .formatted(name(place), word, NearestName.maybe(word, known));
        }
        String most = most(type);
        return most == null
                ? "%s: cannot be '%s'.%s".formatted(name(place), word, seeHelp)
                : "%s: must be a whole number of at most %s, but is '%s'.%s"
                        .formatted(name(place), most, word, seeHelp);
    }

    /** The largest number of a type; null if it is no whole number. */
    private static @Nullable String most(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return String.format(Locale.ROOT, "%,d", Integer.MAX_VALUE);
        }
        return type == long.class || type == Long.class
                ? String.format(Locale.ROOT, "%,d", Long.MAX_VALUE)
                : null;
    }

    private static String name(ArgSpec place) {
        return place instanceof OptionSpec option ? option.longestName() : place.paramLabel();
    }
}
