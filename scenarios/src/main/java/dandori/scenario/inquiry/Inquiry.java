package dandori.scenario.inquiry;

import java.util.List;

/** What is to be found out by playing a scenario with other values in some of its places. */
public sealed interface Inquiry permits Search, Sensitivity {

    /** The places whose values change, each a path in the file as {@code --set} has it. */
    List<String> places();

    /** The figures that are asked about, in order. */
    List<FigureOf> figures();

    /**
     * What a place is called in results: its key, or the whole path where another of the places has
     * the same key.
     */
    default String nameOf(String place) {
        String key = key(place);
        boolean isUnique = places().stream().filter(other -> key(other).equals(key)).count() == 1;
        return isUnique ? key : place;
    }

    private static String key(String place) {
        return place.substring(place.lastIndexOf('.') + 1);
    }
}
