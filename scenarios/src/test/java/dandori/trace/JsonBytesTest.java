package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "1", " ", "\0\0\ufffd\0", "{\"name\": \"\u3042\"}"})
    void oneMarkStandsBeforeWhatTheLogSays(String text) throws IOException {
        assertThat(read(text)).isEqualTo("\ufeff" + text);
        assertThat(read("\ufeff" + text)).isEqualTo("\ufeff" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff"})
    void anEmptyLogStaysEmpty(String text) throws IOException {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void closingLeavesTheLogOpen() throws IOException {
        boolean[] closed = new boolean[1];
        InputStream log =
                new ByteArrayInputStream(new byte[] {'{', '}'}) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };
        JsonBytes.of(log).close();
        assertThat(closed).containsExactly(false);
    }

    private static String read(String text) throws IOException {
        InputStream log = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new String(JsonBytes.of(log).readAllBytes(), StandardCharsets.UTF_8);
    }
}
