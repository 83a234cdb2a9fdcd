package org.comity;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Makes a picture of a page small: at most 256 colours, and those of letters' edges rounded until they are so few. */
final class SmallPicture {

    private static final int COLOURS = 256;

    private SmallPicture() {}

    static byte[] of(byte[] png) throws IOException {
        var whole = ImageIO.read(new ByteArrayInputStream(png));
        int width = whole.getWidth();
        var pixels = whole.getRGB(0, 0, width, whole.getHeight(), null, 0, width);
        int[] colours = {};
        for (int lost = 0; lost < 8; lost++) {
            int step = 1 << lost;
            for (int i = 0; i < pixels.length; i++) pixels[i] = rounded(pixels[i], step);
            colours = Arrays.stream(pixels).distinct().sorted().toArray();
            if (colours.length <= COLOURS) break;
        }
        var model = new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var small = new BufferedImage(width, whole.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int i = 0; i < pixels.length; i++) {
            small.getRaster().setSample(i % width, i / width, 0, Arrays.binarySearch(colours, pixels[i]));
        }
        return written(small);
    }

    /** White stays white. */
    private static int rounded(int colour, int step) {
        int rounded = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int part = colour >> shift & 0xff;
            rounded = rounded << 8 | Math.min(255, part == 255 ? 255 : (part + step / 2) / step * step);
        }
        return rounded;
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var options = writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionQuality(0);
            writer.write(null, new IIOImage(picture, null, null), options);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
