package dandori.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A batch system, as far as an array of tasks goes each of which plays a shard. */
interface ShardArray {

    /**
     * Looks whether the batch system can be called from here at all.
     *
     * @throws WrongCallException if not
     */
    void check() throws IOException, InterruptedException;

    /**
     * Submits tasks for these shards, and says as which job.
     *
     * @throws BatchException if they are not taken, with the words of the batch system
     */
    String submit(List<Integer> shards) throws IOException, InterruptedException;

    /**
     * The shards of a job that wait or run, each with its state; empty if the batch system does not
     * answer, which is no reason to give up.
     */
    Optional<Map<Integer, String>> active(String job) throws IOException, InterruptedException;
}
