package dandori.validation;

import dandori.machine.Certainty;
import java.nio.file.Path;
import java.util.List;

/**
 * A published result and how to get it from this program.
 *
 * @param name the name of its folder
 * @param folder where its own files lie
 * @param title what it is about, in a line
 * @param source paper, section and table
 * @param certainty how sure the figures are
 * @param compared what is compared
 * @param conventions what one must know to get the same figures
 * @param files what the runs read, in the order of the file
 * @param runs the runs, in the order of the file
 */
public record PublishedStudy(
        String name,
        Path folder,
        String title,
        String source,
        Certainty certainty,
        String compared,
        String conventions,
        List<NeededFile> files,
        List<ComparedRun> runs) {

    /** The name of the file that says all of it. */
    public static final String FILE = "study.yaml";

    /** Keeps the lists. */
    public PublishedStudy {
        files = List.copyOf(files);
        runs = List.copyOf(runs);
    }

    /** Its source, and in brackets how sure its figures are. */
    String sourceAndCertainty() {
        return "%s (%s).".formatted(source.replaceFirst("\\.$", ""), certainty.text());
    }

    /** The file of a name. */
    NeededFile file(String wanted) {
        return files.stream()
                .filter(file -> file.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Study '%s' has no file '%s'.".formatted(name, wanted)));
    }
}
