package dandori.trace;

/**
 * Who uses how much of a machine, by a trace.
 *
 * @param name the user's or the organization's name
 * @param jobs how many jobs
 * @param nodeHours units × run time, in hours
 * @param share its part of the node hours of all jobs, 0 to 1
 */
public record Contributor(String name, int jobs, double nodeHours, double share) {}
