package dandori.cli;

import dandori.results.DamagedResultsException;
import dandori.results.FileHash;
import dandori.results.FoundManifest;
import dandori.results.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an earlier replay left in a folder. */
final class EarlierReplay {

    /** Words that change nothing of the results. */
    private static final Set<String> OF_SHOW = Set.of("--json", "--stacktrace", "--force");

    /** Options that change nothing of the results: how they are shown, and where they lie. */
    private static final Set<String> OF_PLACE = Set.of("--progress", "--out");

    private EarlierReplay() {}

    /**
     * Refuses to replace whole results of another call, or of the same call with other inputs.
     * Those of the same call and inputs are made anew, by whichever version of the program; those
     * of one that broke off are none.
     *
     * @param call the words of the call
     * @param inputs the files that it reads
     */
    static void refuseOther(Path folder, List<String> call, List<Path> inputs) throws IOException {
        boolean isStudy = Files.exists(folder.resolve("cells")); // which is refused anyway
        if (isStudy || !Files.exists(folder.resolve(Manifest.NAME))) {
            return;
        }
        FoundManifest earlier;
        try {
            earlier = FoundManifest.read(folder);
        } catch (DamagedResultsException none) {
            return;
        }
        String what = earlier.isComplete() ? otherThan(earlier, call, inputs) : null;
        if (what != null) {
            throw new WrongCallException(
                    "--out: '%s' holds %s.".formatted(folder, what),
                    "another folder, or --force to replace them.");
        }
    }

    /** Of what else the results are; null if they are of this call and these inputs. */
    private static @Nullable String otherThan(
            FoundManifest earlier, List<String> call, List<Path> inputs) throws IOException {
        if (earlier.command().isEmpty()) {
            return "results that do not say of which call they are";
        }
        if (!ofResults(earlier.command()).equals(ofResults(call))) {
            return "the results of another call, 'dandori %s'"
                    .formatted(String.join(" ", earlier.command()));
        }
        for (Path input : inputs) {
            if (FreePlace.isKept(input)
                    && !FileHash.of(input).equals(earlier.inputs().get(input.toString()))) {
                return "the results of this call with another '%s'".formatted(input);
            }
        }
        if (!earlier.inputs().entrySet().containsAll(PlugIns.hashes().entrySet())) {
            return "the results of this call with other parts";
        }
        return null;
    }

    private static List<String> ofResults(List<String> words) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String option = word.split("=", 2)[0];
            if (OF_PLACE.contains(word)) {
                i++;
            } else if (!OF_SHOW.contains(word) && !OF_PLACE.contains(option)) {
                left.add(word);
            }
        }
        return left;
    }
}
