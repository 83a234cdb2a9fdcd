package org.comity.sealing.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What an eye sees from left to right on each line of a PDF, spaces left out: glyphs by their place, not by the order in
 * which the file names them. {@link #expected} says what it should see, by the JDK's own bidirectional algorithm.
 */
final class VisualLines extends PDFTextStripper {

    private static final String MIRRORED = "()[]{}<>«»";

    private final Map<Integer, List<TextPosition>> glyphs = new TreeMap<>();

    private VisualLines() {}

    static List<String> of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var lines = new ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var seen = new VisualLines();
                seen.setStartPage(page);
                seen.setEndPage(page);
                seen.getText(document);
                seen.glyphs.values().forEach(line -> lines.add(read(line)));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String expected(String line, boolean rightToLeft) {
        var bidi = new Bidi(line, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        var levels = new byte[line.length()];
        var characters = new Character[line.length()];
        for (int i = 0; i < characters.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(i);
            int mirror = MIRRORED.indexOf(line.charAt(i));
            characters[i] = mirror >= 0 && levels[i] % 2 == 1 ? MIRRORED.charAt(mirror ^ 1) : line.charAt(i);
        }
        Bidi.reorderVisually(levels, 0, characters, 0, characters.length);
        return List.of(characters).stream()
                .filter(each -> each != ' ')
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        glyphs.computeIfAbsent(Math.round(glyph.getY()), y -> new ArrayList<>()).add(glyph);
    }

    private static String read(List<TextPosition> line) {
        return line.stream()
                .sorted(Comparator.comparing(TextPosition::getX))
                .map(glyph -> letters(glyph.getUnicode()))
                .collect(Collectors.joining());
    }

    /** A glyph may stand for two letters, as lam with alef does; from left to right the second comes first. */
    private static String letters(String glyph) {
        var letters = Normalizer.normalize(glyph, Normalizer.Form.NFKC).strip();
        boolean rightToLeft = letters.length() > 1
                && Character.getDirectionality(letters.charAt(0)) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        return rightToLeft ? new StringBuilder(letters).reverse().toString() : letters;
    }
}
