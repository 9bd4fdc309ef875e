package dandori.sim;

import dandori.job.JobSource;
import dandori.job.Jobs;
import dandori.metric.JobLog;
import dandori.metric.JobReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The jobs that are there, where rows are used again: each is read as soon as it has left, and its
 * row is free at once. So a job that stays for long keeps nobody else. Sums and tables do not show
 * who has left first. Memory: a bit a row.
 */
final class Departures {

    private final JobSource source;
    private final Jobs jobs;
    private final Ledger ledger;
    private final List<JobReader> readers = new ArrayList<>();
    private final BitSet there = new BitSet(); // rows

    Departures(JobSource source, Ledger ledger) {
        this.source = source;
        this.jobs = source.jobs();
        this.ledger = ledger;
    }

    /** Has somebody told of each job. */
    void tell(JobReader reader) {
        readers.add(reader);
    }

    /** A job has come. */
    void came(int job) {
        there.set(job);
    }

    /** A job has left. */
    void left(int job, long nowMillis) {
        there.clear(job);
        read(job, ledger.log(jobs, nowMillis));
        source.rowFreed(job);
    }

    /** The run is over: those who are still there are read, too, in the order of arrival. */
    void over(JobLog log) {
        there.stream()
                .boxed()
                .sorted(Comparator.comparingLong(jobs::sequence))
                .forEach(job -> read(job, log));
        there.clear();
    }

    private void read(int job, JobLog log) {
        for (JobReader reader : readers) {
            reader.read(job, log);
        }
    }
}
