package dandori.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureTest {

    private static final int NODES = 40;

    @TempDir Path folder;

    @Test
    void itShowsWhatIsThereAtEachPixel() throws IOException {
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 60; round++) {
            List<ObviousPicture.Stay> stays =
                    RandomStays.of(random, 1 + random.nextInt(120), NODES);
            Jobs jobs = written(stays);
            for (int i = 0; i < 12; i++) {
                double from = random.nextInt(-50, 1000) + random.nextInt(4) / 4.0;
                Window window =
                        new Window(
                                from,
                                from + 0.25 + random.nextInt(1, 2000) / 8.0,
                                random.nextInt(NODES),
                                1 + random.nextInt(2 * NODES));
                int width = 1 << random.nextInt(8); // so that centres are exact
                int height = 1 << random.nextInt(7);
                assertThat(
                                Picture.pixels(
                                        jobs,
                                        machine(),
                                        window,
                                        width,
                                        height,
                                        Paint.by(Colouring.ORGANIZATION)))
                        .as("%s, %d x %d, round %d", window, width, height, round)
                        .isEqualTo(ObviousPicture.of(stays, window, width, height));
            }
        }
    }

    /** As many stays as a pass over all of them takes, which the few do not. */
    @Test
    void manyStaysAreDrawnByTwoThreadsAsByOne() throws IOException {
        int count = 450_000;
        StringBuilder lines = new StringBuilder(WrittenRun.HEAD);
        byte[] expected = new byte[64 * NODES];
        for (int i = 0; i < count; i++) {
            int node = i % NODES;
            int begin = i / NODES * 10;
            lines.append(WrittenRun.line(i, "o" + i % 7, 0, begin, begin + 8, "" + node));
        }
        WrittenRun.table(folder, "jobs.csv.gz", lines.toString());
        int span = count / NODES * 10;
        for (int pixel = 0; pixel < expected.length; pixel++) {
            double centre = (pixel % 64 + 0.5) * span / 64;
            int job = ((int) (centre / 10)) * NODES + pixel / 64;
            expected[pixel] = (byte) (centre % 10 < 8 ? 1 + job % 7 : 0);
        }
        byte[] drawn =
                Picture.pixels(
                        WrittenRun.read(folder).jobs(),
                        machine(),
                        new Window(0, span, 0, NODES),
                        64,
                        NODES,
                        Paint.by(Colouring.ORGANIZATION));
        assertThat(drawn).isEqualTo(expected);
    }

    @Test
    void aJobOfOneNodeAmongVeryManyIsSeen() throws IOException {
        WrittenRun.table(
                folder, "jobs.csv.gz", WrittenRun.HEAD + WrittenRun.line(1, "a", 0, 50, 51, "777"));
        Jobs jobs = WrittenRun.read(folder).jobs();
        RunMachine machine = new RunMachine("m", "node", 158_976, List.of());
        Window window = new Window(0, 86_400 * 365.0, 0, 158_976);
        byte[] pixels =
                Picture.pixels(jobs, machine, window, 1200, 500, Paint.by(Colouring.ORGANIZATION));
        byte[] expected = new byte[1200 * 500];
        expected[777 * 500 / 158_976 * 1200] = 1;
        assertThat(pixels).isEqualTo(expected);
    }

    @Test
    void sizesWaitsAndStatesHaveTheirColours() throws IOException {
        String waits =
                """
                1,o,u,m,,0,0,100,1,9,9,completed,0,0,0,0,0,
                2,o,u,m,,0,0,100,4,9,9,killed,3600,0,0,0,1-4,
                3,o,u,m,,0,0,100,16,9,9,failed,604800,0,0,0,5-20,
                """;
        WrittenRun.table(folder, "jobs.csv.gz", WrittenRun.HEAD + waits);
        Jobs jobs = WrittenRun.read(folder).jobs();
        assertThat(shown(jobs, Paint.by(Colouring.STATE)))
                .containsExactly(
                        State.COMPLETED.colour(), State.KILLED.colour(), State.FAILED.colour());
        assertThat(shown(jobs, Paint.by(Colouring.SIZE)))
                .containsExactly(
                        Colours.ofAmount(0),
                        Colours.ofAmount(Math.round(249 / 2.0) / 249.0), // 4 of 16 is half of it
                        Colours.ofAmount(1));
        double hour = Math.log(3600) / Math.log(604_800);
        assertThat(shown(jobs, Paint.by(Colouring.WAIT)))
                .containsExactly(
                        Colours.ofAmount(0),
                        Colours.ofAmount(Math.round(249 * hour) / 249.0),
                        Colours.ofAmount(1));
    }

    @Test
    void whatIsNotOfTheOneOrganizationIsGrey() throws IOException {
        String lines =
                WrittenRun.line(1, "a", 0, 0, 100, "0")
                        + WrittenRun.line(2, "b", 0, 0, 100, "1-4")
                        + WrittenRun.line(3, "c", 0, 0, 100, "5-20");
        WrittenRun.table(folder, "jobs.csv.gz", WrittenRun.HEAD + lines);
        Jobs jobs = WrittenRun.read(folder).jobs();
        for (Colouring by : Colouring.values()) {
            List<Integer> all = shown(jobs, Paint.by(by));
            assertThat(shown(jobs, new Paint(by, "b")))
                    .containsExactly(Paint.GREY, all.get(1), Paint.GREY);
            assertThat(shown(jobs, new Paint(by, "nobody"))).containsOnly(Paint.GREY);
        }
    }

    /** The colours of the nodes 0, 1 and 5, as the picture file has them. */
    private static List<Integer> shown(Jobs jobs, Paint paint) throws IOException {
        RunMachine machine = new RunMachine("m", "node", 16, List.of());
        byte[] png = Picture.png(jobs, machine, new Window(0, 200, 0, 21), 2, 21, paint);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getRGB(1, 3)).as("idle is transparent").isZero();
        List<Integer> colours = new ArrayList<>();
        for (int node : new int[] {0, 1, 5}) {
            assertThat(image.getRGB(0, node) >>> 24).isEqualTo(255);
            colours.add(image.getRGB(0, node) & 0xffffff);
        }
        return colours;
    }

    private static RunMachine machine() {
        return new RunMachine("m", "node", NODES, List.of());
    }

    private Jobs written(List<ObviousPicture.Stay> stays) throws IOException {
        StringBuilder lines = new StringBuilder(WrittenRun.HEAD);
        for (int organization = 0; organization < 8; organization++) { // so that all are known
            lines.append("0,o%d,u,m,,0,,,1,9,0,waiting,0,0,0,0,,\n".formatted(organization));
        }
        int id = 1;
        for (ObviousPicture.Stay stay : stays) {
            lines.append(
                    WrittenRun.line(
                            id++,
                            "o" + (stay.colour() - 1),
                            0,
                            stay.start(),
                            stay.end(),
                            RandomStays.set(stay)));
        }
        WrittenRun.table(folder, "jobs.csv.gz", lines.toString());
        return WrittenRun.read(folder).jobs();
    }
}
