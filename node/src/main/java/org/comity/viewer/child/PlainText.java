package org.comity.viewer.child;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** A part of a text: UTF-8, or UTF-16 by its mark, else Windows-1252, which fits any bytes and is said to be a guess. */
final class PlainText {

    private static final Charset GUESS = Charset.forName("windows-1252");
    private static final int LONGEST_CHARACTER = 4;

    private PlainText() {}

    static void render(InputStream in, WritingFrames frames) throws IOException {
        byte[] bytes = in.readAllBytes();
        if (marked(bytes, 0xFE, 0xFF)) {
            frames.text(new String(bytes, 2, bytes.length - 2, UTF_16BE));
            return;
        }
        if (marked(bytes, 0xFF, 0xFE)) {
            frames.text(new String(bytes, 2, bytes.length - 2, UTF_16LE));
            return;
        }
        int from = start(bytes);
        var text = utf8(ByteBuffer.wrap(bytes, from, bytes.length - from));
        if (text == null) {
            frames.note("charset-guessed");
            text = new String(bytes, GUESS);
        }
        frames.text(text);
    }

    /** A part may begin and end within a character. */
    private static int start(byte[] bytes) {
        int from = 0;
        while (from < Math.min(LONGEST_CHARACTER - 1, bytes.length) && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        return from;
    }

    private static @org.jspecify.annotations.Nullable String utf8(ByteBuffer bytes) {
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = CharBuffer.allocate(bytes.remaining() + 1);
        if (decoder.decode(bytes, text, false).isError() || bytes.remaining() >= LONGEST_CHARACTER) {
            return null;
        }
        return text.flip().toString();
    }

    private static boolean marked(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
