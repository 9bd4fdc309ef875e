package dandori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real results for tests of the viewer, made by the command itself. */
public final class PlayedStudy {

    private PlayedStudy() {}

    /**
     * Plays a scenario into a new folder below some results.
     *
     * @param results where it goes
     * @param name the folder's name
     * @param scenario the text of the scenario's file
     * @param words more words of the call
     */
    public static Path play(Path results, String name, String scenario, String... words)
            throws IOException {
        Path file = Files.writeString(results.resolve(name + ".yaml"), scenario);
        Path folder = results.resolve(name);
        List<Object> call = new ArrayList<>();
        call.addAll(List.of("run", file, "--out", folder, "--progress", "none"));
        call.addAll(List.of(words));
        Call played = Call.of(call.toArray());
        if (played.status() != 0) {
            throw new AssertionError(played.err() + played.out());
        }
        return folder;
    }
}
