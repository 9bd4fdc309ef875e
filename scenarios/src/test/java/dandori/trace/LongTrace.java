package dandori.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes a long log for measuring speed and memory, whose jobs resemble no real machine's: {@code
 * java scenarios/src/test/java/dandori/trace/LongTrace.java JOBS FILE MEAN_GAP_S}. 158,976
 * processors, sizes mostly small; a mean gap of 24.8 s between submissions offers a load of about
 * 0.94, one of 29 s one of about 0.8. The same arguments give the same file.
 */
final class LongTrace {

    private static final int PROCESSORS = 158_976;
    private static final int LONGEST_S = 3 * 86_400;

    private final SplittableRandom random = new SplittableRandom(1);

    private LongTrace() {}

    /** For the command line. */
    public static void main(String[] words) throws IOException {
        try (PrintStream out =
                new PrintStream(
                        new BufferedOutputStream(Files.newOutputStream(Path.of(words[1])), 1 << 20),
                        false,
                        StandardCharsets.US_ASCII)) {
            new LongTrace().write(Integer.parseInt(words[0]), Double.parseDouble(words[2]), out);
        }
    }

    private void write(int jobs, double meanGap, OutputStream out) throws IOException {
        out.write(text("; MaxProcs: " + PROCESSORS + "\n"));
        double clock = 0;
        StringBuilder line = new StringBuilder();
        for (int id = 1; id <= jobs; id++) {
            int size = (int) Math.pow(2, triangular());
            int run = (int) Math.min(Math.exp(7.5 + 1.8 * normal()) + 1, LONGEST_S);
            int asked = (int) (run * (1 + exponential(1 / 0.7))) / 300 * 300 + 300;
            clock += exponential(meanGap);
            line.setLength(0);
            line.append(id).append(' ').append((long) clock).append(" -1 ").append(run);
            line.append(' ').append(size).append(" -1 -1 ").append(size).append(' ');
            line.append(Math.min(LONGEST_S, Math.max(run, asked))).append(" -1 1 ");
            line.append(random.nextInt(500)).append(" 1 -1 1 -1 -1 -1\n");
            out.write(text(line.toString()));
        }
    }

    private static byte[] text(String line) {
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private double normal() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Between 0 and 14, most often 3. */
    private double triangular() {
        double share = random.nextDouble();
        return share < 3 / 14.0 ? Math.sqrt(share * 14 * 3) : 14 - Math.sqrt((1 - share) * 14 * 11);
    }
}
