package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.web.timeline.WrittenRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page is answered about a run, asked over HTTP. */
final class RunRoutesTest {

    private static final String CELL = "at=study/cells/0003";

    @TempDir Path served;
    private Viewer viewer;

    @BeforeEach
    void serveAStudy() throws IOException {
        Path study = served.resolve("study");
        Path cell = study.resolve("cells/0003");
        WrittenRun.machine(study, "m", 10);
        Files.writeString(study.resolve("manifest.json"), "{\"state\": \"complete\"}");
        Files.writeString(
                study.resolve("scenario.yaml"), "scenario: s\nrun:\n  start: 2026-01-05T00:00Z\n");
        Files.writeString(
                study.resolve("summary.json"),
                "{\"description\": \"Who?\", \"policies\": {\"easy\": {\"organizations\":"
                        + " {\"west\": {}, \"east\": {}}}}}");
        Files.writeString(study.resolve("report.html"), "<p>Here</p>");
        WrittenRun.table(
                cell,
                "jobs.csv.gz",
                WrittenRun.HEAD
                        + WrittenRun.line(1, "east", 0, 10, 50, "0-4")
                        + WrittenRun.line(2, "<i>north</i>", 5, 20, 100, "5-6 8-9"));
        WrittenRun.table(
                cell,
                "series.csv.gz",
                "time_s,machine,pool,nodes_up,nodes_busy,jobs_running,jobs_waiting,"
                        + "node_hours_waiting,power_kw\n10,m,m,10,5,1,1,0.500,\n"
                        + "20,other,o,9,9,9,9,9.000,\n20,m,m,10,9,2,0,0.000,\n");
        WrittenRun.table(
                cell, "waits.csv.gz", "job_id,from_s,to_s,reason,detail,name\n1,0,10,order,2,\n");
        Files.writeString(
                cell.resolve("summary.json"),
                "{\"policy\": \"easy\", \"seed\": 7, \"scenario\": \"s\", \"all\": {\"jobs\": 2}}");
        viewer = Viewer.start(new ViewerOptions(served, ViewerOptions.LOOPBACK, 0, false));
    }

    @AfterEach
    void end() {
        viewer.close();
    }

    @Test
    void ofEventsOnlyWindowsOfTheMachineAreTold() throws Exception {
        WrittenRun.table(
                served.resolve("study/cells/0003"),
                "events.csv.gz",
                """
                time_s,kind,machine,subject,nodes,detail
                1,node-down,m,3,1,
                2,window-open,m,repair,,
                3,window-open,other,theirs,,
                4,window-close,m,repair,,
                """);
        JsonNode events = json("run/series?" + CELL + "&machine=m").path("events");
        assertThat(events.findValuesAsString("kind"))
                .containsExactly("window-open", "window-close");
        assertThat(events.findValuesAsString("subject")).containsExactly("repair", "repair");
    }

    @Test
    void aRunIsDescribed() throws Exception {
        JsonNode run = loaded();
        assertThat(run.path("study").stringValue()).isEqualTo("study");
        assertThat(run.path("at").stringValue()).isEqualTo("study/cells/0003");
        assertThat(run.path("policy").stringValue()).isEqualTo("easy");
        assertThat(run.path("seed").intValue()).isEqualTo(7);
        assertThat(run.path("description").stringValue()).isEqualTo("Who?");
        assertThat(run.path("origin_s").longValue()).isEqualTo(1_767_571_200);
        assertThat(run.path("from_s").doubleValue()).isZero();
        assertThat(run.path("to_s").doubleValue()).isEqualTo(100);
        assertThat(run.path("jobs").intValue()).isEqualTo(2);
        assertThat(run.path("organizations"))
                .extracting(JsonNode::stringValue)
                .containsExactly("west", "east", "<i>north</i>");
        assertThat(run.path("colours"))
                .extracting(JsonNode::stringValue)
                .containsExactly("#0072b2", "#e69f00", "#009e73");
        JsonNode machine = run.path("machines").path(0);
        assertThat(machine.path("nodes").intValue()).isEqualTo(10);
        assertThat(machine.path("has_places").booleanValue()).isTrue();
        assertThat(machine.path("pools").path(0).path("first_node").intValue()).isZero();
        assertThat(run.path("figures").path("jobs").intValue()).isEqualTo(2);
        assertThat(run.path("files").path(1).path("name").stringValue()).isEqualTo("jobs.csv.gz");
        assertThat(run.path("problems").isEmpty()).isTrue();
    }

