package dandori.cli.browser;

import dandori.cli.PlayedStudy;
import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real study, played once for a class of tests, and a viewer that serves it. */
final class ServedStudy implements AutoCloseable {

    /** Two names of it become markup in the files that are served, as its question is. */
    static final String SMALL =
            """
            scenario: small
            description: Who <b>gains</b> & "who" <img src=x onerror=alert(1)>?
            machines:
              east: {nodes: 64}
              west: {nodes: 16, unit: accelerator}
            organizations:
              big-i: {shares: 3, home: east}
              tiny: {home: east}
              other: {home: west}
            workload:
              streams:
                - {organization: big-i, generate: {load: 0.7, nodes: {max: 64}}}
                - {organization: tiny, generate: {load: 0.3, nodes: {max: 4}}}
                - {organization: other, generate: {load: 0.6, nodes: {max: 16}}}
            policies:
              plain-b: {backfill: none}
              easy: {backfill: easy}
            run: {length: 1w, warmUp: 1d, seeds: 1..3, start: 2026-01-05T00:00Z}
            """;

    private static final Pattern IS_TEXT = Pattern.compile("\\.(json|jsonl|yaml|csv)$");

    private final Path results;
    private final Viewer viewer;

    /** Plays a scenario into a folder {@code small} and serves the results. */
    ServedStudy(Path results, String scenario) throws IOException {
        this.results = results;
        markUp(PlayedStudy.play(results, "small", scenario));
        viewer = Viewer.start(new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, false));
    }

    /** Scenarios have no such names; files that others have written may. */
    private static void markUp(Path study) throws IOException {
        try (Stream<Path> files = Files.walk(study)) {
            for (Path file : files.filter(one -> IS_TEXT.matcher(one.toString()).find()).toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        file,
                        text.replace("plain-b", "<b>plain</b>").replace("big-i", "<i>big</i>"));
            }
        }
    }

    /** Where a page is. */
    String at(String page) {
        return viewer.address().resolve(page).toString();
    }

    /** Whether an address is the viewer's, or none at all. */
    boolean isOwn(String address) {
        return address.startsWith(viewer.address().toString()) || address.startsWith("data:");
    }

    Path results() {
        return results;
    }

    /** The summary of a study, as the file has it. */
    JsonNode summary(String study) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(results.resolve(study).resolve("summary.json")));
    }

    @Override
    public void close() {
        viewer.close();
    }
}
