package org.comity;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Makes a picture of a page small: keeps its 256 commonest colours, and gives every other the nearest of them. */
final class SmallPicture {

    private static final int COLOURS = 256;

    private SmallPicture() {}

    static byte[] of(byte[] png) throws IOException {
        var whole = ImageIO.read(new ByteArrayInputStream(png));
        int width = whole.getWidth();
        var pixels = whole.getRGB(0, 0, width, whole.getHeight(), null, 0, width);
        var colours = commonest(pixels);
        var nearest = new HashMap<Integer, Integer>();
        var model = new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var small = new BufferedImage(width, whole.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int i = 0; i < pixels.length; i++) {
            int place = nearest.computeIfAbsent(pixels[i], it -> nearest(colours, it));
            small.getRaster().setSample(i % width, i / width, 0, place);
        }
        return written(small);
    }

    /** A background is kept as it is; what goes are the many shades of the edges of letters. */
    private static int[] commonest(int[] pixels) {
        return Arrays.stream(pixels)
                .boxed()
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] colours, int wanted) {
        return IntStream.range(0, colours.length)
                .boxed()
                .min(Comparator.comparingInt(it -> distance(colours[it], wanted)))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int part = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += part * part;
        }
        return sum;
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
