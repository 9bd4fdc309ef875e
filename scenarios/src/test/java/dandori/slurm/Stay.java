package dandori.slurm;

/**
 * What became of a job, in seconds since the daemons have begun. Slurm tells whole ones.
 *
 * @param submit when it was submitted
 * @param start when it started
 * @param end when it ended
 */
record Stay(long submit, long start, long end) {}
