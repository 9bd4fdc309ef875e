package dandori.cli;

import dandori.results.JsonText;
import dandori.scenario.KnownParts;
import dandori.scenario.schema.ScenarioSchema;
import dandori.web.AskedStudy;
import dandori.web.Desk;
import dandori.web.Draft;
import dandori.web.DraftReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the viewer asks, answered by this program: scenarios are read here, by the code that {@code
 * dandori validate} uses; studies are played by processes of their own, so that one that fails or
 * needs more memory than there is does not end the viewer.
 */
final class ProgramDesk implements Desk {

    private final StudyQueue queue = new StudyQueue();

    @Override
    public String schema() {
        return JsonText.of(ScenarioSchema.tree(KnownParts.found()));
    }

    @Override
    public DraftReading read(Draft draft) {
        return new DraftReader(draft).read();
    }

    @Override
    public void start(Path file, List<String> settings, Path folder, boolean resumes)
            throws IOException {
        queue.add(new StudyProcess(file, settings, folder, resumes));
    }

    @Override
    public List<AskedStudy> asked() {
        return queue.asked();
    }

    @Override
    public boolean cancel(Path folder) {
        return queue.cancel(folder);
    }

    @Override
    public void close() {
        queue.close();
    }
}
