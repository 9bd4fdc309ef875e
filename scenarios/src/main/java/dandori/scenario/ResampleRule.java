package dandori.scenario;

/**
 * How the users of a trace are mixed into other logs, one a seed.
 *
 * @param users how many the trace would have; 0: as many as it has
 * @param weeks how long the new log is; 0: as the run, or as the trace if the run has no length
 * @param longTermMillis users whose first and last job are at least so far apart are long-term
 */
public record ResampleRule(int users, int weeks, long longTermMillis) {}
