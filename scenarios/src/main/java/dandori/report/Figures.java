package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a report, as {@code report.figures} asks for them, and the tables of their
 * numbers.
 *
 * @param study the study
 */
record Figures(Study study) {

    /** The figures, in the order of the file; without those for which the study has nothing. */
    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        for (String name : study.scenario().report().figures()) {
            Picture picture = picture(name);
            if (!picture.svg().isEmpty()) {
                pictures.add(picture);
            }
        }
        return pictures;
    }

    private Picture picture(String name) {
        FigureWords words = new FigureWords(study);
        return switch (name) {
            case "campaigns" -> new Picture("When campaigns are done", CampaignChart.of(study));
            case "sizes" -> new Picture("Nodes of elastic campaigns", SizesChart.of(study));
            case "queue" ->
                    new Picture(
                            words.title("Jobs waiting over time", "mean"), QueueChart.of(study));
            case "load" ->
                    new Picture(
                            words.title("Utilization and backlog over time", "mean"),
                            isDrawn("load") ? new LoadChart(study).draw() : "");
            case "waits" ->
                    new Picture(
                            words.title("How many jobs started within a wait", "jobs"),
                            isDrawn("waits") ? new WaitsChart(study).draw() : "");
            case "slowdowns" ->
                    new Picture(
                            words.title("Mean bounded slowdown by size and run time", "jobs"),
                            isDrawn("slowdowns") ? new SlowdownsChart(study).draw() : "");
            default -> throw new IllegalStateException("There is no figure '" + name + "'.");
        };
    }

    /** Whether a figure is asked for and has something to show. */
    private boolean isDrawn(String name) {
        boolean isPlayed = !study.results().isEmpty();
        return isPlayed
                && study.scenario().report().figures().contains(name)
                && (name.equals("load")
                        || study.policies().stream()
                                .anyMatch(one -> study.spread(one, Group.ALL, "jobs").max() > 0));
    }

    /** The tables of their numbers, for those that no other table has. */
    List<Section> numbers() {
        List<Section> sections = new ArrayList<>();
        if (isDrawn("load")) {
            sections.addAll(new LoadChart(study).numbers());
        }
        if (isDrawn("waits")) {
            sections.add(new WaitsChart(study).numbers());
        }
        if (isDrawn("slowdowns")) {
            sections.add(new SlowdownsChart(study).numbers());
        }
        return sections;
    }
}
