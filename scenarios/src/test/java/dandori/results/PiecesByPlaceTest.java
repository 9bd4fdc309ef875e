package dandori.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesByPlaceTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 10_000, 1_000_000_000})
    void piecesStandInTheOrderOfTheirPlacesHoweverFewMayWaitInMemory(long inMemory)
            throws IOException {
        List<Integer> places = new ArrayList<>(IntStream.range(0, 9_000).boxed().toList());
        Collections.shuffle(places.subList(100, 8_000), new Random(7));
        Collections.swap(places, 0, 8_999); // the first comes last
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PiecesByPlace pieces = new PiecesByPlace(inMemory)) {
            for (int place : places) {
                pieces.add(place, text(place).getBytes(StandardCharsets.UTF_8));
                pieces.writeWhole(out);
                assertThat(pieces.held()).isLessThanOrEqualTo(inMemory);
            }
            pieces.finish(out);
        }
        StringBuilder expected = new StringBuilder();
        for (int place = 0; place < 9_000; place++) {
            expected.append(text(place));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 1_000_000_000})
    void placesWithoutAPieceAreLeftOut(long inMemory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PiecesByPlace pieces = new PiecesByPlace(inMemory)) {
            assertThat(pieces.isEmpty()).isTrue();
            for (int place : new int[] {70_000, 3, 20_001, 4, 70_001}) {
                pieces.add(place, text(place).getBytes(StandardCharsets.UTF_8));
                pieces.writeWhole(out);
                assertThat(out.size()).isZero();
            }
            assertThat(pieces.isEmpty()).isFalse();
            pieces.finish(out);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("line 3\nline 4\nline 20001\nline 70001\n");
    }

    private static String text(int place) {
        return place % 5 == 0 ? "" : "line " + place + "\n";
    }
}
