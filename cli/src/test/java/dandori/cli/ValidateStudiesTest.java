package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.scenario.key.KeyReference;
import dandori.validation.StudySections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dandori validate-studies} and the page of the guide about it. */
class ValidateStudiesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String EXAMPLE = "scenarios/examples/studies/three-jobs";
    private static final Path GUIDE = ROOT.resolve("docs/guide/validation.md");

    @TempDir private Path folder;

    private Call example(Object... more) throws IOException {
        Object[] words = new Object[4 + more.length];
        words[0] = "validate-studies";
        words[1] = ROOT.resolve(EXAMPLE);
        words[2] = "--traces";
        words[3] = folder;
        System.arraycopy(more, 0, words, 4, more.length);
        return Call.of(words);
    }

    @Test
    void theGuideShowsTheExampleWhatItComesToAndEveryKey() throws IOException {
        Call call = example();
        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        String study = Files.readString(ROOT.resolve(EXAMPLE).resolve("study.yaml"));
        String keys = KeyReference.sections(StudySections.all()).replace("\n## ", "\n### ");

        String page = Files.readString(GUIDE);
        String fresh =
                between(
                        page,
                        "<!-- example: " + EXAMPLE + "/study.yaml -->\n```yaml\n",
                        "```",
                        study);
        fresh =
                between(
                        fresh,
                        "<!-- transcript: validate-studies " + EXAMPLE + " -->\n```\n",
                        "```",
                        call.out());
        fresh = between(fresh, "<!-- generated: keys -->\n", "<!-- end -->", keys);
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(GUIDE, fresh);
            page = fresh;
        }
        assertThat(page).as("-Ddandori.writeGuide=true writes it anew").isEqualTo(fresh);
    }

    /** A text with something else between two marks. */
    private static String between(String text, String from, String to, String words) {
        int begin = text.indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        int end = text.indexOf(to, begin + from.length());
        return text.substring(0, begin + from.length()) + words + text.substring(end);
    }

    @Test
    void aFigureThatDiffersIsAFailedCheck() throws IOException {
        Path study = copy("value: 3,", "value: 4,");
        Call call = Call.of("validate-studies", study, "--traces", folder);
        assertThat(call.status()).isEqualTo(3);
        assertThat(call.out())
                .contains(
                        "easy              all.wait_mean_s, s            3          4     -25.0 %  differs\n");
    }

    @Test
    void aStudyThatIsWrongIsToldWithAllItsProblems() throws IOException {
        Path study = copy("value: 3, unit: s", "valeu: 3, unit: s");
        Call call = Call.of("validate-studies", study, "--traces", folder);
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .contains("study.yaml has 2 problems.")
                .contains("there is no key 'valeu' here.", "Maybe 'value'", "'value' is missing.");
    }

    private Path copy(String from, String to) throws IOException {
        Path study = Files.createDirectories(folder.resolve("mine"));
        for (String name : new String[] {"study.yaml", "jobs.swf", "starts.csv"}) {
            Files.copy(ROOT.resolve(EXAMPLE).resolve(name), study.resolve(name));
        }
        String text = Files.readString(study.resolve("study.yaml"));
        assertThat(text).contains(from);
        Files.writeString(study.resolve("study.yaml"), text.replace(from, to));
        return study;
    }

    @Test
    void programsReadJson() throws IOException {
        assertThat(example("--json").out())
                .contains(
                        "\"holds\" : true",
                        "\"study\" : \"three-jobs\"",
                        "\"verdict\" : \"skipped\"",
                        "\"ours\" : 3.0,");
    }

    @Test
    void oneStudyMayBeAskedFor() {
        Call call = Call.of("validate-studies", "--only", "graham-1969", "--traces", folder);
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .startsWith("graham-1969: ")
                .endsWith("\n6 figures of 1 study: 6 equal.\n");
        Call wrong = Call.of("validate-studies", "--only", "graham-1968", "--traces", folder);
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .startsWith("dandori: --only: there is no study 'graham-1968'.\nMaybe 'graham-196");
    }

    /** Nothing is looked for beside the project, nor anywhere else that was not named. */
    @Test
    void filesThatAreNotThereAreToldWithTheOptionThatNamesTheirFolder() throws IOException {
        Call call = Call.of("validate-studies", "--only", "sc15-kth-sp2");

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains(
                        "easy, easy-exact, sjbf-exact skipped: there is no traces/swf/KTH-SP2-1996-2.swf.gz")
                .contains("6 figures of 1 study: 6 skipped.\n")
                .endsWith("Maybe --traces DIR: the folder with the files that were not found.\n");
    }

    @Test
    void thePageIsLookedAtBeforeAnythingIsRun() throws IOException {
        Path page = Files.write(folder.resolve("page.md"), new byte[] {'#', (byte) 0xE9});
        assertThat(Call.of("validate-studies", "--write", page).err())
                .isEqualTo(
                        "dandori: --write: '%s' is no text in UTF-8.\nMaybe another name.\n"
                                .formatted(page));
        assertThat(Call.of("validate-studies", "--write", folder).err())
                .startsWith("dandori: --write: '%s' is a folder".formatted(folder));
    }

    @Test
    void tracesMustBeAFolder() {
        Call call = Call.of("validate-studies", "--traces", folder.resolve("none"));
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("--traces: there is no folder").contains("none");
    }

    @Test
    void progressIsToldInTenths() throws IOException {
        assertThat(example("--progress", "plain").err())
                .isEqualTo("validating 30 %\nvalidating 60 %\nvalidating 100 %\n");
    }
}
