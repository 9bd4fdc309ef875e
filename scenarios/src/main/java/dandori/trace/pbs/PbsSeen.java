package dandori.trace.pbs;

import dandori.trace.lines.SeenJobs;

/**
 * Which jobs a log has told of: their latest start, and whether they have started and ended.
 * Records may come in any order, since the files of several days may; so nobody is forgotten.
 */
final class PbsSeen {

    private static final int STARTED = 1;
    private static final int ENDED = 2;
    private static final int FLAGS = 2;

    private final SeenJobs jobs = new SeenJobs(); // flags, and a fingerprint of the latest start

    /** What the end of a run is. */
    enum Run {
        FIRST,
        FURTHER,
        REPEATED
    }

    /** A job waits, or has left without having run. */
    void known(String job) {
        long print = SeenJobs.print(job);
        if (jobs.get(print) == SeenJobs.UNSEEN) {
            jobs.put(print, 0);
        }
    }

    /** A job has started. */
    void started(String job) {
        long print = SeenJobs.print(job);
        jobs.put(print, of(print) | STARTED);
    }

    /** A run has ended; which it is shows in its start. */
    Run ended(String job, long startMillis) {
        long print = SeenJobs.print(job);
        int before = of(print);
        int start = (int) (SeenJobs.print(startMillis) >>> Long.SIZE - 29);
        jobs.put(print, start << FLAGS | STARTED | ENDED);
        if ((before & ENDED) == 0) {
            return Run.FIRST;
        }
        return before >> FLAGS == start ? Run.REPEATED : Run.FURTHER;
    }

    /** A job has left without a start, as the record of its end says. */
    boolean leftUnstarted(String job) {
        long print = SeenJobs.print(job);
        int before = of(print);
        jobs.put(print, before | ENDED);
        return (before & ENDED) == 0;
    }

    private int of(long print) {
        int known = jobs.get(print);
        return known == SeenJobs.UNSEEN ? 0 : known;
    }

    /** How many jobs have no end; those that started, or the others. */
    long withoutEnd(boolean started) {
        return jobs.count(state -> (state & ENDED) == 0 && (state & STARTED) != 0 == started);
    }
}
