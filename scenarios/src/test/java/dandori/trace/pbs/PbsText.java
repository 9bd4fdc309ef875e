package dandori.trace.pbs;

import java.util.List;
import java.util.stream.IntStream;

/** Records of accounting logs, written in tests. */
final class PbsText {

    /** 6 April 2020, 00:00 UTC. */
    static final long MIDNIGHT = 1_586_131_200L;

    private PbsText() {}

    /** The end of a run as PBS Professional writes it; times are seconds after midnight. */
    static String pro(String id, long submit, long start, long end) {
        return record(
                'E',
                id,
                "user=ann group=users account=\"the lab\" project=_pbs_project_default"
                        + " jobname=run queue=workq"
                        + times(submit, start)
                        + " exec_host=n1/0*8+n2/0*8"
                        + " exec_vnode=(n1:ncpus=8:mem=1gb:ngpus=1)+(n2:ncpus=8:mem=1gb:ngpus=1)"
                        + " Resource_List.ncpus=16 Resource_List.ngpus=2 Resource_List.nodect=2"
                        + " Resource_List.place=scatter"
                        + " Resource_List.select=2:ncpus=8:mpiprocs=8:ngpus=1:mem=1gb"
                        + " Resource_List.walltime=01:00:00 session=77 end="
                        + (MIDNIGHT + end)
                        + " Exit_status=0 resources_used.cpupercent=90"
                        + " resources_used.cput=00:02:40 resources_used.mem=160kb"
                        + " run_count=1");
    }

    /** The end of a run as Torque writes it. */
    static String torque(String id, long submit, long start, long end) {
        return record(
                'E',
                id,
                "user=bob group=physics jobname=STDIN queue=batch"
                        + times(submit, start)
                        + " owner=bob@login exec_host=n1/0+n1/1+n2/0-1"
                        + " Resource_List.neednodes=2:ppn=2 Resource_List.nodect=2"
                        + " Resource_List.nodes=2:ppn=2 Resource_List.walltime=1:00:00:00"
                        + " session=9 total_execution_slots=4 unique_node_count=2 end="
                        + (MIDNIGHT + end)
                        + " Exit_status=271 resources_used.cput=00:00:10"
                        + " resources_used.walltime=00:01:40");
    }

    static String record(char type, String id, String attributes) {
        return "04/06/2020 10:00:00;" + type + ";" + id + ";" + attributes + "\n";
    }

    /** The same records, a second after one another. */
    static List<String> inTime(List<String> records) {
        return IntStream.range(0, records.size())
                .mapToObj(i ->
                        records.get(i)
                                .replaceFirst(
                                        " 10:00:00;", " 10:%02d:%02d;".formatted(i / 60, i % 60)))
                .toList();
    }

    private static String times(long submit, long start) {
        return " ctime=%d qtime=%d etime=%d start=%d"
                .formatted(
                        MIDNIGHT + submit, MIDNIGHT + submit, MIDNIGHT + submit, MIDNIGHT + start);
    }
}
