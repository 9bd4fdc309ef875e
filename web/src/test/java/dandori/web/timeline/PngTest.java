package dandori.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What {@code javax.imageio} reads of it: few colours and many, plain pictures and noise. */
final class PngTest {

    private final SplittableRandom random = new SplittableRandom(8);

    @Test
    void eachPixelHasItsColour() throws IOException {
        int[] colours = random.ints(252, 0, 1 << 24).toArray();
        for (int seen : new int[] {1, 2, 15, 16, 17, 34, 252}) {
            for (int longest : new int[] {1, 3, 5, 400}) {
                for (int width : new int[] {1, 2, 7, 64, 301}) {
                    compare(pixels(37 * width, seen, longest), width, colours);
                }
            }
        }
    }

    /** A palette that is shorter than half a byte could tell apart. */
    @Test
    void fewColoursAreEnough() throws IOException {
        compare(pixels(99, 3, 4), 9, new int[] {0, 0x123456, 0xfedcba});
    }

    private void compare(byte[] pixels, int width, int[] colours) throws IOException {
        int height = pixels.length / width;
        byte[] file = Png.of(pixels, width, height, colours);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        int[] expected = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int place = pixels[i] & 0xff;
            expected[i] = place == 0 ? colours[0] & 0xffffff : 0xff000000 | colours[place];
        }
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(expected);
    }

    /** So many colours, in runs of a length up to one. */
    private byte[] pixels(int count, int seen, int longest) {
        byte[] pixels = new byte[count];
        byte colour = 0;
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (left-- == 0) {
                colour = (byte) random.nextInt(seen);
                left = random.nextInt(longest);
            }
            pixels[i] = colour;
        }
        return pixels;
    }
}
