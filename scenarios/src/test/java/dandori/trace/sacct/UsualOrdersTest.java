package dandori.trace.sacct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which logs without names are read, and after which columns. */
class UsualOrdersTest {

    private static final String HEAD = "7|7|alpha|main|";
    private static final String WHO = "lab|staff|100|ann|1001|2024-05-01T01:00:00|Unknown|";
    private static final String RUN =
            "2024-05-01T01:10:00|2024-05-01T02:10:00|01:00:00|0:0|COMPLETED|3|36|36|4000Mn|";
    private static final String END = "1-00:00:00|n[1-3]|solve";

    private static List<String> names(String... lines) {
        Heading heading = UsualOrders.of(List.of(lines));
        return heading == null ? List.of() : heading.names();
    }

    @ParameterizedTest
    @CsvSource({
        "normal|, cpu=36|cpu=36|, QOS ReqTRES AllocTRES",
        "'', cpu=36|cpu=36|, ReqTRES AllocTRES",
        "'', gpu:2|cpu=36|, ReqGRES ReqTRES",
        "'', gpu:2|cpu=36|cpu=36|, ReqGRES ReqTRES AllocTRES",
        "'', gpu:2|, ReqGRES",
        "'', '', ''"
    })
    void columnsAreTakenForThoseWhoseValuesFit(String quality, String resources, String differing) {
        List<String> names = names(HEAD + quality + WHO + RUN + resources + END);

        assertThat(names)
                .startsWith("JobID", "JobIDRaw")
                .endsWith("Timelimit", "NodeList", "JobName");
        assertThat(String.join(" ", names.stream().filter(UsualOrdersTest::differs).toList()))
                .isEqualTo(differing);
    }

    private static boolean differs(String name) {
        return name.equals("QOS") || name.endsWith("TRES") || name.endsWith("GRES");
    }

    @Test
    void mostLinesDecide() {
        String job = HEAD + WHO + RUN + "cpu=36|cpu=36|" + END;
        String odd = job.replace("COMPLETED", "ODD");

        assertThat(names(job, job, "", odd)).hasSize(25);
        assertThat(names(job, odd, odd)).isEmpty();
        assertThat(names("lab|" + job)).isEmpty();
        assertThat(names("")).isEmpty();
    }
}
