package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValuesFileTest {

    @Test
    void givesBackWhatItWasGivenAsOftenAsOneLikes() throws IOException {
        try (ValuesFile file = new ValuesFile()) {
            assertThat(of(file)).isEmpty();
            double[] values =
                    IntStream.range(0, 50_000).mapToDouble(value -> value / 7.0).toArray();
            file.add(values);
            values[0] = 5;
            file.add(new double[] {-1});
            for (int time = 0; time < 2; time++) {
                List<Double> back = of(file);
                assertThat(back).hasSize(50_001).endsWith(49_999 / 7.0, -1.0);
                assertThat(back.get(0)).isZero();
            }
        }
    }

    @Test
    void aFailureNamesTheFolder() throws IOException {
        ValuesFile file = new ValuesFile();
        file.add(new double[1]);
        file.close();
        assertThatThrownBy(() -> file.add(new double[1]))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileSystemException.class)
                .hasMessageContaining(System.getProperty("java.io.tmpdir"));
    }

    private static List<Double> of(ValuesFile file) {
        List<Double> all = new ArrayList<>();
        file.forEach(all::add);
        return all;
    }
}
