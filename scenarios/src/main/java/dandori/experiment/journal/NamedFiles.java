package dandori.experiment.journal;

import dandori.results.FileHash;
import dandori.results.FoundManifest;
import dandori.scenario.MachineChoice;
import dandori.scenario.Scenario;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.sweep.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The machine and model files that scenarios name: they are read again with a study's folder. */
public final class NamedFiles {

    private NamedFiles() {}

    /** Those of some variants, each once; not those of the catalogue. */
    public static Set<Path> of(List<Variant> variants) {
        Set<Path> files = new LinkedHashSet<>();
        for (Variant variant : variants) {
            Scenario scenario = variant.scenario();
            for (MachineChoice choice : scenario.choices().values()) {
                files.add(Path.of(choice.from()));
            }
            for (CampaignPlan campaign : scenario.campaigns()) {
                files.add(Path.of(campaign.modelFrom()));
            }
        }
        files.removeIf(path -> !path.isAbsolute());
        return files;
    }

    /**
     * Checks that they are those with which a study was played, as far as its manifest tells.
     *
     * @param folder the study's folder
     * @throws ChangedFilesException if some are not, with all of them
     */
    public static void check(Path folder, FoundManifest manifest, List<Variant> variants)
            throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Path file : of(variants)) {
            String hash = manifest.inputs().get(file.toString());
            if (hash != null && !hash.equals(FileHash.of(file))) {
                changed.add(file);
            }
        }
        if (!changed.isEmpty()) {
            throw new ChangedFilesException(folder, changed);
        }
    }
}
