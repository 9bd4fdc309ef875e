package dandori.trace.export;

import dandori.machine.AllocationUnit;
import dandori.trace.LoggedJob;
import dandori.trace.SwfNames;
import dandori.trace.SwfWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes the Standard Workload Format, version 2.2: a header ({@link SwfHead}), then a line a job.
 *
 * <p>Names become numbers, in the order in which they come, without those that the log itself uses.
 * Sizes are what the log counts; where that is not processors, a note says so. The jobs are kept in
 * a file beside until it is known how many there are, and which numbers they use. Cost: O(1) a job;
 * memory: that of the names.
 */
public final class SwfOutput implements TraceOutput {

    private static final int[] FIELDS = {12, 13, 15, 16}; // of users, groups, queues, partitions

    /** For {@link java.util.ServiceLoader}. */
    public SwfOutput() {}

    @Override
    public String name() {
        return "swf";
    }

    @Override
    public String title() {
        return "the Standard Workload Format";
    }

    @Override
    public List<String> endings() {
        return List.of(".swf");
    }

    @Override
    public Set<LoggedField> holds(AllocationUnit unit) {
        Set<LoggedField> holds = EnumSet.allOf(LoggedField.class);
        holds.removeAll(
                EnumSet.range(LoggedField.REQUESTED_NODES, LoggedField.ALLOCATED_ACCELERATORS));
        holds.removeAll(
                EnumSet.of(
                        LoggedField.EXACT_END,
                        LoggedField.USER_NAME,
                        LoggedField.GROUP_NAME,
                        LoggedField.QUEUE_NAME,
                        LoggedField.PARTITION_NAME));
        holds.addAll(SizeOfJob.fields(unit));
        return holds;
    }

    @Override
    public List<String> lacks() {
        return List.of();
    }

    @Override
    public List<String> write(JobStream jobs, Destination to, OutputWishes wishes)
            throws IOException {
        List<NumberedNames> names =
                List.of(
                        new NumberedNames("User"),
                        new NumberedNames("Group"),
                        new NumberedNames("Queue"),
                        new NumberedNames("Partition"));
        Path body = to.beside();
        long count;
        try (OutputStream out = Files.newOutputStream(body)) {
            count = writeJobs(jobs, new SwfWriter(out), names);
        }
        try (OutputStream out = to.open()) {
            new SwfWriter(out).header(SwfHead.entries(jobs, count, names, wishes));
            if (names.stream().anyMatch(NumberedNames::changes)) {
                copyChanged(body, out, names);
            } else {
                Files.copy(body, out);
            }
        }
        Files.delete(body);
        List<String> remarks = new ArrayList<>();
        if (wishes.names() && nameCharacters(names) > SwfNames.LIMIT) {
            remarks.add("names beyond 16 MB are in the header, and are not read back from there");
        }
        for (NumberedNames kind : names) {
            if (kind.mixes()) {
                String who = kind.key().toLowerCase(Locale.ROOT);
                remarks.add(who + "s known partly by name and partly by number: each has its own");
            }
        }
        return remarks;
    }

    private static long nameCharacters(List<NumberedNames> names) {
        return names.stream().mapToLong(NumberedNames::characters).sum();
    }

    /** Copies jobs, the numbers of their users and of all else that may have names changed. */
    private static void copyChanged(Path body, OutputStream out, List<NumberedNames> names)
            throws IOException {
        try (BufferedReader jobs = Files.newBufferedReader(body, StandardCharsets.US_ASCII)) {
            for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
                String[] values = line.split(" ");
                for (int i = 0; i < FIELDS.length; i++) {
                    long number = Long.parseLong(values[FIELDS[i] - 1]);
                    values[FIELDS[i] - 1] = Long.toString(names.get(i).last(number));
                }
                out.write((String.join(" ", values) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static long writeJobs(JobStream jobs, SwfWriter writer, List<NumberedNames> names)
            throws IOException {
        NumberedNames users = names.get(0);
        NumberedNames groups = names.get(1);
        NumberedNames queues = names.get(2);
        NumberedNames partitions = names.get(3);
        AllocationUnit unit = jobs.unit();
        LoggedJob job = new LoggedJob();
        long count = 0;
        while (jobs.next(job)) {
            writer.job(
                    job,
                    job.allocated(unit),
                    job.requested(unit),
                    users.number(job.user, job.userNumber),
                    groups.number(job.group, job.groupNumber),
                    queues.number(job.queue, job.queueNumber),
                    partitions.number(job.partition, job.partitionNumber));
            count++;
        }
        writer.flush();
        return count;
    }
}
