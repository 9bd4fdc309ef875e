package dandori.scenario;

import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads scenarios that stand in tests. */
final class Reading {

    static final KnownParts PARTS = KnownParts.found();

    /** A scenario without a fault, in eight lines. */
    static final String RIGHT =
            """
            scenario: small
            machines:
              one: {nodes: 64}
            workload:
              streams:
                - {organization: us, generate: {load: 0.7, nodes: {max: 16}}}
            policies:
              easy: {backfill: easy}
            """;

    private Reading() {}

    static Scenario scenario(String text, String... settings) {
        return ScenarioReader.read(
                "my.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                Path.of("/nowhere"),
                List.of(settings),
                PARTS);
    }

    /** What is wrong with a text, each issue as it is printed; nothing if it is right. */
    static List<String> issues(String text, String... settings) {
        return issues(text.getBytes(StandardCharsets.UTF_8), settings);
    }

    static List<String> issues(byte[] bytes, String... settings) {
        try {
            ScenarioReader.read("my.yaml", bytes, Path.of("/nowhere"), List.of(settings), PARTS);
            return List.of();
        } catch (ScenarioException e) {
            return e.issues().stream().map(Issue::text).toList();
        }
    }
}
