package org.comity.viewer.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Draws one page in a process of its own, {@code Render KIND PAGE SHEET}: bytes in, frames out, and an end. */
public final class Render {

    /** Lines or rows of one page. */
    static final int ROWS = 100;

    private Render() {}

    public static void main(String[] arguments) throws IOException {
        var out = System.out;
        // Whatever a library prints must not be taken for frames.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        System.exit(run(arguments, System.in, out));
    }

    static int run(String[] arguments, InputStream in, OutputStream out) throws IOException {
        var frames = new WritingFrames(out);
        try {
            render(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), in, frames);
        } catch (Unreadable e) {
            frames.failed(e.code());
        } catch (OutOfMemoryError e) {
            frames.failed("memory");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            frames.failed("unreadable");
        }
        frames.end();
        return 0;
    }

    private static void render(String kind, int page, int sheet, InputStream in, WritingFrames frames)
            throws IOException {
        switch (kind) {
            case "text" -> PlainText.render(in, frames);
            case "table" -> SeparatedTable.render(in, page, frames);
            case "sheet" -> WorkbookSheet.render(in, page, sheet, frames);
            case "mail" -> MailText.render(in, frames);
            case "image" -> ScaledPicture.render(in, frames);
            default -> throw new Unreadable("kind");
        }
    }

    /** What came is not what it was taken for, or more than is drawn. */
    static final class Unreadable extends RuntimeException {

        private final String code;

        Unreadable(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
