package dandori.trace.export;

import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Jobs of which anything may be known or not. */
final class RandomJobs {

    private final SplittableRandom random;

    RandomJobs(long seed) {
        random = new SplittableRandom(seed);
    }

    List<LoggedJob> jobs(int count) {
        List<LoggedJob> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(job());
        }
        return jobs;
    }

    private LoggedJob job() {
        LoggedJob job = new LoggedJob();
        job.id = random.nextLong(-5, 1L << 40);
        job.submitMillis = random.nextLong(-100_000, 1L << 36);
        job.waitMillis = millis();
        job.runMillis = millis();
        job.walltimeMillis = millis();
        job.requestedNodes = whole();
        job.allocatedNodes = whole();
        job.requestedProcessors = whole();
        job.allocatedProcessors = whole();
        job.requestedAccelerators = whole();
        job.allocatedAccelerators = whole();
        job.cpuMillis = millis();
        job.memoryKilobytes = whole();
        job.requestedMemoryKilobytes = whole();
        LoggedEnd[] ends = LoggedEnd.values();
        job.end = ends[random.nextInt(ends.length)];
        boolean isNamed = random.nextBoolean();
        job.user = isNamed ? name() : null;
        job.userNumber = isNamed ? -1 : whole();
        job.group = name();
        job.queueNumber = whole();
        job.partition = random.nextBoolean() ? name() : null;
        job.applicationNumber = whole();
        job.precedingId = whole();
        job.thinkMillis = millis();
        return job;
    }

    private long whole() {
        return random.nextInt(4) == 0 ? -1 : random.nextInt(3) == 0 ? 0 : random.nextInt(1 << 30);
    }

    private long millis() {
        return random.nextInt(4) == 0
                ? -1
                : random.nextBoolean()
                        ? 1_000L * random.nextInt(1 << 22)
                        : random.nextLong(1L << 36);
    }

    private String name() {
        String[] names = {"ada", "a,b", "\"q\"", "two\nlines", " blanks ", "漢字", "007", "-1", ";x"};
        return names[random.nextInt(names.length)];
    }
}
