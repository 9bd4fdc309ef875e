package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader of bytes against an obvious one that splits strings. */
class SwfLinesDifferentialTest {

    private static final String[] TOKENS = {
        "-1",
        "0",
        "1",
        "42",
        "123456",
        "999999999999999999",
        "1000000000000000000",
        "-7",
        "-1.5",
        "3.14159",
        "5.",
        ".5",
        "+8",
        "1e3",
        "2.5E2",
        "-",
        "--1",
        "1-",
        "x",
        "1x",
        "0x1",
        "nan",
        "1,5",
        "007",
        "0000000000000000000000012",
        "-0",
        "-0.25",
        "1e-3",
        "-1 ",
        "-12",
        "-1.0",
        "1e99",
        "\0"
    };
    private static final String[] BLANKS = {" ", " ", " ", "  ", "\t", " \t ", "\r"};
    private static final String[] ENDS = {"\n", "\n", "\n", "\r\n", " \n", "\t\r\n"};

    @Test
    void randomLinesReadInRandomPiecesMeanTheSame() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String text = text(random);
            SwfLines lines = new SwfLines(inPieces(text, random));
            List<String> read = new ArrayList<>();
            for (SwfLines.Kind kind = lines.next();
                    kind != SwfLines.Kind.END;
                    kind = lines.next()) {
                read.add(described(lines, kind));
            }
            assertThat(read).as("seed " + seed).isEqualTo(obvious(text));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(seldom(random) ? 5000 : 40);
        for (int line = 0; line < lines; line++) {
            int fields = random.nextInt(10) == 0 ? random.nextInt(25) : 18;
            text.append(random.nextInt(8) == 0 ? "; a comment " : "");
            text.append(random.nextInt(4) == 0 ? "  " : "");
            boolean wild = random.nextInt(3) == 0;
            for (int field = 0; field < fields; field++) {
                text.append(field == 0 ? "" : BLANKS[random.nextInt(BLANKS.length)]);
                text.append(wild && seldom(random) ? any(random) : "" + (random.nextInt(2000) - 1));
            }
            text.append(ENDS[random.nextInt(ENDS.length)]);
        }
        return random.nextBoolean() ? text.toString() : text.toString().strip();
    }

    private static String any(Random random) {
        return TOKENS[random.nextInt(TOKENS.length)];
    }

    private static boolean seldom(Random random) {
        return random.nextInt(12) == 0;
    }

    private static InputStream inPieces(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(70_000)));
            }
        };
    }

    private static String described(SwfLines lines, SwfLines.Kind kind) {
        if (kind != SwfLines.Kind.NUMBERS) {
            return kind == SwfLines.Kind.COMMENT ? lines.text() : kind.toString();
        }
        StringBuilder text = new StringBuilder(lines.fieldCount + ":");
        for (int field = 0; field < Math.min(lines.fieldCount, 18); field++) {
            boolean decimal = (lines.decimals & 1 << field) != 0;
            text.append(' ').append(lines.values[field]);
            text.append(decimal ? "+" + lines.thousandths[field] : "");
        }
        return text.toString();
    }

    private static List<String> obvious(String text) {
        List<String> all = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i < lines.length - 1 || !lines[i].isEmpty()) {
                all.add(obviousLine(lines[i]));
            }
        }
        return all;
    }

    private static String obviousLine(String line) {
        String bare = line.replaceAll("^[ \t\r]+|[ \t\r]+$", "");
        if (bare.isEmpty()) {
            return "BLANK";
        }
        if (bare.startsWith(";")) {
            return line;
        }
        String[] fields = bare.split("[ \t\r]+");
        StringBuilder text = new StringBuilder(fields.length + ":");
        SwfLines.Kind worst = SwfLines.Kind.NUMBERS;
        for (int field = 0; field < Math.min(fields.length, 18); field++) {
            try {
                BigDecimal number = new BigDecimal(fields[field]);
                if (number.abs().compareTo(BigDecimal.TEN.pow(18)) >= 0) {
                    worst = SwfLines.Kind.BEYOND_RANGE;
                    continue;
                }
                text.append(' ').append(number.longValue());
                if (fields[field].matches(".*[.eE].*")) {
                    BigDecimal rest = number.remainder(BigDecimal.ONE);
                    text.append('+').append(rest.movePointRight(3).intValue());
                }
            } catch (NumberFormatException notANumber) {
                worst = worst == SwfLines.Kind.BEYOND_RANGE ? worst : SwfLines.Kind.WORDS;
            }
        }
        return worst == SwfLines.Kind.NUMBERS ? text.toString() : worst.toString();
    }
}
