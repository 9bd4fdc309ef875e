package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dandori generate --like} prints and writes. */
class GenerateLikeTest {

    @TempDir private Path folder;

    /** 600 jobs of three sizes, one every ten minutes or so. */
    private Path log() throws IOException {
        StringBuilder text = new StringBuilder(TinyTrace.HEADER);
        for (int job = 0; job < 600; job++) {
            long submit = job * 600L + job % 7 * 40;
            long size = 1 + job * 31L % 7 % 3;
            text.append(TinyTrace.line(job + 1, submit, 0, 60 + job * 17 % 50 * 9, size, 900));
        }
        return Files.writeString(folder.resolve("log.swf"), text);
    }

    @Test
    void jobsLikeThoseOfALogAreWrittenAndReadAgain() throws IOException {
        Path out = folder.resolve("like.swf.gz");
        Path model = folder.resolve("model.json");
        Call call = Call.of("generate", "--like", log(), "--out", out, "--fit-out", model);

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(call.out())
                .startsWith("Like log: 144.")
                .containsPattern("  size +0\\.0[0-9]+ .* well\n")
                .containsPattern("  time limit in s +0\\.000 .* well\n")
                .containsPattern("  gap, lag 100 +")
                .contains("\nTrace: " + out + "\nModel: " + model + "\n");
        assertThat(Call.of("trace", "info", out).out())
                .contains("like log")
                .contains("by 3 users")
                .contains("size      4 processors");

        Path again = folder.resolve("again.swf.gz");
        Call second = Call.of("generate", "--fit", model, "--out", again);
        assertThat(second.status()).isZero();
        assertThat(second.out()).startsWith("Like log: 144.").doesNotContain("Distribution");
        String jobs = jobs(Call.of("trace", "info", out).out());
        assertThat(jobs(Call.of("trace", "info", again).out())).isEqualTo(jobs);
    }

    @Test
    void timeZeroIsThatOfTheLog() throws IOException {
        Path log = folder.resolve("offset.swf");
        Files.writeString(
                log, Files.readString(log()).replace("TimeZoneString: UTC", "TimeZone: 32400"));
        Path out = folder.resolve("like.swf");
        assertThat(Call.of("generate", "--like", log, "--out", out).status()).isZero();
        assertThat(Call.of("trace", "info", log).out())
                .contains("(2010-06-01 09:00 to ")
                .contains(", +09:00)");
        assertThat(Call.of("trace", "info", out).out()).contains(", +09:00)");
        assertThat(out).content().contains("; UnixStartTime: 1275350400\n");
    }

    /** What a replay of the trace will ask for is told where it is written, and is enough. */
    @Test
    void whoDoesNotKnowTheMachineIsToldWhatAReplayNeeds() throws IOException {
        Path log = folder.resolve("sizeless.swf");
        Files.writeString(
                log, Files.readString(log()).replaceAll("(?m)^; Max(Procs|Nodes).*\n", ""));
        Path out = folder.resolve("like.swf");
        String told =
                "The size of the machine is not known: 'dandori replay' needs --processors N, 3";

        assertThat(Call.of("generate", "--like", log, "--out", out).out())
                .endsWith("\n\nTrace: " + out + "\n" + told + " or more.\n");
        assertThat(Call.of("replay", out).status()).isEqualTo(2);
        assertThat(Call.of("replay", out, "--processors", 3).status()).isZero();
        assertThat(Call.of("generate", "--like", log).out()).doesNotContain("not known: ");
        assertThat(Call.of("generate", "--like", log(), "--out", out, "--force").out())
                .doesNotContain("not known: ");
    }

    private static String jobs(String profile) {
        return profile.lines()
                .filter(line -> line.matches("  (jobs|size|run time|between|estimate) .*"))
                .filter(line -> !line.contains("processors") && !line.contains("unknown"))
                .toList()
                .toString();
    }

    @Test
    void jsonHoldsTheTablesAndTheModel() throws IOException {
        Call call = Call.of("generate", "--like", log(), "--json", "--days", 2, "--seed", 9);

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .startsWith("{\n  \"like\" : \"log\",\n  \"seed\" : 9,\n  \"days\" : 2")
                .contains("\"d_by_chance\" : ", "\"rank_correlations\" : ", "\"jobsPerDay\" : 14");
    }

