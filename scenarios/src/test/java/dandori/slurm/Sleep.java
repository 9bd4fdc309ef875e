package dandori.slurm;

/**
 * A job that sleeps.
 *
 * @param submitSeconds when it is to be submitted, since the daemons have begun
 * @param nodes how many nodes it asks for
 * @param limitMinutes its time limit; Slurm rounds limits up to whole minutes
 * @param runSeconds how long it sleeps
 * @param partition the partition that it asks for
 * @param organization the account at the top below which its own is; empty without accounts
 * @param account its account, and the name of its only user here; empty without accounts
 */
record Sleep(
        int submitSeconds,
        int nodes,
        int limitMinutes,
        int runSeconds,
        String partition,
        String organization,
        String account) {

    Sleep(int submitSeconds, int nodes, int limitMinutes, int runSeconds, String partition) {
        this(submitSeconds, nodes, limitMinutes, runSeconds, partition, "", "");
    }

    Sleep(int submitSeconds, int nodes, int limitMinutes, int runSeconds) {
        this(submitSeconds, nodes, limitMinutes, runSeconds, Trial.PARTITION);
    }
}
