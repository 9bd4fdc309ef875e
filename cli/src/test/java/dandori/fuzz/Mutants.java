package dandori.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damaged copies of files, the same for the same number. */
final class Mutants {

    private static final String[] PIECES = {
        "\0",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\"",
        "'",
        ",",
        ";",
        "|",
        ":",
        "=",
        "{",
        "}",
        "[",
        "]",
        "<",
        ">",
        "&a",
        "*a",
        "-",
        "-1",
        "0",
        "1e99",
        "1e999999999",
        "NaN",
        "Infinity",
        "9223372036854775807",
        "-9223372036854775808",
        "1000000000000000000",
        "-1000000000000000000",
        "2147483648",
        "4294967296",
        "9999-12-31T23:59:59",
        "1969-12-31T23:59:59",
        "2026-03-29T02:30:00",
        "\ufeff",
        "\u3042",
        "\ud83d\ude00",
        "null",
        "true",
        "n[0-999999999]",
        "..",
        "../../etc/passwd"
    };

    private static final int LONG_RUN = 20_000;

    private Mutants() {}

    static byte[] of(List<byte[]> seeds, long number) {
        SplittableRandom random = new SplittableRandom(number);
        byte[] bytes = seeds.get(random.nextInt(seeds.size()));
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = changed(bytes, seeds, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, List<byte[]> seeds, SplittableRandom random) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + random.nextInt(1, 16));
        return switch (random.nextInt(10)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, new byte[0], end);
            case 2 -> spliced(bytes, at, piece(random), at);
            case 3 -> spliced(bytes, at, piece(random), end);
            case 4 -> spliced(bytes, at, new byte[] {(byte) random.nextInt(256)}, end);
            case 5 -> spliced(bytes, at, Arrays.copyOfRange(bytes, at, end), at); // once more
            case 6 -> withOtherNumber(bytes, at, random);
            case 7 -> spliced(bytes, at, run(new byte[] {piece(random)[0]}, random), at);
            case 8 -> spliced(bytes, at, run(Arrays.copyOfRange(bytes, at, end), random), at);
            default -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int from = random.nextInt(other.length + 1);
                yield spliced(bytes, at, Arrays.copyOfRange(other, from, other.length), end);
            }
        };
    }

    private static byte[] piece(SplittableRandom random) {
        return PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
    }

    /** The same again and again: 40 bytes, now and then many. */
    private static byte[] run(byte[] same, SplittableRandom random) {
        byte[] run = new byte[random.nextInt(4) == 0 ? LONG_RUN : 40];
        for (int i = 0; i < run.length && same.length > 0; i++) {
            run[i] = same[i % same.length];
        }
        return run;
    }

    /** The number at or behind a place is replaced by an extreme one. */
    private static byte[] withOtherNumber(byte[] bytes, int at, SplittableRandom random) {
        int from = at;
        while (from < bytes.length && !isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && isDigit(bytes[to])) {
            to++;
        }
        return spliced(bytes, from, piece(random), to);
    }

    private static boolean isDigit(byte one) {
        return one >= '0' && one <= '9';
    }

    /** Bytes with others in place of some. */
    static byte[] spliced(byte[] bytes, int at, byte[] middle, int end) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, at);
        all.writeBytes(middle);
        all.write(bytes, end, bytes.length - end);
        return all.toByteArray();
    }
}