    @Test
    void aPictureShowsItAndIsKeptByTheBrowser() throws Exception {
        String version = loaded().path("version").stringValue();
        String asked =
                "run/picture?"
                        + CELL
                        + "&machine=m&from=0&to=100&first=0&nodes=10&width=10"
                        + "&height=10&colour=organization";
        HttpURLConnection answer = ask(asked);
        var image = ImageIO.read(new ByteArrayInputStream(answer.getInputStream().readAllBytes()));
        assertThat(Integer.toHexString(image.getRGB(2, 3))).isEqualTo("ffe69f00");
        assertThat(Integer.toHexString(image.getRGB(9, 9))).isEqualTo("ff009e73");
        assertThat(image.getRGB(2, 7)).isZero();
        assertThat(answer.getHeaderField("Cache-Control")).isEqualTo("private, no-cache");
        HttpURLConnection again = connection(asked);
        again.setRequestProperty("If-None-Match", answer.getHeaderField("ETag"));
        assertThat(again.getResponseCode()).isEqualTo(304);
        assertThat(ask(asked + "&version=" + version).getHeaderField("Cache-Control"))
                .isEqualTo("private, max-age=31536000, immutable");
    }

    @Test
    void jobsAreFoundInAViewAtAPointAndByName() throws Exception {
        loaded();
        String window = CELL + "&machine=m&from=60&to=70&first=7&nodes=3";
        JsonNode view = json("run/jobs?" + window + "&most=10");
        assertThat(view.path("complete").booleanValue()).isTrue();
        JsonNode job = view.path("jobs").path(0);
        assertThat(view.path("jobs").size()).isEqualTo(1);
        assertThat(job.path("organization").stringValue()).isEqualTo("<i>north</i>");
        assertThat(job.path("rows").toString()).isEqualTo("[[8,2]]");
        assertThat(json("run/jobs?" + window + "&most=0").toString())
                .contains("\"complete\":false");
        JsonNode found = json("run/job-at?" + CELL + "&machine=m&time=49.9&node=4");
        assertThat(found.path("job").path("job").stringValue()).isEqualTo("1");
        assertThat(json("run/job-at?" + CELL + "&machine=m&time=50&node=4").path("job").isNull())
                .isTrue();
        assertThat(json("run/search?" + CELL + "&text=north&most=5").path("found").intValue())
                .isEqualTo(1);
    }

    @Test
    void aJobIsToldToTheLastColumn() throws Exception {
        JsonNode job = json("job?" + CELL + "&job=1");
        assertThat(job.path("job").path("end_s").intValue()).isEqualTo(50);
        assertThat(job.path("job").size()).isEqualTo(18);
        assertThat(job.path("reasons").path(0).path("reason").stringValue()).isEqualTo("order");
        assertThat(job.path("stays").isEmpty()).isTrue();
        assertThat(job.path("unit").stringValue()).isEqualTo("node");
        assertThat(ask("job?" + CELL + "&job=12").getResponseCode()).isEqualTo(404);
    }

    @Test
    void theSeriesOfTheMachineAloneAreTold() throws Exception {
        JsonNode series = json("run/series?" + CELL + "&machine=m");
        assertThat(series.path("pools").size()).isEqualTo(1);
        JsonNode pool = series.path("pools").path(0);
        assertThat(pool.path("times").toString()).isEqualTo("[10.0,20.0]");
        assertThat(pool.path("nodes_busy").toString()).isEqualTo("[5.0,9.0]");
        assertThat(pool.path("node_hours_waiting").toString()).isEqualTo("[0.5,0.0]");
        assertThat(pool.path("power_kw").isNull()).isTrue();
        assertThat(series.path("events").isEmpty()).isTrue();
    }

