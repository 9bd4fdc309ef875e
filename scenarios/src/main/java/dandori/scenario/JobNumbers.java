package dandori.scenario;

import dandori.job.Workload;
import java.util.BitSet;
import java.util.List;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/**
 * The numbers of the jobs of several streams. Those of a snapshot keep the numbers that their site
 * knows them by, and the others are numbered on from the largest of these, in the order in which
 * they come: from 1 where there is no snapshot. Jobs of a single stream keep theirs; where numbers
 * of snapshots repeat, nobody keeps any.
 */
final class JobNumbers {

    private final BitSet keeping; // streams
    private long last;

    private JobNumbers(BitSet keeping, long last) {
        this.keeping = keeping;
        this.last = last;
    }

    /** The numbers of the streams' jobs. */
    static JobNumbers of(List<Stream> streams, List<Workload> ofStreams) {
        BitSet keeping = new BitSet();
        if (ofStreams.size() == 1) {
            keeping.set(0);
            return new JobNumbers(keeping, 0);
        }
        LongHashSet known = new LongHashSet();
        long largest = 0;
        for (int i = 0; i < ofStreams.size(); i++) {
            if (streams.get(i) instanceof SnapshotStream) {
                keeping.set(i);
                Workload its = ofStreams.get(i);
                for (int job = 0; job < its.count(); job++) {
                    long number = its.jobs().id(job);
                    if (!known.add(number)) {
                        return new JobNumbers(new BitSet(), 0);
                    }
                    largest = Math.max(largest, number);
                }
            }
        }
        return new JobNumbers(keeping, largest);
    }

    /** The number of the next job, which is of a stream that calls it by its own. */
    long next(int stream, long own) {
        return keeping.get(stream) ? own : ++last;
    }
}
