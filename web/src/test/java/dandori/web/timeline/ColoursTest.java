package dandori.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page draws its legends with its own list of colours. */
final class ColoursTest {

    @Test
    void organizationsHaveThoseOfThePage() throws IOException {
        List<String> page = listed("OKABE_ITO");
        assertThat(page).hasSize(8);
        for (int place = 0; place < 8; place++) {
            assertThat(Colours.textOfPlace(place)).isEqualTo(page.get(place));
        }
        assertThat(Colours.textOfPlace(8)).isEqualTo("#4d9cc9"); // 0.3 of the way to white
    }

    @Test
    void amountsHaveThoseOfThePage() throws IOException {
        List<String> page = listed("VIRIDIS");
        for (int i = 0; i < page.size(); i++) {
            assertThat(Colours.text(Colours.ofAmount(i / (page.size() - 1.0))))
                    .isEqualTo(page.get(i));
        }
        assertThat(page).hasSize(10);
    }

    private static List<String> listed(String name) throws IOException {
        try (InputStream file =
                Colours.class.getResourceAsStream("/dandori/web/page/parts/colours.js")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            Matcher list = Pattern.compile(name + " = \\[([^\\]]*)\\]").matcher(text);
            assertThat(list.find()).isTrue();
            return Pattern.compile("#[0-9a-f]{6}")
                    .matcher(list.group(1))
                    .results()
                    .map(found -> found.group())
                    .toList();
        }
    }
}
