package dandori.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many figures there are, and what became of them, in a sentence. */
final class Tally {

    private final List<ValidatedStudy> studies;

    Tally(List<ValidatedStudy> studies) {
        this.studies = studies;
    }

    /** {@code 31 figures of 9 studies: 22 equal, 3 within interval, 6 skipped.} */
    String sentence() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        int all = 0;
        for (ValidatedStudy study : studies) {
            for (ComparedFigure figure : study.figures()) {
                counts.merge(figure.verdict(), 1, Integer::sum);
                all++;
            }
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((verdict, count) -> {
            String text = verdict.text();
            parts.add(count + " " + (count == 1 ? text : text.replace("differs", "differ")));
        });
        return "%d %s of %d %s: %s."
                .formatted(
                        all,
                        all == 1 ? "figure" : "figures",
                        studies.size(),
                        studies.size() == 1 ? "study" : "studies",
                        String.join("; ", parts));
    }
}
