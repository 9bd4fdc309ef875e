package dandori.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the viewer asks of the program that shows it: what scenarios may hold, what is wrong with
 * one, and to play one. All methods may be called by several threads at once.
 */
public interface Desk extends AutoCloseable {

    /** The JSON Schema of scenario files. */
    String schema();

    /**
     * Reads a scenario and says everything that is wrong with it. Nothing of the files that it
     * names is read or told unless they are the draft's to read.
     */
    DraftReading read(Draft draft);

    /**
     * Has a study played, after those that were asked for before.
     *
     * @param file the scenario's file
     * @param settings values in place of the file's, each {@code path=value}
     * @param folder the results folder
     * @param resumes whether cells stay that an earlier run has done
     * @throws IOException if too many wait already, or this one is waiting or running
     */
    void start(Path file, List<String> settings, Path folder, boolean resumes) throws IOException;

    /** The studies that were asked for, the latest first. */
    List<AskedStudy> asked();

    /** Ends a study that waits or runs; whether there was one. What is done of it stays. */
    boolean cancel(Path folder);

    /** Ends all studies that wait or run. */
    @Override
    void close();
}
