package dandori.web.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that the page of a study shows. */
final class StudyAnswerTest {

    @TempDir private Path folder;

    @BeforeEach
    void aStudyOfTwoVariants() throws IOException {
        Files.createDirectories(folder.resolve("cells/0001"));
        write("manifest.json", "{\"state\": \"complete\", \"command\": [\"run\"]}");
        write("summary.json", "{\"scenario\": \"s\", \"variants\": [{}, {\"answer\": []}]}");
        write(
                "cells/variants.jsonl",
                """
                {"variant":0,"values":{},"cells":[{"cell":0,"policy":"p","seed":7}]}
                {"variant":1,"origin":"2026-01-05T00:00Z","cells":[{"cell":1,"policy":"p","seed":7},{"cell":2,"policy":"q","seed":7}]}
                """);
        write(
                "cells/summaries.jsonl",
                """
                {"cell":1,"variant":1,"policy":"p","seed":7,"jobs":3}
                {"cell":0,"variant":0,"policy":"p","seed":7,"jobs":3}
                {"cell":2,"variant":1,"pol\
                """);
        write("cells/0001/jobs.csv.gz", "");
        write(
                "campaigns.csv",
                "cell,campaign,submit_s,done_s,policy,seed\r\n0,a,1,2,p,7\r\n1,\"a,b\",1.5,,p,7\r\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private JsonNode answer(int variant) {
        return JsonMapper.shared().valueToTree(StudyAnswer.of("s", folder, variant, 0));
    }

    private static JsonNode tree(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void theRunsOfTheVariantAndTheirTables() {
        String cells = JsonMapper.shared().writeValueAsString(answer(1).path("cells"));

        assertThat(tree(cells))
                .isEqualTo(
                        tree(
                                """
                                [{"cell": "cells/0001", "policy": "p", "seed": 7, "done": true, "tables": true},
                                 {"cell": "cells/0002", "policy": "q", "seed": 7, "done": false, "tables": false}]\
                                """));
        assertThat(answer(1).path("origin").stringValue()).isEqualTo("2026-01-05T00:00Z");
        assertThat(answer(0).path("origin").isNull()).isTrue();
    }

    @Test
    void theCampaignsOfTheVariant() {
        JsonNode campaigns = answer(1).path("campaigns");

        assertThat(campaigns).hasSize(1);
        assertThat(campaigns.path(0).path("campaign").stringValue()).isEqualTo("a,b");
        assertThat(campaigns.path(0).path("submit_s").doubleValue()).isEqualTo(1.5);
        assertThat(campaigns.path(0).path("done_s").isNull()).isTrue();
    }

    @Test
    void aDamagedFileIsNamedAndTheRestIsThere() throws IOException {
        write("summary.json", "{\"scenario\": ");

        JsonNode answer = answer(1);

        assertThat(answer.path("summary").isNull()).isTrue();
        assertThat(answer.path("problems").toString())
                .isEqualTo("[\"s/summary.json is damaged or of a newer program.\"]");
        assertThat(answer.path("cells")).hasSize(2);
    }

    @Test
    void aStudyThatRunsHasTheRunsThatAreDone() throws IOException {
        Files.delete(folder.resolve("cells/variants.jsonl"));
        Files.delete(folder.resolve("summary.json"));

        JsonNode answer = answer(0);

        assertThat(answer.path("summary").isNull()).isTrue();
        assertThat(answer.path("cells")).hasSize(2); // of both variants
        assertThat(answer.path("problems")).isEmpty();
    }

    @Test
    void onlyFilesThatResultsFoldersHaveAreOffered() throws IOException {
        write("secret.txt", "");

        List<String> files =
                answer(0).path("files").valueStream().map(JsonNode::stringValue).toList();

        assertThat(files).containsExactly("summary.json", "campaigns.csv", "manifest.json");
    }
}
