package dandori.validation;

import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The studies that come along: their files and, where those may be passed on, their traces. */
public final class ShippedStudies {

    private static final List<String> NAMES =
            List.of(
                    "graham-1966",
                    "graham-1969",
                    "operating-system-concepts",
                    "erlang-1917",
                    "pollaczek-1930",
                    "phipps-1956",
                    "megatron-2021",
                    "training-days",
                    "fugaku-shelves",
                    "sc15-kth-sp2",
                    "sc15-sdsc-blue",
                    "peers-ends-first",
                    "peers-pyss");

    private ShippedStudies() {}

    /** Their names, in the order in which they are shown. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The studies, whose files are put into a folder.
     *
     * @param folder where to; each study gets a folder below it
     */
    public static List<PublishedStudy> in(Path folder) throws IOException {
        List<PublishedStudy> studies = new ArrayList<>();
        for (String name : NAMES) {
            studies.add(put(name, folder.resolve(name)));
        }
        return studies;
    }

    /** Those of its files that come along are put beside it; others are somebody else's. */
    private static PublishedStudy put(String name, Path folder) throws IOException {
        Files.createDirectories(folder);
        copy(name + "/" + PublishedStudy.FILE, folder.resolve(PublishedStudy.FILE));
        try {
            PublishedStudy study = StudyReader.read(folder);
            for (NeededFile file : study.files()) {
                if (file.from().isEmpty()) {
                    copy(name + "/" + file.path(), folder.resolve(file.path()));
                }
            }
            return study;
        } catch (ScenarioException broken) {
            throw new IllegalStateException("The study '%s' is broken.".formatted(name), broken);
        }
    }

    private static void copy(String resource, Path to) throws IOException {
        try (InputStream in = ShippedStudies.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource '%s' is gone.".formatted(resource));
            }
            Files.copy(in, to);
        }
    }
}
