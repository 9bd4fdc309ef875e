package dandori.trace.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.trace.TraceFormat;
import dandori.trace.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in the form of published logs, made up by hand. */
class PublishedLogsTest {

    private static final String PHILLY =
            """
            timestamp,duration,num_gpus,gpu_time,cluster
            2017-10-09 07:00:00,66.0,1,66.0,c1
            2017-10-09 08:00:00,2951.5,8,23612.0,c2

            """;
    private static final String SEREN =
            """
            job_id,user,node_num,gpu_num,cpu_num,type,state,submit_time,start_time,end_time,duration,queue,gpu_time
            5,u1,2,16,256,Other,FAILED,2023-03-01 00:10:00+08:00,2023-03-01 00:10:30+08:00,2023-03-01 00:12:00+08:00,90,30,1440.0
            6,u2,1,0,8,Other,COMPLETED,2023-03-01 00:10:00+08:00,2023-03-01 00:10:30+08:00,2023-03-01 00:12:00+08:00,90,30,0.0
            """;
    private static final String KALOS =
            """
            job_id,user,node_num,gpu_num,cpu_num,mem_per_pod_GB,shared_mem_per_pod,type,state,submit_time,start_time,end_time,fail_time,stop_time,duration,queue,gpu_time
            dlcab,u1,8,64,960,1000,100.0,Pretrain,CANCELLED,2023-05-17 11:00:00+00:00,2023-05-17 11:00:10+00:00,2023-05-17 11:01:00+00:00,,2023-05-17 11:01:00+00:00,60,10.0,3840.0
            """;
    private static final String HELIOS =
            """
            job_id,user,vc,gpu_num,cpu_num,node_num,state,submit_time,start_time,end_time,duration,queue
            1,ua,vcx,4,16,1,NODE_FAIL,2020-06-09 18:41:00,2020-06-09 18:42:00,2020-06-09 18:45:00,180,60
            """;
    private static final String PAI =
            """
            4f057009a5d481acec67b088,worker,3.0,Terminated,1739100.0,1739200.0,600.0,29.29,50.0,MISC
            4f057009a5d481acec67b089,ps,1.0,Terminated,1739100.0,1739200.0,600.0,29.29,,
            4f057009a5d481acec67b08a,worker,1.0,Running,1739100.0,,600.0,29.29,100.0,T4
            """;
    private static final String PODS =
            """
            name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,creation_time,deletion_time,scheduled_time
            openb-pod-0001,4000,15258,1,220,,BE,Running,100,400,130
            openb-pod-0002,88000,327680,8,1000,,Burstable,Succeeded,200,500,200
            """;

    @TempDir private Path folder;

    private String jobs(String table) throws IOException {
        return CsvText.jobs(CsvText.seen(folder, table));
    }

    @Test
    void eachIsRecognizedByOneFormatOnly() {
        for (String table : new String[] {PHILLY, SEREN, KALOS, HELIOS, PAI, PODS}) {
            byte[] head = table.getBytes(StandardCharsets.UTF_8);
            assertThat(Traces.formats().stream().filter(format -> format.recognizes(head)))
                    .as(table)
                    .hasSize(1);
        }
        assertThat(Traces.formats().stream().map(TraceFormat::name))
                .contains("csv", "philly", "acme", "helios", "alibaba-pai", "alibaba-pods");
    }

    @Test
    void philly() throws IOException {
        var trace = CsvText.seen(folder, PHILLY);

        assertThat(CsvText.jobs(trace))
                .isEqualTo("1: at 25200, 1 for 66 of 66 | 2: at 28800, 8 for 2951 of 2951");
        assertThat(trace.workload().runMillis(1)).isEqualTo(2_951_500);
        assertThat(trace.workload().organizations()).containsExactly("c1", "c2");
        assertThat(CsvText.notes(trace))
                .containsExactly(
                        "repaired no-estimates 2",
                        "noted allocated-unknown 2",
                        "noted no-waits 2",
                        "header zone-assumed 1");
    }

    @Test
    void acme() throws IOException {
        var seren = CsvText.seen(folder, SEREN);
        assertThat(CsvText.jobs(seren)).isEqualTo("5: at 58200, 16 for 90 of 90");
        assertThat(CsvText.notes(seren)).contains("skipped no-accelerators 1");
        assertThat(seren.workload().jobs().loggedWaitMillis(0)).isEqualTo(30_000);

        var kalos = CsvText.seen(folder, KALOS);
        assertThat(CsvText.jobs(kalos)).isEqualTo("1: at 39600, 64 for 50 of 50");
        assertThat(CsvText.notes(kalos)).contains("noted csv-id-text 1");
    }

    @Test
    void helios() throws IOException {
        var trace = CsvText.seen(folder, HELIOS);
        assertThat(CsvText.jobs(trace)).isEqualTo("1: at 67260, 4 for 180 of 180");
        assertThat(trace.workload().organizations()).containsExactly("vcx");
        assertThat(jobs(HELIOS.replace("vc,", "").replace("vcx,", "")))
                .isEqualTo("1: at 67260, 4 for 180 of 180");
    }

    @Test
    void alibaba() throws IOException {
        var tasks = CsvText.seen(folder, PAI);
        assertThat(CsvText.jobs(tasks)).isEqualTo("1: at 1739100, 2 for 100 of 100");
        assertThat(CsvText.notes(tasks))
                .contains(
                        "skipped no-accelerators 1",
                        "skipped run-unknown 1",
                        "repaired csv-rounded-up 1",
                        "noted no-waits 1");
        String names =
                "job_name,task_name,inst_num,status,start_time,end_time,plan_cpu,plan_mem,plan_gpu,"
                        + "gpu_type\n";
        assertThat(jobs(names + PAI)).isEqualTo("1: at 1739100, 2 for 100 of 100");

        assertThat(jobs(PODS))
                .isEqualTo("1: at 100, 1 for 270 of 270 | 2: at 200, 8 for 300 of 300");
    }

    @Test
    void tablesWithoutJobsAreRefusedByWhatTheyAre() {
        assertRefused(
                "id,job_num,cpu_job_num,gpu_job_num,avg_run_time_gpu,avg_que_time_gpu\nA,1,2,3,4,5\n",
                "t.csv: is a summary by cluster (of Acme), and no jobs.");
        assertRefused(
                "Column,Description,Type,Anonymized\njid,The id,string,true\n",
                "t.csv: is a list of columns, and no jobs.");
        assertRefused(
                "date,vcA,vcB,total\n2020-09-01,64,96,160\n",
                "t.csv: is how many accelerators each virtual cluster had (of Helios), and no jobs.");
        assertRefused(
                "sn,cpu_milli,memory_mib,gpu,model\nn0,32000,262144,0,\n",
                "t.csv: is a list of nodes (of Alibaba), and no jobs.");
        assertRefused(
                "4b3f04b66a525d2df903eb16,8cb3bec2,58540f191766,Terminated,4550879.0,4551416.0\n",
                "t.csv: is the table of jobs of Alibaba's PAI, which says no sizes.");
    }

    private void assertRefused(String table, String why) {
        assertThatThrownBy(() -> CsvText.seen(folder, table)).hasMessageContaining(why);
    }
}