    /** What is wrong with the call, or with what would come, is told before a file is there. */
    @Test
    void nothingIsWrittenWhereSomethingIsRefused() throws IOException {
        Path out = folder.resolve("o.swf");
        Path fit = folder.resolve("f.json");
        Object[][] calls = {
            {"--like", log(), "--days", "0.00001"},
            {"--like", log(), "--days", "100001"},
            {"--like", log(), "--strict", "--format", "sacct"},
            {"--like", log(), "--load", "1"},
            {"--fit", log()}
        };
        for (Object[] call : calls) {
            List<Object> words = new ArrayList<>(List.of("generate", "--out", out));
            words.addAll(List.of(call));
            words.addAll(List.of("--fit-out", fit));
            Call refused = Call.of(words.toArray());
            assertThat(refused.status()).as(words.toString()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(out).doesNotExist();
            assertThat(fit).doesNotExist();
        }
        Call few = Call.of("generate", "--like", log(), "--days", "0.02", "--out", out);
        assertThat(few.err()).isEmpty();
        assertThat(few.out())
                .containsPattern("Drawn: [12] jobs? in 0.0 days")
                .contains("\nToo few were drawn to say how well they fit.\n");
        assertThat(out).exists();
    }

    @Test
    void moreJobsThanMemoryHoldsAreRefusedAtOnce() throws IOException {
        Path model = folder.resolve("model.json");
        Call.of("generate", "--like", log(), "--fit-out", model);
        String text = Files.readString(model);
        Files.writeString(
                model, text.replaceFirst("\"jobsPerDay\" : [0-9.]+", "\"jobsPerDay\" : 9e8"));
        Call call = Call.of("generate", "--fit", model, "--days", "99000");

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .containsPattern(
                        "--days: 99000 days of log: makes [0-9.]+e\\+13 jobs, but 50,000,000")
                .contains("Maybe fewer days.");
    }

    @Test
    void theLogIsReadAsItIsSaidAndItsRepairsAreTold() throws IOException {
        Path dirty = folder.resolve("dirty.swf");
        Files.writeString(dirty, Files.readString(log()) + "this is no job\n");
        Call call = Call.of("generate", "--like", dirty);

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("\ndirty: 605 lines; 600 jobs used\n  skipped   1   not 18 numbers\n");
        assertThat(Call.of("generate", "--like", dirty, "--strict").err())
                .contains("is not clean, as --strict wants it");
        assertThat(Call.of("generate", "--like", dirty, "--format", "sacct").status()).isEqualTo(2);
        assertThat(Call.of("generate", "--like", dirty, "--json").out()).contains("\"import\" : {");
        assertThat(Call.of("generate", "lublin", "--strict").err())
                .contains("--strict: says how a log is read, and none is: there is no --like.");
    }

    /** One word for each line, and a last sentence that follows from them. */
    @Test
    void oneRuleSaysWhatFits() throws IOException {
        String out = Call.of("generate", "--like", log(), "--days", "0.3").out();
        List<String> badly = new ArrayList<>();
        out.lines()
                .filter(line -> line.endsWith(" badly"))
                .forEach(line ->
                        badly.add(line.strip().replaceAll("( in s)?( +[-0-9.,–]+)+ +badly$", "")));

        assertThat(out)
                .contains("\n  Distribution ", "\n  Cross-correlation ", "\n  Autocorrelation ");
        String last = out.substring(out.indexOf("Fits badly: ")).replace("\n", " ");
        String sentence = last.substring(0, last.indexOf(". "));
        assertThat(badly).isNotEmpty().allSatisfy(name -> assertThat(sentence).contains(name));
        assertThat(sentence.replaceAll("\\([^)]*\\)", "").split(";")).hasSameSizeAs(badly);
    }

    @Test
    void wrongCallsAreExplained() throws IOException {
        Path log = log();
        Path model = Files.writeString(folder.resolve("m.json"), "{}");

        assertThat(Call.of("generate").status()).isEqualTo(2);
        assertThat(Call.of("generate").err())
                .contains("MODEL: is missing: which model shall draw the jobs?");
        assertThat(Call.of("generate", "--like", log, "--out", log, "--force").err())
                .contains("--out: '" + log + "' is what is read.");
        assertThat(Call.of("generate", "--like", log, "--fit-out", model).err())
                .contains("--fit-out: there is a file '" + model + "' already.")
                .contains("Maybe another name, or --force");
        assertThat(Call.of("generate", "--like", log, "--out", folder, "--force").err())
                .contains("--out: '" + folder + "' is a folder, where a file is expected.");
        assertThat(Call.of("generate", "--like", log, "--out", "x", "--fit-out", "x").err())
                .contains("--fit-out: 'x' is --out too.");
        assertThat(Call.of("generate", "--fit", model).status()).isEqualTo(2);
        assertThat(Call.of("generate", "--fit", model).err())
                .contains(model + " has 11 problems.")
                .contains("'jobsPerDay' is missing.");
        assertThat(Call.of("generate", "--fit", folder.resolve("none.json")).err())
                .contains("none.json: there is no such file.");
        assertThat(Call.of("generate", "--like", log, "--fit", model).status()).isEqualTo(2);
        assertThat(Call.of("generate", "--like", log, "--days", "-1").err())
                .contains("--days: must be above 0");
        assertThat(Call.of("generate", "--like", TinyTrace.five(folder)).err())
                .contains("too few jobs to fit anything to: 5.");
    }
}