    @Test
    void whatIsOutOfBoundsIsRefusedWithItsNameAndValue() throws Exception {
        loaded();
        for (String wrong :
                List.of(
                        "from=NaN",
                        "from=Infinity",
                        "to=1e308",
                        "from=x",
                        "from=50&to=50",
                        "from=60&to=50",
                        "first=-1",
                        "nodes=0",
                        "nodes=1e3",
                        "width=0",
                        "width=-1",
                        "width=1e9",
                        "width=NaN",
                        "width=8193",
                        "height=0",
                        "height=-1",
                        "height=1000000000",
                        "height=4097",
                        "height=99999999999",
                        "colour=pink")) {
            HttpURLConnection answer = ask("run/picture?" + CELL + "&machine=m&" + wrong);
            assertThat(answer.getResponseCode()).as(wrong).isEqualTo(400);
            String name = wrong.contains("&") ? "to" : wrong.substring(0, wrong.indexOf('='));
            assertThat(text(answer)).contains("\"problem\":\"" + name + ": ");
        }
        assertThat(ask("run/picture?" + CELL + "&machine=n").getResponseCode()).isEqualTo(404);
        assertThat(ask("run?at=study").getResponseCode()).isEqualTo(404);
        assertThat(ask("run?at=../x").getResponseCode()).isEqualTo(404);
        assertThat(ask("run").getResponseCode()).isEqualTo(404); // the served folder itself
    }

    @Test
    void aWindowMuchLargerThanTheRunIsDrawn() throws Exception {
        loaded();
        String asked = "run/picture?" + CELL + "&machine=m&width=8192&height=1";
        String huge = "&from=-1e13&to=1e13&first=2147483646&nodes=2147483646";
        assertThat(ask(asked + huge).getResponseCode()).isEqualTo(200);
        HttpURLConnection file = connection("run/file?at=study&name=report.html");
        file.setRequestProperty("Range", "bytes=0-99999999999999999999");
        assertThat(file.getResponseCode()).isIn(200, 206, 416);
    }

    @Test
    void filesAreHandedOutByTheNamesThatResultsHave() throws Exception {
        HttpURLConnection jobs = ask("run/file?" + CELL + "&name=jobs.csv.gz");
        assertThat(jobs.getInputStream().readAllBytes())
                .isEqualTo(Files.readAllBytes(served.resolve("study/cells/0003/jobs.csv.gz")));
        assertThat(jobs.getHeaderField("Content-Disposition"))
                .isEqualTo("attachment; filename=\"jobs.csv.gz\"");
        HttpURLConnection report = ask("run/file?at=study&name=report.html");
        assertThat(text(report)).isEqualTo("<p>Here</p>");
        assertThat(report.getHeaderField("Content-Security-Policy"))
                .isEqualTo("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        for (String name : List.of("../manifest.json", "cells", "secret", "waits.parquet", "")) {
            assertThat(ask("run/file?at=study&name=" + name).getResponseCode()).isEqualTo(404);
        }
    }

    @Test
    void aDamagedRunIsShownAsFarAsItGoes() throws Exception {
        Path cell = served.resolve("study/cells/0003");
        Files.writeString(cell.resolve("jobs.csv.gz"), "no gzip");
        Files.writeString(cell.resolve("summary.json"), "{\"policy\": ");
        JsonNode run = loaded();
        assertThat(run.path("problems").toString())
                .contains("summary.json cannot be read.")
                .contains("jobs.csv.gz is damaged or cut short after line 1.");
        assertThat(run.path("machines").path(0).path("nodes").intValue()).isEqualTo(10);
        assertThat(json("run/series?" + CELL + "&machine=m").path("pools").size()).isEqualTo(1);
        assertThat(ask("run/picture?" + CELL + "&machine=m").getResponseCode()).isEqualTo(200);
        assertThat(json("job?" + CELL + "&job=1").path("problems").size()).isEqualTo(1);
    }

    /** The description of the run once it has been read. */
    private JsonNode loaded() throws Exception {
        JsonNode run = json("run?" + CELL);
        for (int i = 0; i < 600 && run.path("loaded").doubleValue() < 1; i++) {
            run = json("run?" + CELL);
        }
        assertThat(run.path("loaded").doubleValue()).isEqualTo(1);
        return run;
    }

    private JsonNode json(String path) throws IOException {
        return JsonMapper.shared().readTree(text(ask(path)));
    }

    private static String text(HttpURLConnection answer) throws IOException {
        try (InputStream body =
                answer.getResponseCode() < 400
                        ? answer.getInputStream()
                        : Objects.requireNonNull(answer.getErrorStream())) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpURLConnection ask(String path) throws IOException {
        HttpURLConnection connection = connection(path);
        connection.getResponseCode();
        return connection;
    }

    private HttpURLConnection connection(String path) throws IOException {
        String address = viewer.address() + "api/" + path.replace("<", "%3C");
        return (HttpURLConnection) new java.net.URL(address).openConnection();
    }
}
