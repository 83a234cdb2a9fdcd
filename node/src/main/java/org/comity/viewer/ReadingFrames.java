package org.comity.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.comity.ui.HarmlessText;
import org.comity.viewer.ShownPart.Block;
import org.comity.viewer.child.WritingFrames;
import org.jspecify.annotations.Nullable;

/** Reads what the child says as a stranger's word: bounded, each frame by its form, text made harmless. */
final class ReadingFrames {

    private static final int MOST_BLOCKS = 2_000;
    private static final int WIDEST = 2_000;
    private static final Set<String> NOTES = Set.of("more", "cut", "columns-cut", "charset-guessed", "from-markup");
    private static final Set<String> FAILURES =
            Set.of("unreadable", "memory", "no-picture", "no-mail", "too-many-parts", "kind");

    private final DataInputStream in;
    private final List<Block> blocks = new ArrayList<>();
    private long room;
    private @Nullable String failed;

    private ReadingFrames(InputStream in, long largest) {
        this.in = new DataInputStream(in);
        this.room = largest;
    }

    static ShownPart hear(InputStream in, long largest) {
        return new ReadingFrames(in, largest).shown();
    }

    private ShownPart shown() {
        try {
            while (frame()) {
                if (blocks.size() > MOST_BLOCKS) throw new TooMuch();
            }
        } catch (TooMuch e) {
            failed = "too-much";
        } catch (EOFException e) {
            failed = "crashed";
        } catch (IOException | IllegalArgumentException e) {
            failed = "broken";
        }
        return new ShownPart(blocks, failed);
    }

    /** @return false at the end */
    private boolean frame() throws IOException, TooMuch {
        int kind = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0) throw new IllegalArgumentException("length");
        room -= 5L + length;
        if (room < 0) throw new TooMuch();
        byte[] content = in.readNBytes(length);
        if (content.length < length) throw new EOFException();
        switch (kind) {
            case WritingFrames.END -> {
                return false;
            }
            case WritingFrames.TEXT -> blocks.add(new ShownPart.Text(HarmlessText.text(new String(content, UTF_8))));
            case WritingFrames.ROW -> blocks.add(new ShownPart.Row(listed(content)));
            case WritingFrames.SHEETS -> blocks.add(new ShownPart.Sheets(listed(content)));
            case WritingFrames.FIELD -> blocks.add(field(HarmlessText.text(new String(content, UTF_8))));
            case WritingFrames.NOTE -> blocks.add(new ShownPart.Note(known(content, NOTES)));
            case WritingFrames.FAILED -> failed = known(content, FAILURES);
            case WritingFrames.PICTURE -> blocks.add(picture(ByteBuffer.wrap(content)));
            default -> throw new IllegalArgumentException("kind");
        }
        return true;
    }

    private static String known(byte[] content, Set<String> codes) {
        var code = new String(content, UTF_8);
        if (!codes.contains(code)) throw new IllegalArgumentException("code");
        return code;
    }

    private static List<String> listed(byte[] content) {
        var all = new ArrayList<>(List.of(new String(content, UTF_8).split("\0", -1)));
        all.removeLast();
        return all.stream().map(HarmlessText::line).toList();
    }

    private static ShownPart.Field field(String text) {
        int end = text.indexOf('\n');
        if (end < 0) throw new IllegalArgumentException("field");
        return new ShownPart.Field(
                HarmlessText.line(text.substring(0, end)), HarmlessText.line(text.substring(end + 1)));
    }

    private static ShownPart.Picture picture(ByteBuffer colours) throws IOException {
        if (colours.remaining() < 8) throw new IllegalArgumentException("picture");
        int width = colours.getInt();
        int height = colours.getInt();
        if (width < 1 || height < 1 || width > WIDEST || height > WIDEST || colours.remaining() != width * height * 3) {
            throw new IllegalArgumentException("picture");
        }
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                line[x] = (colours.get() & 0xFF) << 16 | (colours.get() & 0xFF) << 8 | colours.get() & 0xFF;
            }
            picture.setRGB(0, y, width, 1, line, 0, width);
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return new ShownPart.Picture(png.toByteArray(), width, height);
    }

    private static final class TooMuch extends Exception {
        TooMuch() {
            super(null, null, false, false);
        }
    }
}
