package dandori.trace.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.machine.AllocationUnit;
import dandori.trace.LogFile;
import dandori.trace.LogOptions;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written is read back, in all fields that the format holds. */
class RoundTripTest {

    private static final ZonedDateTime SPRING =
            ZonedDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneId.of("Asia/Tokyo"));
    private static final OutputWishes WISHES = new OutputWishes(true, 0, "a test");

    @TempDir private Path folder;

    private Path written(String name, JobStream jobs, TraceOutput output) throws IOException {
        Path file = folder.resolve(name);
        TraceExport.write(jobs, output, file, WISHES, () -> {});
        return file;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void swfKeepsItsEighteenFields(long seed) throws IOException {
        for (AllocationUnit unit : AllocationUnit.values()) {
            List<LoggedJob> jobs = new RandomJobs(seed).jobs(300);
            Path file = written("t.swf", new ListedJobs(jobs, unit, SPRING), new SwfOutput());
            assertThat(ListedJobs.texts(ListedJobs.read(file)))
                    .isEqualTo(ListedJobs.texts(asInSwf(jobs, unit)));
        }
    }

    /** Where each has a name, names are read from the header again, whatever is in them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void swfKeepsNamesThatItsHeaderLists(long seed) throws IOException {
        List<LoggedJob> jobs = new RandomJobs(seed).jobs(300);
        for (LoggedJob job : jobs) {
            job.user = job.user == null ? "u " + job.userNumber : job.user;
            job.group = job.group == null ? "g" + job.groupNumber : job.group;
            job.queue = "\"q\\u " + job.queueNumber;
            job.partition = job.partition == null ? "p" + job.partitionNumber : job.partition;
        }
        Path once =
                written(
                        "n.swf",
                        new ListedJobs(jobs, AllocationUnit.PROCESSOR, SPRING),
                        new SwfOutput());
        Path twice = written("m.swf", listed(once), new SwfOutput());

        assertThat(names(ListedJobs.read(once))).isEqualTo(names(jobs));
        assertThat(names(ListedJobs.read(twice))).isEqualTo(names(jobs));
        assertThat(Files.readString(once)).contains("\n; Names: User, Group, Queue, Partition\n");
        assertThat(Files.readAllLines(twice).stream().filter(line -> line.startsWith("; Names")))
                .hasSize(1);
    }

    private static List<List<@Nullable String>> names(List<LoggedJob> jobs) {
        return jobs.stream()
                .map(job -> Arrays.asList(job.user, job.group, job.queue, job.partition))
                .toList();
    }

    /** Headers by others describe queues, and do not name them. */
    @Test
    void whatOthersSayOfQueuesIsNoName() throws IOException {
        Path file = folder.resolve("others.swf");
        Files.writeString(
                file,
                "; MaxProcs: 8\n; Queue: 1 up to an hour\n1 0 1 5 1 -1 -1 1 9 -1 1 1 1 -1 1 1 -1 -1\n");

        assertThat(ListedJobs.read(file)).allSatisfy(job -> assertThat(job.queue).isNull());
    }

    /** What of the jobs the Standard Workload Format holds, said once more. */
    private static List<LoggedJob> asInSwf(List<LoggedJob> jobs, AllocationUnit unit) {
        Map<String, Long> users = new HashMap<>();
        Map<String, Long> groups = new HashMap<>();
        Map<String, Long> partitions = new HashMap<>();
        Set<Long> ownUsers = own(jobs, job -> job.user, job -> job.userNumber);
        Set<Long> ownGroups = own(jobs, job -> job.group, job -> job.groupNumber);
        Set<Long> ownPartitions = own(jobs, job -> job.partition, job -> job.partitionNumber);
        List<LoggedJob> held = new ArrayList<>();
        for (LoggedJob job : jobs) {
            LoggedJob its = new LoggedJob();
            its.set(job);
            boolean nodes = unit == AllocationUnit.NODE;
            if (unit != AllocationUnit.PROCESSOR) {
                its.requestedProcessors = nodes ? job.requestedNodes : job.requestedAccelerators;
                its.allocatedProcessors = nodes ? job.allocatedNodes : job.allocatedAccelerators;
            }
            its.requestedNodes = -1;
            its.allocatedNodes = -1;
            its.requestedAccelerators = -1;
            its.allocatedAccelerators = -1;
            its.end =
                    switch (job.end) {
                        case TIMEOUT, NODE_FAILED -> LoggedEnd.FAILED;
                        case PREEMPTED -> LoggedEnd.CANCELLED;
                        default -> job.end;
                    };
            its.userNumber = number(job.user, job.userNumber, users, ownUsers);
            its.groupNumber = number(job.group, job.groupNumber, groups, ownGroups);
            its.partitionNumber =
                    number(job.partition, job.partitionNumber, partitions, ownPartitions);
            its.waitMillis = unknownAsSwf(job.waitMillis);
            its.runMillis = unknownAsSwf(job.runMillis);
            its.walltimeMillis = unknownAsSwf(job.walltimeMillis);
            its.cpuMillis = unknownAsSwf(job.cpuMillis);
            its.thinkMillis = unknownAsSwf(job.thinkMillis);
            held.add(its);
        }
        return held;
    }

    /** The numbers by which the log itself knows somebody. */
    private static Set<Long> own(
            List<LoggedJob> jobs,
            Function<LoggedJob, @Nullable String> name,
            ToLongFunction<LoggedJob> number) {
        return jobs.stream()
                .filter(job -> name.apply(job) == null && number.applyAsLong(job) >= 0)
                .map(number::applyAsLong)
                .collect(Collectors.toSet());
    }

    /** That of a name is the first that nobody has. */
    private static long number(
            @Nullable String name, long number, Map<String, Long> known, Set<Long> own) {
        if (name == null) {
            return number;
        }
        long free = 1;
        while (own.contains(free) || known.containsValue(free)) {
            free++;
        }
        known.putIfAbsent(name, free);
        return known.get(name);
    }

    /** −1 s is the unknown of that format. */
    private static long unknownAsSwf(long millis) {
        return millis < 0 ? -1_000 : millis;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theJobTableKeepsAllFields(long seed) throws IOException {
        for (ZonedDateTime origin : new ZonedDateTime[] {null, SPRING}) {
            List<LoggedJob> jobs = new RandomJobs(seed).jobs(300);
            Path file =
                    written(
                            "t.csv.gz",
                            new ListedJobs(jobs, AllocationUnit.NODE, origin),
                            new TableOutput());
            List<LoggedJob> read = ListedJobs.read(file);
            long shift = origin == null ? 0 : read.get(0).submitMillis - jobs.get(0).submitMillis;
            read.forEach(job -> job.submitMillis -= shift);
            assertThat(shift % 3_600_000).isZero(); // other midnights are the beginning of time
            assertThat(ListedJobs.texts(read)).isEqualTo(ListedJobs.texts(jobs));
        }
    }

    @Test
    void batsimGetsSizesAndTimes() throws IOException {
        List<LoggedJob> jobs = new RandomJobs(7).jobs(300);
        Path file =
                written(
                        "t.json",
                        new ListedJobs(jobs, AllocationUnit.PROCESSOR, null),
                        new BatsimOutput());
        JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
        int at = 0;
        long largest = 0;
        for (LoggedJob job : jobs) {
            boolean asked = job.requestedProcessors > 0;
            long size = asked ? job.requestedProcessors : job.allocatedProcessors;
            if (size <= 0 || job.runMillis < 0) {
                continue;
            }
            JsonNode its = root.get("jobs").get(at++);
            assertThat(its.get("id").asLong()).isEqualTo(job.id);
            assertThat(millis(its.get("subtime"))).isEqualTo(job.submitMillis);
            assertThat(its.get("res").asLong()).isEqualTo(size);
            assertThat(its.has("walltime")).isEqualTo(job.walltimeMillis > 0);
            if (job.walltimeMillis > 0) {
                assertThat(millis(its.get("walltime"))).isEqualTo(job.walltimeMillis);
            }
            JsonNode profile = root.get("profiles").get(its.get("profile").asString());
            assertThat(profile.get("type").asString()).isEqualTo("delay");
            assertThat(millis(profile.get("delay"))).isEqualTo(Math.max(1, job.runMillis));
            largest = Math.max(largest, size);
        }
        assertThat(root.get("jobs").size()).isEqualTo(at);
        assertThat(root.get("nb_res").asLong()).isEqualTo(largest);
    }

    private static long millis(JsonNode seconds) {
        return new BigDecimal(seconds.toString()).movePointRight(3).longValueExact();
    }

    @Test
    void whatIsConvertedTwiceHasEqualBytes() throws IOException {
        List<LoggedJob> jobs = new RandomJobs(9).jobs(300);
        JobStream listed = new ListedJobs(jobs, AllocationUnit.PROCESSOR, SPRING);
        for (TraceOutput output : List.of(new SwfOutput(), new TableOutput())) {
            Path once = written("once" + output.name(), listed, output);
            Path twice = written("twice" + output.name(), listed(once), output);
            Path thrice = written("thrice" + output.name(), listed(twice), output);
            assertThat(thrice).hasSameBinaryContentAs(twice);
            listed = listed(once);
        }
    }

    private static JobStream listed(Path file) {
        var log = LogFile.open(file, LogOptions.none(), null, (read, all) -> {});
        return new JoinedLogs(List.of(log), new SubmitLimits(null, null));
    }

    @Test
    void onlyJobsThatAreWrittenAreCounted() throws IOException {
        LoggedJob whole = new LoggedJob();
        whole.requestedProcessors = 4;
        whole.runMillis = 5_000;
        List<LoggedJob> jobs = List.of(new LoggedJob(), whole, new LoggedJob());
        Path file = folder.resolve("t.json");
        ListedJobs stream = new ListedJobs(jobs, AllocationUnit.PROCESSOR, null);
        assertThat(TraceExport.write(stream, new BatsimOutput(), file, WISHES, () -> {}).jobs())
                .isEqualTo(1);
    }

    @Test
    void aWorkloadWithoutJobsIsNotWritten() {
        List<LoggedJob> jobs = List.of(new LoggedJob(), new LoggedJob());
        ListedJobs stream = new ListedJobs(jobs, AllocationUnit.PROCESSOR, null);
        assertThatThrownBy(() -> written("none.json", stream, new BatsimOutput()))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("2 jobs, and none can be written as a Batsim workload.");
        assertThat(folder.resolve("none.json")).doesNotExist();
    }
}
