package dandori.fit;

/**
 * Which time limits jobs of some run times ask for.
 *
 * @param upToSeconds the longest run time of the class; longer than that of the class before
 * @param limitSeconds time limits in seconds
 */
public record LimitClass(double upToSeconds, PopularValues limitSeconds) {}
