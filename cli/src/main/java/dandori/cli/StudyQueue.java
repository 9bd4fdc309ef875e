package dandori.cli;

import dandori.web.AskedStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Studies that are played one after the other, since each takes nearly all processors. */
final class StudyQueue implements AutoCloseable {

    private static final int MOST_OPEN = 20;
    private static final int MOST_KEPT = 200;

    private final List<StudyProcess> studies = new ArrayList<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work, "studies");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * Puts a study at the end.
     *
     * @throws IOException if too many wait, or this one does
     */
    synchronized void add(StudyProcess study) throws IOException {
        List<StudyProcess> open = studies.stream().filter(StudyProcess::isOpen).toList();
        if (open.size() >= MOST_OPEN) {
            throw new IOException(MOST_OPEN + " studies wait already");
        }
        if (open.stream().anyMatch(one -> one.folder().equals(study.folder()))) {
            throw new IOException("this study waits or runs already");
        }
        studies.removeIf(one -> !one.isOpen() && one.folder().equals(study.folder()));
        if (studies.size() >= MOST_KEPT) {
            studies.remove(0); // the oldest; open ones are few and late
        }
        studies.add(study);
        worker.execute(() -> {
            try {
                study.play();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }

    synchronized List<AskedStudy> asked() {
        List<AskedStudy> asked = new ArrayList<>();
        studies.forEach(study -> asked.add(study.asked()));
        Collections.reverse(asked);
        return asked;
    }

    synchronized boolean cancel(Path folder) {
        for (StudyProcess study : studies) {
            if (study.folder().equals(folder) && study.isOpen()) {
                study.cancel();
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        List<StudyProcess> all;
        synchronized (this) {
            all = List.copyOf(studies);
        }
        all.forEach(StudyProcess::cancel);
        all.forEach(StudyProcess::await);
        worker.shutdown();
    }
}
