package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dandori serve}: what it says, and how it ends. */
final class ServeCommandTest {

    @TempDir Path results;

    @Test
    void aFolderThatIsNotThereIsTold() throws Exception {
        Path none = results.resolve("none");
        assertThat(Call.of("serve", none).err())
                .isEqualTo(
                        """
                        dandori: RESULTS_DIR: there is no folder '%s'.
                        Maybe 'dandori run scenarios/examples/first-steps.yaml' first: it makes one.
                        """
                                .formatted(none));
        Path file = Files.writeString(results.resolve("file"), "");
        assertThat(Call.of("serve", file).err()).contains("'" + file + "' is no folder.");
        assertThat(Call.of("serve", none).status()).isEqualTo(2);
    }

    @Test
    void aPortThatIsTakenIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Call call = Call.of("serve", results, "--port", taken.getLocalPort());
            assertThat(call.status()).isEqualTo(2);
            assertThat(call.err())
                    .isEqualTo(
                            """
                            dandori: --port: %d is taken by another program.
                            Maybe --port 0, for any that is free.
                            """
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void aPortThatIsNoneIsTold() {
        for (int port : new int[] {-1, 65_536}) {
            Call call = Call.of("serve", results, "--port", port);
            assertThat(call.status()).isEqualTo(2);
            assertThat(call.err())
                    .contains("--port: must be from 0 to 65535, but is " + port, "Maybe 8470.");
        }
    }

    @Test
    void anAddressOfAnotherMachineIsTold() {
        Call call = Call.of("serve", results, "--host", "192.0.2.1", "--port", 0);
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("--host: '192.0.2.1' is no address of this machine.");
        assertThat(Call.of("serve", results, "--host", "no such host").err())
                .contains("--host: there is no address 'no such host'.");
    }

    @Test
    void itServesUntilItIsInterrupted() throws Exception {
        List<String> words = new ArrayList<>(Call.javaWords(List.of()));
        words.addAll(List.of("serve", results.toString(), "--port", "0"));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader()) {
            String first = String.valueOf(out.readLine());
            assertThat(first).startsWith(results + " is served at http://localhost:");
            URI at = URI.create(first.substring(first.indexOf("http")));
            HttpURLConnection page = (HttpURLConnection) at.toURL().openConnection();
            assertThat(page.getResponseCode()).isEqualTo(200);
            assertThat(out.readLine()).isEqualTo("Ctrl-C ends it.");
            new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(out.readLine()).isNull();
        } finally {
            process.destroyForcibly();
        }
    }
}
