package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.web.timeline.WrittenRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page is answered about a machine, asked over HTTP. */
final class MachineRoutesTest {

    @TempDir Path folder;
    private Path study;
    private Viewer viewer;

    @BeforeEach
    void serveAStudyOfTwoVariants() throws IOException {
        Path served = Files.createDirectory(folder.resolve("served"));
        study = served.resolve("study");
        for (String name : new String[] {"0000", "0001"}) {
            WrittenRun.table(
                    study.resolve("cells").resolve(name),
                    "jobs.csv.gz",
                    WrittenRun.HEAD + WrittenRun.line(1, "east", 0, 10, 50, "0-4"));
        }
        Files.writeString(study.resolve("manifest.json"), "{\"state\": \"complete\"}");
        String machine =
                "[{\"name\": \"m\", \"nodes\": %d, \"pools\": [{\"name\": \"m\","
                        + " \"first_node\": 0, \"nodes\": %1$d}]}]";
        Files.writeString(
                study.resolve("machine.json"),
                "{\"machines\": %s, \"variants\": [{\"machines\": %1$s}, {\"machines\": %s}]}"
                        .formatted(machine.formatted(10), machine.formatted(20)));
        Files.writeString(
                study.resolve("cells/summaries.jsonl"),
                "{\"cell\":0,\"variant\":0}\n{\"cell\":1,\"variant\":1}\n");
        viewer = Viewer.start(new ViewerOptions(served, ViewerOptions.LOOPBACK, 0, false));
    }

    @AfterEach
    void end() {
        viewer.close();
    }

    @Test
    void aRunHasTheMachinesOfItsVariant() throws Exception {
        JsonNode all = answer("machine?at=study");
        assertThat(all.path("cells")).hasSize(2);
        assertThat(all.path("machines").path(0).path("nodes").intValue()).isEqualTo(10);
        JsonNode second = answer("machine?at=study/cells/0001");
        assertThat(second.path("study").stringValue()).isEqualTo("study");
        assertThat(second.path("machines").path(0).path("nodes").intValue()).isEqualTo(20);
        JsonNode state = answer("machine/state?at=study/cells/0001&machine=m&time=10");
        assertThat(state.path("busy").intValue()).isEqualTo(5);
        assertThat(state.path("free").intValue()).isEqualTo(15);
        assertThat(state.path("next_s").intValue()).isEqualTo(50);
    }

