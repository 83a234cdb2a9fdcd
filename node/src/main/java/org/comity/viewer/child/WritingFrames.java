package org.comity.viewer.child;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.comity.vocabulary.CutText;

/**
 * Writes what the child says, frame by frame: one byte for its kind, four for its length, then so many bytes. Nothing in it is markup; pictures are bare colours. The parent reads it as it would read a stranger's.
 */
public final class WritingFrames {

    public static final int TEXT = 'T';
    /** A name of ours, a line feed, what stands there. */
    public static final int FIELD = 'F';
    /** Cells, each ended by a zero byte. */
    public static final int ROW = 'R';
    /** A stable code of something to be told. */
    public static final int NOTE = 'N';
    /** Names, each ended by a zero byte. */
    public static final int SHEETS = 'S';
    /** Width and height, four bytes each, then three bytes a point. */
    public static final int PICTURE = 'P';
    /** It could not be drawn; a stable code. */
    public static final int FAILED = 'X';
    /** Nothing follows. */
    public static final int END = 'E';

    private static final int LONGEST_CELL = 2_000;

    private final DataOutputStream out;

    WritingFrames(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    void text(String text) throws IOException {
        write(TEXT, bytes(text));
    }

    void field(String name, String value) throws IOException {
        write(FIELD, bytes(name + "\n" + value));
    }

    void row(List<String> cells) throws IOException {
        write(ROW, listed(cells));
    }

    void sheets(List<String> names) throws IOException {
        write(SHEETS, listed(names));
    }

    void note(String code) throws IOException {
        write(NOTE, bytes(code));
    }

    void failed(String code) throws IOException {
        write(FAILED, bytes(code));
    }

    void picture(BufferedImage picture) throws IOException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        out.writeByte(PICTURE);
        out.writeInt(8 + width * height * 3);
        out.writeInt(width);
        out.writeInt(height);
        int[] line = new int[width];
        byte[] colours = new byte[width * 3];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, line, 0, width);
            for (int x = 0; x < width; x++) {
                colours[x * 3] = (byte) (line[x] >> 16);
                colours[x * 3 + 1] = (byte) (line[x] >> 8);
                colours[x * 3 + 2] = (byte) line[x];
            }
            out.write(colours);
        }
    }

    void end() throws IOException {
        write(END, new byte[0]);
        out.flush();
    }

    private static byte[] listed(List<String> texts) {
        var all = new StringBuilder();
        for (String each : texts) {
            var cut = CutText.shown(each, LONGEST_CELL);
            all.append(cut.replace('\0', '\uFFFD')).append('\0');
        }
        return bytes(all.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private void write(int kind, byte[] content) throws IOException {
        out.writeByte(kind);
        out.writeInt(content.length);
        out.write(content);
    }
}
