package dandori.slurm;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A quality of service of a site. */
final class SlurmQos {

    /** Words of a table that say that nothing is set. */
    private static final String NOTHING =
            "|none|cluster|off|0+(\\.0+)?|00:00:00|unset|unlimited|-1";

    final String name; // as scenarios have it
    final int line;
    boolean isOfPartition; // some partition has its limits
    private final Map<String, String> values = new LinkedHashMap<>(); // by column, in lower case

    SlurmQos(String name, int line) {
        this.name = name;
        this.line = line;
    }

    void put(String column, String value) {
        values.put(column, value);
    }

    /** What stands in a column; empty if nothing does. It is taken: no note says that it is not. */
    String take(String column) {
        String value = values.remove(column);
        return value == null ? "" : value;
    }

    /** What stands in a column; it stays there. */
    String value(String column) {
        return values.getOrDefault(column, "");
    }

    /** A whole number above 0 of a column, which is taken; 0 if there is none. */
    int number(String column) {
        return value(column).matches("[1-9][0-9]{0,8}") ? Integer.parseInt(take(column)) : 0;
    }

    /** What says something and has not been taken, by column. */
    Map<String, String> rest() {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.values().removeIf(value -> value.toLowerCase(Locale.ROOT).matches(NOTHING));
        if (value("usagefactor").matches("1(\\.0+)?")) {
            rest.remove("usagefactor");
        }
        return rest;
    }
}