    @Test
    void aCellThatLiesElsewhereIsNotListed() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        WrittenRun.table(elsewhere, "jobs.csv.gz", WrittenRun.HEAD);
        Files.createSymbolicLink(study.resolve("cells/0002"), elsewhere);
        assertThat(answer("machine?at=study").path("cells")).hasSize(2);
    }

    @Test
    void whatEventsCannotBeReadIsTold() throws Exception {
        Files.writeString(study.resolve("cells/0000/events.csv.gz"), "no gzip");
        JsonNode state = answer("machine/state?at=study/cells/0000&machine=m&time=20");
        assertThat(state.path("busy").intValue()).isEqualTo(5);
        assertThat(state.path("problems").path(0).stringValue()).startsWith("events.csv.gz");
    }

    @Test
    void whatLinksCarryIsThatOfTheLastLineOfEachGroup() throws Exception {
        String head =
                "time_s,machine,link,from,to,links,capacity_gb_per_s,load_gb_per_s,utilization,"
                        + "utilization_max,links_contended\n";
        WrittenRun.table(
                study.resolve("cells/0000"),
                "links.csv.gz",
                head
                        + "0,m,pod,pod 0,all,2,30.000,0.000,0.000,0.000,0\n"
                        + "0,m,pod,pod 1,all,2,10.000,1.000,0.100,0.200,0\n"
                        + "0,other,pod,pod 0,all,2,10.000,9.000,0.900,1.000,2\n"
                        + "20.5,m,pod,pod 0,all,2,30.000,15.000,0.500,0.750,2\n"
                        + "40,m,pod,pod 1,all,2,10.000,0.000,0.000,0.000,0\n");
        String cell = "at=study/cells/0000&machine=m";
        JsonNode links = answer("machine/links?" + cell);
        assertThat(links.path("groups")).hasSize(2);
        assertThat(links.path("groups").path(1).toString())
                .isEqualTo(
                        "{\"link\":\"pod\",\"from\":\"pod 1\",\"to\":\"all\",\"links\":2,"
                                + "\"capacity_gb_per_s\":10.0}");
        assertThat(links.path("times").toString()).isEqualTo("[0.0,20.5,40.0]");
        assertThat(links.path("mean").toString()).isEqualTo("[0.025,0.4,0.375]");
        assertThat(links.path("most").toString()).isEqualTo("[0.2,0.75,0.75]");
        assertThat(answer("machine/load?time=20.4&" + cell).toString())
                .isEqualTo(
                        "{\"load_gb_per_s\":[0.0,1.0],\"utilization\":[0.0,0.1],"
                                + "\"utilization_max\":[0.0,0.2],\"links_contended\":[0,0]}");
        JsonNode later = answer("machine/load?time=20.5&" + cell);
        assertThat(later.path("utilization").toString()).isEqualTo("[0.5,0.1]");
        assertThat(later.path("links_contended").toString()).isEqualTo("[2,0]");
        assertThat(answer("machine/load?time=99&" + cell).path("load_gb_per_s").toString())
                .isEqualTo("[15.0,0.0]");
    }

    @Test
    void ofVeryManyGroupsOfLinksTheFirstAreShownAndThatThereAreMoreIsTold() throws Exception {
        StringBuilder lines =
                new StringBuilder(
                        "time_s,machine,link,from,to,links,capacity_gb_per_s,load_gb_per_s,"
                                + "utilization,utilization_max,links_contended\n");
        for (int pod = 0; pod <= 2_000; pod++) {
            lines.append("0,m,pod,pod %d,all,2,30,0,0,0,0\n".formatted(pod));
        }
        lines.append("1,m,pod,pod 7,all,2,30,15,0.5,0.75,2\n");
        WrittenRun.table(study.resolve("cells/0000"), "links.csv.gz", lines.toString());
        String cell = "at=study/cells/0000&machine=m";
        JsonNode links = answer("machine/links?" + cell);
        assertThat(links.path("groups")).hasSize(2_000);
        assertThat(links.path("problems").toString())
                .isEqualTo(
                        "[\"links.csv.gz: only the first 2,000 groups of links of a machine are"
                                + " shown.\"]");
        assertThat(answer("machine/load?time=1&" + cell).path("load_gb_per_s").path(7).asString())
                .isEqualTo("15.0");
    }

    @Test
    void aRunWithoutLinkLoadHasNoGroups() throws Exception {
        JsonNode none = answer("machine/links?at=study/cells/0000&machine=m");
        assertThat(none.path("groups")).isEmpty();
        assertThat(none.path("problems")).isEmpty();
        Files.writeString(study.resolve("cells/0001/links.csv.gz"), "no gzip");
        JsonNode broken = answer("machine/links?at=study/cells/0001&machine=m");
        assertThat(broken.path("groups")).isEmpty();
        assertThat(broken.path("problems").path(0).stringValue()).startsWith("links.csv.gz");
    }

    @Test
    void whatIsAskedWronglyIsRefused() throws Exception {
        String cell = "at=study/cells/0000";
        assertThat(status("machine/state?machine=m&time=NaN&" + cell)).isEqualTo(400);
        assertThat(status("machine/state?machine=m&time=1e308&" + cell)).isEqualTo(400);
        assertThat(status("machine/changes?machine=m&from=0&most=-1&" + cell)).isEqualTo(400);
        assertThat(status("machine/state?machine=none&" + cell)).isEqualTo(404);
        assertThat(status("machine/state?machine=m&at=study")).isEqualTo(404);
        assertThat(status("machine?at=../elsewhere")).isEqualTo(404);
    }

    private JsonNode answer(String question) throws Exception {
        HttpResponse<String> response = ask(question);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private int status(String question) throws Exception {
        return ask(question).statusCode();
    }

    private HttpResponse<String> ask(String question) throws Exception {
        URI address = viewer.address().resolve("/api/" + question);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
