package dandori.cli;

import dandori.machine.Certainty;
import dandori.machine.Fact;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and values of facts, as people read them. */
final class FactWords {

    private static final Set<String> CAPITALS = Set.of("hpl", "hpcg", "pue");
    private static final Set<String> NAMED = Set.of("partitions", "pools", "nodeTypes");
    private static final Pattern LEVEL = Pattern.compile("levels\\[([0-9]+)\\]\\.(.*)");

    private static final Pattern DATE = Pattern.compile("maintenance\\[([0-9]+)\\]");

    private FactWords() {}

    /**
     * {@code memoryBandwidth} as {@code memory bandwidth}, {@code peak.fp64} as {@code peak fp64}.
     */
    static String label(String name) {
        if (name.equals("allToAll")) {
            return "all-to-all";
        }
        if (name.startsWith("all") && name.length() > 3) {
            return "all-"
                    + label(name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4));
        }
        Matcher level = LEVEL.matcher(name);
        if (level.matches()) {
            int number = Integer.parseInt(level.group(1)) + 1;
            return "level " + number + " " + label(level.group(2));
        }
        StringBuilder label = new StringBuilder();
        for (String part : name.replaceFirst("^axes", "axis").split("(?=[A-Z])|[. ]")) {
            // The names of axes are capital letters.
            String word = part.length() > 1 ? part.toLowerCase(Locale.ROOT) : part;
            label.append(label.isEmpty() || part.isEmpty() ? "" : " ");
            label.append(CAPITALS.contains(word) ? word.toUpperCase(Locale.ROOT) : word);
        }
        return label.toString();
    }

    /** Whose fact it is: {@code huge} of {@code partitions.huge.minNodes}. */
    static String owner(String path) {
        if (DATE.matcher(path).matches()) {
            return "maintenance";
        }
        String[] steps = path.split("\\.", 3);
        boolean isNamed = steps.length == 3 && NAMED.contains(steps[0]);
        return isNamed ? steps[1] : steps[0].equals("interconnect") ? "wiring" : label(steps[0]);
    }

    /** What it is: {@code min nodes} of {@code partitions.huge.minNodes}. */
    static String name(String path) {
        Matcher date = DATE.matcher(path);
        if (date.matches()) {
            return "date " + (Integer.parseInt(date.group(1)) + 1);
        }
        String[] steps = path.split("\\.", 3);
        boolean isNamed = steps.length == 3 && NAMED.contains(steps[0]);
        String name = isNamed ? steps[2] : path.substring(path.indexOf('.') + 1);
        return name.startsWith("windows") ? "windows" : label(name);
    }

    /** The value as written; large whole numbers in groups of three. */
    static String value(Fact fact) {
        return fact.text().matches("[0-9]{5,9}")
                ? String.format(Locale.ROOT, "%,d", Integer.parseInt(fact.text()))
                : fact.text();
    }

    /** What the word for a certainty means. */
    static String meaning(Certainty certainty) {
        return switch (certainty) {
            case PUBLISHED -> "it stands in the source";
            case SECOND_HAND -> "it stands in somebody's summary of the source";
            case DERIVED -> "arithmetic from what the source says; the note shows it";
            case REMEMBERED_HIGH -> "known well, but not looked up";
            case REMEMBERED_MEDIUM -> "known, but not looked up; the order of magnitude is right";
            case REMEMBERED_LOW -> "a recollection that may be wrong";
            case ASSUMED -> "nobody published it; something had to be taken";
        };
    }
}
