package dandori.trace;

import dandori.job.Condition;
import dandori.job.WorkloadBuilder;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/**
 * What a trace says: which job each one follows, and how long its user thought before.
 *
 * <p>Cost: one look-up a job in a map of all job numbers, about 24 bytes a job while reading.
 */
final class JobLinks {

    private final WorkloadBuilder builder;
    private final Findings findings;
    private final LongIntHashMap placeOfId = new LongIntHashMap(); // of the last line so far

    JobLinks(WorkloadBuilder builder, Findings findings) {
        this.builder = builder;
        this.findings = findings;
    }

    /**
     * Takes the job that was added last.
     *
     * @param preceding the number of the job before it, not above 0 if there is none
     * @param thinkMillis the time between, below 0 if it is not known
     */
    void take(long id, long preceding, long thinkMillis) {
        int place = builder.count() - 1;
        if (preceding > 0) {
            int leader = placeOfId.getIfAbsent(preceding, -1);
            if (leader < 0) {
                findings.add(Finding.PRECEDING_UNKNOWN);
            } else if (thinkMillis < 0) {
                findings.add(Finding.THINK_UNKNOWN);
                builder.dependencies().dependsOn(place, leader, Condition.LEFT);
            } else {
                findings.add(Finding.FOLLOWS);
                builder.dependencies().follows(place, leader, thinkMillis);
            }
        }
        placeOfId.put(id, place);
    }
}
