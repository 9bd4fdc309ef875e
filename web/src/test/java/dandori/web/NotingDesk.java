package dandori.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what it was asked; everything is valid but for one issue, where there is one. */
final class NotingDesk implements Desk {

    final List<Draft> read = new ArrayList<>();
    final List<String> started = new ArrayList<>();
    @Nullable DraftIssue issue;
    boolean isFull;

    @Override
    public String schema() {
        return "{}";
    }

    @Override
    public DraftReading read(Draft draft) {
        read.add(draft);
        return new DraftReading(
                Map.of(),
                issue == null ? "as noted" : "",
                draft.settings(),
                issue == null ? List.of() : List.of(issue));
    }

    @Override
    public void start(Path file, List<String> settings, Path folder, boolean resumes)
            throws IOException {
        if (isFull) {
            throw new IOException("20 studies wait already");
        }
        started.add(file + " " + settings + " " + resumes);
    }

    @Override
    public List<AskedStudy> asked() {
        return List.of();
    }

    @Override
    public boolean cancel(Path folder) {
        return false;
    }

    @Override
    public void close() {}
}
