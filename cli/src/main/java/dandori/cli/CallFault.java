package dandori.cli;

import dandori.scenario.text.NearestName;
import dandori.sim.Conventions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** One line for what is wrong, one that begins with <em>Maybe</em>. */
    static String text(ParameterException failure, String help) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched, help);
        }
        String seeHelp = "\nMaybe see " + help + ".";
        ArgSpec place = failure.getArgSpec();
        if (failure instanceof MissingParameterException missing) {
            return missing(missing.getMissing()) + seeHelp;
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

    private static String unknown(UnmatchedArgumentException unmatched, String help) {
        List<String> near = unmatched.getSuggestions();
        String first = unmatched.getUnmatched().get(0);
        String kind = first.startsWith("-") ? "option" : "command or argument";
        String maybe = near.isEmpty() ? "" : "'" + near.get(0) + "'; ";
        return "there is no %s '%s' here.\nMaybe %ssee %s.".formatted(kind, first, maybe, help);
    }

    private static String missing(List<ArgSpec> places) {
        return places.stream()
                .map(place ->
                        place.isOption()
                                ? name(place) + ": needs a value, " + place.paramLabel() + "."
                                : name(place) + ": is missing.")
                .collect(Collectors.joining(" "));
    }

    private static String wrongWord(ArgSpec place, String word, String seeHelp) {
        Class<?> type = place.type();
        List<String> known = words(type);
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

    /** The words that can stand for a type; none where they cannot be listed. */
    private static List<String> words(Class<?> type) {
        if (type == Conventions.class) {
            return Conventions.presets().stream().map(Conventions::name).toList();
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> HyphenWord.of((Enum<?>) constant))
                        .toList()
                : List.of();
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
