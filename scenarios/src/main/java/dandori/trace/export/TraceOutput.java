package dandori.trace.export;

import dandori.machine.AllocationUnit;
import dandori.trace.TraceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A format that traces are written in; implementations are found with {@link ServiceLoader}, have a
 * public constructor without parameters and keep no state between calls.
 *
 * <p>Equal jobs must be equal bytes, and memory must not grow with the number of jobs.
 */
public interface TraceOutput {

    /** Its name in lower case, as commands know it: {@code swf}. */
    String name();

    /** What it is in a few words: {@code the Standard Workload Format}. */
    String title();

    /** How names of its files end, with the point: {@code .swf}. */
    List<String> endings();

    /**
     * What it has a place for.
     *
     * @param unit what the size of a job counts, where it has a place for one size only
     */
    Set<LoggedField> holds(AllocationUnit unit);

    /** What else it has no place for, a sentence each, where a log may say it: its header, say. */
    List<String> lacks();

    /** Whether a file may be packed with gzip as a whole. */
    default boolean mayBePacked() {
        return true;
    }

    /**
     * Writes all jobs.
     *
     * @return what was changed or left out to fit the format, a sentence each, with its count
     * @throws IOException if the bytes cannot be written
     */
    List<String> write(JobStream jobs, Destination to, OutputWishes wishes) throws IOException;

    /** All that are installed, by name. */
    static List<TraceOutput> all() {
        List<TraceOutput> all = new ArrayList<>();
        for (TraceOutput output : ServiceLoader.load(TraceOutput.class)) {
            all.add(output);
        }
        all.sort(Comparator.comparing(TraceOutput::name));
        return all;
    }

    /**
     * The format of the given name.
     *
     * @throws TraceException if there is none; fit for a user
     */
    static TraceOutput named(String name) {
        List<String> names = new ArrayList<>();
        for (TraceOutput output : all()) {
            if (output.name().equals(name)) {
                return output;
            }
            names.add(output.name());
        }
        throw new TraceException(
                "Traces are not written as '" + name + "'.",
                "Maybe one of: " + String.join(", ", names) + ".");
    }
}
