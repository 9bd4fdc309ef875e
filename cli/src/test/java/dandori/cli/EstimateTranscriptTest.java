package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.catalogue.ModelCatalogue;
import dandori.catalogue.OrganizationCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people see of {@code estimate} and of {@code catalogue models} and {@code organizations}.
 */
class EstimateTranscriptTest {

    private static final String HEAD =
            "machine,n_accel,params_B,layers,hidden,heads,seq,vocab,tp,pp,dp,vpp,micro_batch,"
                    + "global_batch,recompute,seq_par,iter_s,note\n";

    @TempDir Path folder;

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("cases.csv"), HEAD + lines);
    }

    private static Call estimate(String words) {
        return Call.of((Object[]) ("estimate " + words).split(" "));
    }

    @Test
    void aCaseThatIsGivenInFull() {
        Call call =
                estimate(
                        "--model llm-jp-172b --machine sakura-hokkaido --nodes 64 --tensor 4 --pipeline 16"
                                + " --micro-batch 1");

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .isEqualTo(
                        """
                        LLM-jp-3 172B on 64 nodes of sakura-hokkaido (512 H100 SXM 80 GB):
                          tensor 4 · pipeline 16 · data 8 · micro-batch 1
                          global batch 1,728 x 4,096 tokens · sequence parallel · zero-1 · bf16
                          step 42.1 s   MFU 36 %
                          in s: compute 35.7  bubble 2.53  tensor 3.13  pipeline 0.556  data 0.097  optimizer 0.014
                          memory 57 of 80 GiB
                          2.1 T tokens: 144 d without failures, 146 d expected (checkpoint every 1 h 41 min, 22 failures)
                          interrupted every 6.8 d (assumed), checkpoints of 31 s (assumed), restarts of 15 min (assumed)
                          energy 2.2 GWh
                          calibrated by steps of this machine, but tested on none that the fit had not seen
                        """);
    }

    @Test
    void whatIsNotGivenIsChosen() {
        Call given =
                estimate(
                        "--model gpt-3 --machine selene --nodes 128 --tensor 8 --pipeline 8 --micro-batch 1");
        Call chosen = estimate("--model gpt-3 --machine selene --nodes 128");

        assertThat(chosen.status()).isZero();
        assertThat(chosen.out())
                .contains("data ", "memory ", "error of this estimate", "(10 steps)");
        assertThat(seconds(chosen)).isLessThan(seconds(given));
    }

    private static double seconds(Call call) {
        return Double.parseDouble(call.out().replaceAll("(?s).*\n  step ([0-9.]+) s .*", "$1"));
    }

    @Test
    void whatDoesNotFitIsToldWithTheLeastChange() {
        Call call =
                estimate(
                        "--model gpt-3 --machine selene --nodes 128 --tensor 8 --pipeline 8"
                                + " --micro-batch 32");

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("  step ")
                .containsPattern(
                        "  does not fit: needs [0-9]+ GiB, has 80\n  Maybe micro-batch 2: ");
    }

    @Test
    void wordsAreThoseOfFiles() {
        String call = "--model gpt-3 --machine selene --nodes 128 --sharding ";

        assertThat(estimate(call + "zero-1 --attention flash-tuned").out())
                .contains(" · zero-1 · ");
        assertThat(estimate(call + "zero_1").out()).contains(" · zero-1 · ");
        assertThat(estimate(call + "zero1").err())
                .isEqualTo(
                        """
                        dandori: --sharding: there is no 'zero1'.
                        Maybe 'zero-1'. Known: none, zero-1, zero-2, zero-3.
                        """);
    }

    @Test
    void whatIsPrintedFitsAHundredColumns() {
        String gpt = "--model gpt-3 --machine selene --nodes ";
        for (String call :
                List.of(
                        gpt + "128",
                        gpt + "1",
                        gpt + "16 --micro-batch 32",
                        "--model llm-jp-13b --machine sakuraone --nodes 8",
                        "--model llm-jp-13b --machine sakura-hokkaido --nodes 1")) {
            assertThat(estimate(call).out().lines()).allMatch(line -> line.length() <= 100);
        }
    }

    @Test
    void aMachineThatNobodyMeasuredIsMarked() {
        Call call = estimate("--model fugaku-llm-13b --machine fugaku --nodes 13824 --tensor 6");

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("13,824 A64FX", "of 32 GiB", "fp32")
                .contains("constants of others are assumed")
                .contains("assumed: ranks that share a matrix are neighbours on the torus");
    }

    @Test
    void onlyWhatNobodyPublishedIsMarkedAsAssumed() {
        Call call = estimate("--model gpt-3 --machine jean-zay-a100 --nodes 48");

        assertThat(call.out())
                .containsPattern(
                        " d without failures, .* d expected \\(checkpoint every .* failures\\)\n")
                .containsPattern(
                        "interrupted every [0-9.]+ d, checkpoints of 43 s, restarts of 15 min \\(assumed\\)\n");
    }

    @Test
    void whereNobodySaysHowOftenNodesFailNoFailuresAreExpected() {
        Call call = estimate("--model fugaku-llm-13b --machine fugaku --nodes 13824 --tensor 6");

        assertThat(call.out()).contains(" d without failures\n").doesNotContain("expected");
    }

    @Test
    void aProgramGetsATree() {
        Call call = estimate("--model llama-2-7b --machine eos-h100 --nodes 8 --json");

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .startsWith("{")
                .contains("\"predicted_s\"", "\"mfu\"", "\"fits\" : true", "\"days\"")
                .doesNotContain("failures");
        assertThat(estimate("--model llama-2-7b --machine sakuraone --nodes 8 --json").out())
                .contains("\"expected_days\"", "\"failures\"", "\"checkpoint_interval_s\"")
                .contains("\"is_mtbf_assumed\" : false", "\"is_checkpoint_assumed\" : true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --model gpt3 --machine selene --nodes 4 | --model: there is no model 'gpt3' in the catalogue. | Maybe 'gpt-3'. Known:
                    --model gpt-3 --machine selen --nodes 4 | --machine: there is no machine 'selen' in the catalogue. | Maybe 'selene'. Known:
                    --model gpt-3 --machine selene | --nodes: is missing. | Maybe --model
                    --model gpt-3 --machine selene --nodes 0 | --nodes: must be at least 1, but is 0. | 0.
                    --model gpt-3 --machine selene --nodes 600 | --nodes: is 600, but selene has 560. | 560
                    --model gpt-3 --machine selene --nodes 128 --tensor 7 | --tensor: is 7, which does not divide 1024 accelerators. | Maybe --tensor 8.
                    --model gpt-3 --machine selene --nodes 128 --tensor 64 | --tensor: is 64, which does not divide 96 heads. | Maybe --tensor 32.
                    --model gpt-3 --machine selene --nodes 128 --pipeline 256 | --pipeline: is 256, but the model has 96 layers. | Maybe at most 96.
                    --model gpt-3 --machine selene --nodes 128 --tensor 8 --pipeline 8 --data 3 | --data: is 3, but 1024 accelerators / (8 x 8) is 16. | Maybe leave it out.
                    --model gpt-3 --machine selene --nodes 128 --tensor 8 --pipeline 8 --global-batch 1000 | --global-batch: is 1000, which 16 copies of micro-batches of 1 do not divide. | Maybe --global-batch 1008.
                    --model gpt-3 --machine ricc --nodes 4 | --machine: Machine 'ricc' does not say enough about its nodes to train on: | Maybe add
                    --model gpt-3 --machine selene --nodes 101 | nothing that divides 96 layers, 96 heads and 1536 sequences makes use of 808 accelerators. | Maybe another --global-batch
                    --model gpt-3 --machine selene --nodes 4 --recompute half | --recompute: there is no 'half'. | Maybe
                    --file nothing.csv | nothing.csv has 1 problem. | there is no such file.
                    --file a.csv --calibrate b.csv | --model, --file, --calibrate: one of them must be given, and only one. | Maybe
                    """)
    void whatIsWrongIsTold(String call, String wrong, String maybe) {
        Call answer = estimate(call);

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(wrong).contains(maybe);
    }

    @Test
    void twoWrongThingsAreToldAtOnce() {
        Call call = estimate("--model gpt-3 --machine selene --nodes 128 --tensor 7 --pipeline 7");

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .contains(
                        "--tensor: is 7, which does not divide 1024 accelerators.\nMaybe --tensor 8.")
                .contains("--pipeline: is 7, which does not divide 1024 accelerators.");
    }

    @Test
    void aTableKeepsItsColumnsAndItsOrder() throws IOException {
        Path cases =
                file(
                        """
                        selene,64,3.6,30,3072,32,2048,51200,2,1,32,1,16,512,full,0,3.6974,
                        selene,64,3.6,30,3072,32,2048,,2,1,8,1,512,512,full,0,,ZeRO-1
                        jean-zay-a100,384,176,,,,2048,,,,,,,2048,full,0,,"a, b"
                        """);
        Path out = folder.resolve("predicted.csv");
        Call call = Call.of("estimate", "--file", cases, "--out", out);

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out()).startsWith("3 cases predicted, ").contains(" off where measured: ");
        var lines = Files.readAllLines(out);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .isEqualTo(
                        HEAD.strip()
                                + ",predicted_s,mfu,fits,needs_gib,has_gib,compute,bubble,tensor,"
                                + "pipeline,data,optimizer,remarks");
        assertThat(lines.get(1)).startsWith("selene,64,3.6,30,3072,32,2048,51200,2,1,32,1,16,512,");
        assertThat(lines.get(2))
                .contains(",false,")
                .contains("vocabulary of 51200 assumed; dp is 8, but 32 follows from n_accel");
        assertThat(lines.get(3)).contains("\"a, b\"", " chosen", " heads assumed");
        assertThat(Call.of("estimate", "--file", cases).out()).isEqualTo(Files.readString(out));
    }

    @Test
    void allThatIsWrongWithATableIsToldAtOnce() throws IOException {
        Path cases =
                file(
                        """
                        selen,64,3.6,30,3072,32,2048,51200,2,1,32,1,16,512,full,0,3.6974,
                        selene,64,3.6,30,3072,32,many,51200,2,1,32,1,16,512,full,0,3.6974,
                        selene,64,3.6,30,3072,32,2048,51200,16,8,32,1,16,512,full,0,3.6974,
                        selene,64,3.6,30,3072,32,2048,51200,2,1,32,1,16,512,all,0,-1,
                        """);
        Call call = Call.of("estimate", "--file", cases);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err())
                .contains("cases.csv has 5 problems.")
                .contains("machine (line 2): There is no machine 'selen' in the catalogue.")
                .contains("seq (line 3): must be a number, but is 'many'.")
                .contains("n_accel (line 4): is 64, but tp x pp is 128.")
                .contains("recompute (line 5): there is no 'all'.")
                .contains("iter_s (line 5): must be above 0, but is '-1'.");
    }

    @Test
    void aColumnThatIsMissingIsTold() throws IOException {
        Path cases = Files.writeString(folder.resolve("cases.csv"), "machine,n_acel\nselene,8\n");
        Call call = Call.of("estimate", "--file", cases);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .contains("there is no column 'n_accel'.\n  Maybe 'n_acel' is meant.")
                .contains("there is no column 'seq'.");
    }

    @Test
    void aMachineIsCalibratedByWhatWasMeasured() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int batch = 64; batch <= 1024; batch *= 2) {
            lines.append("selene,64,3.6,30,3072,32,2048,51200,2,1,32,1,1,")
                    .append(batch)
                    .append(",full,0,")
                    .append(0.01 * batch)
                    .append(",\n");
        }
        lines.append("selene,64,3.6,30,3072,32,2048,51200,2,1,32,1,1,2048,full,0,0.5,\n");
        Call call = Call.of("estimate", "--calibrate", file(lines.toString()));

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("| set | machine | nodes | steps |", "| selene | several | 5 |")
                .contains("Left out: a step in 0.5 s would take more than the peak of 64")
                .contains("FIT: \"Fitted to 5 measured steps by dandori estimate --calibrate;")
                .contains("calibration:\n  matrixEfficiency: [0.")
                .contains("  rowsOfSeveralNodes: [5, derived, FIT, counted]\n");
    }

    @Test
    void theCatalogueListsModelsAndPrintsOne() {
        Call list = Call.of("catalogue", "models");

        assertThat(list.status()).isZero();
        assertThat(list.out()).contains("  llm-jp-172b            172 B        2.1 T");
        assertThat(ModelCatalogue.names())
                .allSatisfy(name -> assertThat(list.out()).contains("\n  " + name + " "));
        assertThat(list.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(Call.of("catalogue", "models", "gpt-3").out())
                .isEqualTo(ModelCatalogue.text("gpt-3"));
        assertThat(Call.of("catalogue", "models", "gpt3").err())
                .contains("there is no model 'gpt3' in the catalogue.\nMaybe 'gpt-3'.");
    }

    @Test
    void theCatalogueListsOrganizationsAndPrintsOne() {
        Call list = Call.of("catalogue", "organizations");

        assertThat(list.status()).isZero();
        assertThat(OrganizationCatalogue.names())
                .allSatisfy(name -> assertThat(list.out()).contains("\n  " + name + " "));
        assertThat(list.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(Call.of("catalogue", "organizations", "riken").out())
                .isEqualTo(OrganizationCatalogue.text("riken"));
        Call wrong = Call.of("catalogue", "organizations", "rikken");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("there is no organization 'rikken' in the catalogue.\nMaybe 'riken'.");
    }

    @Test
    void aModelMayBeAFile() throws IOException {
        Path ours =
                Files.writeString(
                        folder.resolve("ours.yaml"),
                        ModelCatalogue.text("llama-7b").replace("model: llama-7b", "model: ours"));
        Call call = Call.of("estimate", "--model", ours, "--machine", "selene", "--nodes", 4);

        assertThat(call.status()).isZero();
        assertThat(call.out()).startsWith("LLaMA 7B on 4 nodes of selene (32 A100");
    }
}
