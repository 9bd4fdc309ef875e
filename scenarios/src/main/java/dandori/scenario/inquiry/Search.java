package dandori.scenario.inquiry;

import java.util.List;

/**
 * A search for the smallest or largest value at which targets hold, as far as runs can tell.
 *
 * @param places where the value stands: paths in the file, all of which get the same value
 * @param between the values
 * @param isSmallest whether the smallest is sought, and larger ones are taken to make targets
 *     easier to hold; else the largest, with smaller ones easier
 * @param targets what must hold, all of them; at least one
 * @param certainty the level of the intervals that must lie within the targets; 0: the means alone
 *     decide
 * @param seedsAtMost how many seeds a value may get where its first do not decide
 */
public record Search(
        List<String> places,
        Grid between,
        boolean isSmallest,
        List<Target> targets,
        double certainty,
        int seedsAtMost)
        implements Inquiry {

    /** Keeps the lists. */
    public Search {
        places = List.copyOf(places);
        targets = List.copyOf(targets);
    }

    /** What the value is called in results. */
    public String name() {
        return nameOf(places.get(0));
    }

    @Override
    public List<FigureOf> figures() {
        return targets.stream().map(Target::figure).toList();
    }
}
