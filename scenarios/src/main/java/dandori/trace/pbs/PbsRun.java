package dandori.trace.pbs;

import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.lines.LogNumbers;
import org.jspecify.annotations.Nullable;

/** What the attributes of a run that has ended say of its size, its user and its end. */
final class PbsRun {

    private static final String DEFAULT_PROJECT = "_pbs_project_default";

    private PbsRun() {}

    static void fill(String id, PbsFields fields, LoggedJob job) {
        job.id = number(id);
        job.walltimeMillis = fields.spanMillis("Resource_List.walltime");
        job.user = fields.text("user");
        job.group = group(fields);
        job.queue = fields.text("queue");
        String exit = fields.text("Exit_status");
        if (exit != null) {
            job.end = exit.equals("0") ? LoggedEnd.COMPLETED : LoggedEnd.FAILED;
        }
        size(fields, job);
        long processors = Math.max(job.allocatedProcessors, job.requestedProcessors);
        if (processors > 0) {
            long cpuMillis = fields.spanMillis("resources_used.cput");
            job.cpuMillis = cpuMillis < 0 ? -1 : cpuMillis / processors;
            job.memoryKilobytes = share(fields.kilobytes("resources_used.mem"), processors);
            job.requestedMemoryKilobytes = share(fields.kilobytes("Resource_List.mem"), processors);
        }
    }

    private static void size(PbsFields fields, LoggedJob job) {
        String select = fields.text("Resource_List.select");
        PbsChunks chunks =
                PbsChunks.of(select != null ? select : fields.text("Resource_List.nodes"));
        PbsHosts hosts = PbsHosts.of(fields.text("exec_host"));
        PbsHosts virtual = PbsHosts.ofVirtual(fields.text("exec_vnode"));
        job.requestedProcessors =
                Math.max(
                        chunks.processors(),
                        Math.max(
                                fields.whole("Resource_List.ncpus"),
                                fields.whole("Resource_List.procs")));
        job.allocatedProcessors =
                first(
                        virtual.processors(),
                        hosts.processors(),
                        fields.whole("total_execution_slots"));
        job.allocatedNodes =
                first(hosts.nodes(), virtual.nodes(), fields.whole("unique_node_count"));
        if (select == null || job.allocatedNodes < 0 || isSpread(fields, chunks)) {
            job.requestedNodes = first(chunks.count(), fields.whole("Resource_List.nodect"), -1);
        }
        job.requestedAccelerators =
                Math.max(chunks.accelerators(), fields.whole("Resource_List.ngpus"));
        long gpus = PbsHosts.of(fields.text("exec_gpus")).processors();
        job.allocatedAccelerators = first(virtual.accelerators(), gpus, -1);
    }

    /** Whether each chunk must have a node of its own; else several may share one. */
    private static boolean isSpread(PbsFields fields, PbsChunks chunks) {
        String place = fields.text("Resource_List.place");
        boolean scattered = place != null && (":" + place + ":").contains(":scatter:");
        return scattered || chunks.count() == 1;
    }

    private static long first(long one, long two, long three) {
        return one > 0 ? one : two > 0 ? two : Math.max(one, three);
    }

    private static long share(long amount, long processors) {
        return amount < 0 ? -1 : amount / processors;
    }

    private static @Nullable String group(PbsFields fields) {
        String account = fields.text("account");
        String project = fields.text("project");
        if (account != null) {
            return account;
        }
        return project != null && !project.equals(DEFAULT_PROJECT) ? project : fields.text("group");
    }

    /** The number that a job's name begins with: 123 of {@code 123[4].server}. */
    private static long number(String id) {
        int end = 0;
        while (end < id.length() && id.charAt(end) >= '0' && id.charAt(end) <= '9') {
            end++;
        }
        return LogNumbers.whole(id.substring(0, end));
    }
}
