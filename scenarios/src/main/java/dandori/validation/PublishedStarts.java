package dandori.validation;

/**
 * A published schedule, to be met job by job.
 *
 * @param file the study's name for the table: CSV with a head, gzipped if its name ends so
 * @param job the column of job numbers
 * @param start the column of starts, in seconds
 */
public record PublishedStarts(String file, String job, String start) {}
