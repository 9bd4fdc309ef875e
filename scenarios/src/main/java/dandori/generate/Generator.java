package dandori.generate;

import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that draws jobs: {@code generate: {model: name, …}} in scenario files.
 *
 * <p>Found with {@link java.util.ServiceLoader}. An option whose name has a dot stands one level
 * deeper in the file: {@code nodes.min} is {@code nodes: {min: 1}}. The jobs must be a function of
 * the options and the demand alone, whose random streams are split by purpose: use one stream a
 * purpose and one draw a job, so that a job's size does not depend on how arrivals were drawn. Use
 * {@link StrictMath}, never {@link Math}, for logarithms, powers and exponentials. One instance
 * draws for several seeds, perhaps at the same time: it must be safe for several threads.
 */
public interface Generator {

    /** The name, in lower case with hyphens. */
    String name();

    /** One sentence that says what it draws. */
    String says();

    /** Where it is from: a paper; empty where that is common knowledge. */
    default String source() {
        return "";
    }

    /** The options that it takes, without the load. */
    List<Option> options();

    /**
     * What is wrong with options that are each right by themselves: sentences by option name; empty
     * if nothing is.
     *
     * @param options checked against {@link #options()}
     * @param machineNodes the size of the machine that the jobs are for
     */
    default Map<String, String> conflicts(Options options, int machineNodes) {
        return Map.of();
    }

    /**
     * The names of all users that jobs may have, whether they draw any or not; empty if they are
     * not known beforehand.
     *
     * @param options complete
     * @param organization whose jobs they are
     */
    default Optional<List<String>> users(Options options, String organization) {
        return Optional.empty();
    }

    /** How many jobs are to be expected. */
    double expectedJobs(Options options, Demand demand);

    /**
     * Draws the jobs and adds them, in order of submission, numbered from 1.
     *
     * @return what was asked for and what came out
     */
    List<Figure> generate(Options options, Demand demand, WorkloadBuilder jobs);
}
