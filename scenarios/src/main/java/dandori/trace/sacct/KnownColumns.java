package dandori.trace.sacct;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All columns that sacct of any version prints, from its list of fields (sacct --helpformat). */
final class KnownColumns {

    private static final Map<String, Shape> SHAPES = shapes();

    private KnownColumns() {}

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new HashMap<>();
        put(shapes, Shape.JOB, "JobID JobIDRaw");
        put(shapes, Shape.STATE, "State");
        put(shapes, Shape.DATE, "Eligible End Start Submit");
        put(shapes, Shape.WORD, "Account Cluster Group McsLabel Partition QOS QOSREQ User");
        put(
                shapes,
                Shape.TEXT,
                "AdminComment Comment Constraints Container Extra JobName Licenses StdErr StdIn"
                        + " StdOut SubmitLine SystemComment WorkDir");
        put(
                shapes,
                Shape.DURATION,
                "AveCPU CPUTime Elapsed MinCPU Planned PlannedCPU Reserved ResvCPU Suspended"
                        + " SystemCPU Timelimit TotalCPU UserCPU");
        put(
                shapes,
                Shape.COUNT,
                "AllocCPUS AllocNodes AssocID AveCPUFreq AveDiskRead AveDiskWrite AvePages AveRSS"
                        + " AveVMSize ConsumedEnergy ConsumedEnergyRaw CPUTimeRAW DBIndex ElapsedRaw"
                        + " GID MaxDiskRead MaxDiskReadTask MaxDiskWrite MaxDiskWriteTask MaxPages"
                        + " MaxPagesTask MaxRSS MaxRSSTask MaxVMSize MaxVMSizeTask MinCPUTask NCPUS"
                        + " NNodes NTasks PlannedCPURAW Priority QOSRAW ReqCPUS ReqMem ReqNodes"
                        + " ReservationId ResvCPURAW Restarts TimelimitRaw UID");
        put(
                shapes,
                Shape.TRES,
                "AllocTRES ReqTRES TRESUsageInAve TRESUsageInMax TRESUsageInMaxNode"
                        + " TRESUsageInMaxTask TRESUsageInMin TRESUsageInMinNode TRESUsageInMinTask"
                        + " TRESUsageInTot TRESUsageOutAve TRESUsageOutMax TRESUsageOutMaxNode"
                        + " TRESUsageOutMaxTask TRESUsageOutMin TRESUsageOutMinNode"
                        + " TRESUsageOutMinTask TRESUsageOutTot");
        put(
                shapes,
                Shape.ANY,
                "AllocGRES BlockID DerivedExitCode ExitCode FailedNode Flags Layout"
                        + " MaxDiskReadNode MaxDiskWriteNode MaxPagesNode MaxRSSNode MaxVMSizeNode"
                        + " MinCPUNode NodeList Reason ReqCPUFreq ReqCPUFreqGov ReqCPUFreqMax"
                        + " ReqCPUFreqMin ReqGRES Reservation SegmentSize SLUID WCKey WCKeyID");
        return Map.copyOf(shapes);
    }

    private static void put(Map<String, Shape> shapes, Shape shape, String names) {
        for (String name : names.split(" ")) {
            shapes.put(name.toLowerCase(Locale.ROOT), shape);
        }
    }

    /** What the values of a column look like; null if there is no such column. */
    static @Nullable Shape shape(String name) {
        return SHAPES.get(name.toLowerCase(Locale.ROOT));
    }
}
