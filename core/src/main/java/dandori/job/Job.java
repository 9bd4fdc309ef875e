package dandori.job;

/**
 * One job as a value: the form at the edge, for tests and for workloads written by hand. Inside a
 * run a job is a row of {@link Jobs}.
 *
 * @param id the job's number, as it will stand in results
 * @param submitMillis when it is submitted, in milliseconds since the origin
 * @param nodes how many units it asks for; at least 1
 * @param walltimeMillis its time limit; at least 0
 * @param runMillis how long it would run if nothing stopped it; at least 0
 * @param user its user's name; empty if unknown
 * @param organization its organization's name; empty if unknown
 * @param partition the partition that it asks for; empty if unknown
 * @param request what it asks for beyond that
 */
public record Job(
        long id,
        long submitMillis,
        int nodes,
        long walltimeMillis,
        long runMillis,
        String user,
        String organization,
        String partition,
        Request request) {

    /** A job that asks for nothing beyond nodes and time. */
    public Job(
            long id,
            long submitMillis,
            int nodes,
            long walltimeMillis,
            long runMillis,
            String user,
            String organization,
            String partition) {
        this(
                id,
                submitMillis,
                nodes,
                walltimeMillis,
                runMillis,
                user,
                organization,
                partition,
                Request.PLAIN);
    }

    /** A job of nobody in particular that asks for a shape, and for its nodes. */
    public Job(long id, long submitMillis, Shape shape, long walltimeMillis, long runMillis) {
        this(
                id,
                submitMillis,
                shape.nodes(),
                walltimeMillis,
                runMillis,
                "",
                "",
                "",
                Request.of(shape));
    }

    /** A job of nobody in particular whose time limit is {@code walltimeMillis}. */
    public Job(long id, long submitMillis, int nodes, long walltimeMillis, long runMillis) {
        this(id, submitMillis, nodes, walltimeMillis, runMillis, "", "", "");
    }
}
