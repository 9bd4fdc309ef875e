package dandori.cli;

import dandori.engine.RandomStreams;
import dandori.generate.Figure;
import dandori.generate.PopularEstimates;
import dandori.job.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Jobs that were made, whatever made them, and what is to be said of them.
 *
 * @param jobs the jobs
 * @param nodes the size of the machine that they are for
 * @param made what made them, in a few words
 * @param notes how, for the header of the file: a sentence each
 * @param figures what was asked for and what came out
 */
record GeneratedTrace(
        Workload jobs, int nodes, String made, List<String> notes, List<Figure> figures) {

    /** Keeps the lists. */
    GeneratedTrace {
        notes = List.copyOf(notes);
        figures = List.copyOf(figures);
    }

    /** What is to be thought of before they are played, in sentences. */
    List<String> warnings() {
        return figures.stream()
                .filter(figure -> figure.name().equals("load") && figure.asked() > 1)
                .map(figure ->
                        String.format(
                                Locale.ROOT,
                                "The jobs need %.4g times what the machine can do: on it they wait ever"
                                        + " longer, under any policy.",
                                figure.asked()))
                .toList();
    }

    /** The same jobs with time limits as users give them. */
    GeneratedTrace estimated(PopularEstimates estimates, RandomStreams streams) {
        Workload estimated = estimates.of(jobs, streams, 0);
        List<String> saying = new ArrayList<>(notes);
        saying.add("Time limits after Tsafrir, Etsion and Feitelson, JSSPP 2005");
        List<Figure> all = new ArrayList<>(figures);
        all.addAll(estimates.figures(estimated));
        return new GeneratedTrace(estimated, nodes, made, saying, all);
    }
}
