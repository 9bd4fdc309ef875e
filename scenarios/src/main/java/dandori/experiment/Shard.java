package dandori.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an experiment that is played by itself, on another machine perhaps.
 *
 * <p>Draws are dealt to the shards like cards, in the order of their first cells, so that the jobs
 * of a draw are made once; where there are more shards than draws, shards are dealt to the draws,
 * and share the cells of theirs in turn. Who gets what follows from the scenario and the number of
 * shards alone.
 *
 * @param number which, from 1
 * @param count of how many, at least {@code number}
 */
public record Shard(int number, int count) {

    /** The whole experiment. */
    public static final Shard WHOLE = new Shard(1, 1);

    /** The folder for those of a study, in the study's folder. */
    public static final String FOLDER = "shards";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** Checks the numbers. */
    public Shard {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException(
                    "there is no shard %d of %d.".formatted(number, count));
        }
    }

    /**
     * The shard of a text such as {@code 3/4}.
     *
     * @throws IllegalArgumentException if it is none, with a sentence that says why
     */
    public static Shard of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "must be a number and how many there are, but is '%s'.".formatted(text));
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** {@code 3/4}. */
    public String text() {
        return number + "/" + count;
    }

    /** The name of its folder below {@link #FOLDER}: {@code 3-of-4}. */
    public String folder() {
        return number + "-of-" + count;
    }

    /** Whether it is all there is. */
    public boolean isWhole() {
        return count == 1;
    }

    /** Its cells of an experiment, under their numbers; there may be none. */
    public Experiment of(Experiment whole) {
        return isWhole() ? whole : deal(whole, count).get(number - 1);
    }

    /** How many draws an experiment has: with so many shards, each makes the jobs of one. */
    public static long draws(Experiment whole) {
        return whole.cells().stream().map(Cell::draw).distinct().count();
    }

    /** An experiment in so many shards. */
    public static List<Experiment> deal(Experiment whole, int count) {
        Map<Cell.Draw, List<Cell>> draws = new LinkedHashMap<>();
        for (Cell cell : whole.cells()) {
            draws.computeIfAbsent(cell.draw(), draw -> new ArrayList<>()).add(cell);
        }
        List<List<Cell>> hands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hands.add(new ArrayList<>());
        }
        int draw = 0;
        for (List<Cell> cells : draws.values()) {
            int sharing = Math.max(1, (count - draw + draws.size() - 1) / draws.size());
            for (int i = 0; i < cells.size(); i++) {
                hands.get(draw % count + draws.size() * (i % sharing)).add(cells.get(i));
            }
            draw++;
        }
        return hands.stream()
                .map(cells ->
                        new Experiment(
                                whole.variants(),
                                cells.stream()
                                        .sorted(Comparator.comparingInt(Cell::number))
                                        .toList()))
                .toList();
    }

    /** What it came to, with a warning that it is not the whole. */
    public ExperimentResult marked(ExperimentResult result) {
        if (isWhole()) {
            return result;
        }
        int cells = result.experiment().cells().size();
        String warning =
                "Shard %d of %d: %d cell%s of the study, not all; 'dandori merge' puts shards together."
                        .formatted(number, count, cells, cells == 1 ? "" : "s");
        return new ExperimentResult(
                result.experiment(),
                result.studies().stream().map(study -> warned(study, warning)).toList());
    }

    private static Study warned(Study study, String warning) {
        List<String> warnings = new ArrayList<>(List.of(warning));
        warnings.addAll(study.warnings());
        return new Study(
                study.variant(),
                study.seeds(),
                study.results(),
                study.failures(),
                study.imports(),
                warnings,
                study.jobs());
    }
}
