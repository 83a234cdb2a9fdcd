package org.comity.viewer.child;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.comity.viewer.child.Render.Unreadable;

/** Reads the first picture of a file, every so many points of it, so that it fits and no size makes it large. */
final class ScaledPicture {

    private static final int WIDEST = 1600;
    private static final int HIGHEST = 1600;

    private ScaledPicture() {}

    static void render(InputStream in, WritingFrames frames) throws IOException {
        ImageIO.setUseCache(false);
        try (var bytes = ImageIO.createImageInputStream(in)) {
            var readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) throw new Unreadable("no-picture");
            var reader = readers.next();
            reader.setInput(bytes, false, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            frames.field("Format", reader.getFormatName());
            frames.field("Points", width + " × " + height);
            frames.picture(drawn(reader, width, height));
            reader.dispose();
        }
    }

    private static BufferedImage drawn(ImageReader reader, int width, int height) throws IOException {
        int step = Math.max(1, Math.max(Math.ceilDiv(width, WIDEST), Math.ceilDiv(height, HIGHEST)));
        var wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(step, step, 0, 0);
        var read = reader.read(0, wanted);
        var opaque = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = opaque.createGraphics();
        canvas.drawImage(read, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }
}
