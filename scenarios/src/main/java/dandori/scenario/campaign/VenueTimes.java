package dandori.scenario.campaign;

import dandori.engine.Durations;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Units;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the time limit of a campaign's jobs, which must suffice for a start, a step and an end. */
final class VenueTimes {

    private static final double A_TENTH_MORE = 1.1;
    private static final long LONGEST_MILLIS = 1_000L * 365 * 24 * Durations.HOUR_MILLIS;

    private final Values values;
    private final double stepMillis;
    private final long checkpointMillis;
    private final Issues issues;

    VenueTimes(Values values, double stepMillis, long checkpointMillis, Issues issues) {
        this.values = values;
        this.stepMillis = stepMillis;
        this.checkpointMillis = checkpointMillis;
        this.issues = issues;
    }

    /**
     * The time limit: that which is given, else the longest allowed, else a tenth more than needed.
     *
     * @param limits what the machine's groups allow
     * @param nodes how many nodes each job asks for
     * @param stepsToDo how many optimizer steps are to be done
     */
    long pieceMillis(VenueLimits limits, int nodes, long stepsToDo) {
        long longestMillis = limits.longestMillis(nodes);
        long least =
                values.millis("restart")
                        + values.millis("margin")
                        + checkpointMillis
                        + (long) Math.ceil(stepMillis);
        double needed = least + A_TENTH_MORE * stepMillis * stepsToDo;
        long whole =
                (long)
                        Math.min(
                                LONGEST_MILLIS,
                                Math.ceil(needed / Durations.HOUR_MILLIS) * Durations.HOUR_MILLIS);
        boolean isGiven = values.has("piece");
        long piece = isGiven ? values.millis("piece") : Math.min(longestMillis, whole);
        if (piece < least) {
            Node at = Objects.requireNonNullElse(values.node("piece"), values.mapping());
            issues.add(
                    at,
                    "a job of %s cannot start (%s), make a step (%s), write a checkpoint (%s) and be done %s before its limit."
                            .formatted(
                                    Units.duration(piece),
                                    values.text("restart"),
                                    Units.duration((long) Math.ceil(stepMillis)),
                                    Units.duration(checkpointMillis),
                                    values.text("margin")),
                    longestMillis < least
                            ? "another group; this one allows no more than %s."
                                    .formatted(Units.duration(longestMillis))
                            : "piece: " + enough(least, longestMillis));
        } else if (isGiven && piece > longestMillis) {
            issues.add(
                    Objects.requireNonNull(values.node("piece")),
                    "is longer than the %s that the group allows."
                            .formatted(Units.duration(longestMillis)),
                    "piece: " + Units.duration(longestMillis) + other(limits.other(nodes, piece)));
        }
        return piece;
    }

    /** A day if that is enough and allowed; else whole hours that are. */
    private static String enough(long leastMillis, long longestMillis) {
        long hours = (leastMillis + Durations.HOUR_MILLIS - 1) / Durations.HOUR_MILLIS;
        long millis = Math.min(longestMillis, Math.max(24, hours) * Durations.HOUR_MILLIS);
        return millis == 24 * Durations.HOUR_MILLIS ? "24h" : Units.duration(millis);
    }

    private static String other(@Nullable String group) {
        return group == null ? "" : ", or partition: " + group;
    }
}
