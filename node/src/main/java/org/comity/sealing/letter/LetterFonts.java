package org.comity.sealing.letter;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Loads the fonts that travel with the program (OFL 1.1), and knows which characters they can show. */
final class LetterFonts {

    private static final List<Face> FACES = List.of(
            new Face("Latin", 400, "NotoSans-Regular"),
            new Face("Latin", 700, "NotoSans-Bold"),
            new Face("Arabic", 400, "NotoNaskhArabic-Regular"),
            new Face("Arabic", 700, "NotoNaskhArabic-Bold"));

    private static final int SUBSTITUTIONS = tag("GSUB");

    /** A table that no reader knows is passed over. */
    private static final int LEFT_OUT = tag("GS--");

    /** How high each is, so that a letter takes in those alone in which it says something. */
    private final FSDefaultCacheStore heights = new FSDefaultCacheStore();

    private final List<Loaded> loaded = FACES.stream().map(LetterFonts::load).toList();

    LetterFonts() {
        FontMappers.set(new OnlyOurFonts(loaded.getFirst().font()));
    }

    void useIn(PdfRendererBuilder builder) {
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, heights);
        for (var font : loaded) {
            var face = font.face();
            builder.useFont(
                    () -> new ByteArrayInputStream(font.bytes()), face.family(), face.weight(), FontStyle.NORMAL, true);
        }
    }

    /** Both weights of one family at least: a heading must not lose what a paragraph shows. */
    boolean show(int character) {
        return shows("Latin", character) || shows("Arabic", character);
    }

    private boolean shows(String family, int character) {
        return loaded.stream()
                .filter(font -> font.face().family().equals(family))
                .allMatch(font -> font.characters().getGlyphId(character) != 0);
    }

    private static Loaded load(Face face) {
        try (var in = LetterFonts.class.getResourceAsStream("/fonts/" + face.file() + ".ttf")) {
            if (in == null) {
                throw new IOException("missing");
            }
            var bytes = withoutSubstitutions(in.readAllBytes());
            var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            return new Loaded(face, bytes, font, font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException("Font [%s]".formatted(face.file()), e);
        }
    }

    /**
     * Leaves out the table of ligatures (OpenType, GSUB): PDFBox goes through it by regular expressions for each word, which
     * took two thirds of a letter, and what a reader copies out of a PDF is whole letters. Arabic comes with its forms already.
     *
     * @param font an OpenType file; its table directory begins at byte 12, 16 bytes each, the tag first
     */
    private static byte[] withoutSubstitutions(byte[] font) {
        var header = ByteBuffer.wrap(font);
        for (int n = 0, at = 12; n < header.getShort(4); n++, at += 16) {
            if (header.getInt(at) == SUBSTITUTIONS) header.putInt(at, LEFT_OUT);
        }
        return font;
    }

    private static int tag(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    private record Face(String family, int weight, String file) {}

    private record Loaded(Face face, byte[] bytes, TrueTypeFont font, CmapLookup characters) {}
}
