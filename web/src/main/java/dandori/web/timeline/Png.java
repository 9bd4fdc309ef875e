package dandori.web.timeline;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of few colours as PNG files. */
final class Png {

    /** The writer makes 9 − 9 · quality its level of deflation: 1, the fastest that packs. */
    private static final float QUICKLY = 8 / 9f;

    private Png() {}

    /**
     * A picture.
     *
     * @param pixels the place of each one's colour, line by line; 0 is transparent
     * @param colours the colours, 0xRRGGBB; at most 256
     */
    static byte[] of(byte[] pixels, int width, int height, int[] colours) {
        IndexColorModel model =
                new IndexColorModel(8, colours.length, colours, 0, false, 0, DataBuffer.TYPE_BYTE);
        BufferedImage image =
                new BufferedImage(
                        model,
                        Raster.createInterleavedRaster(
                                new DataBufferByte(pixels, pixels.length),
                                width,
                                height,
                                width,
                                1,
                                new int[] {0},
                                null),
                        false,
                        null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUICKLY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it stays in memory
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
