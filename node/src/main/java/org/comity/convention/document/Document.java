package org.comity.convention.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.proof.form.Digests;

/**
 * A file as it was given: its hash, and its lines by page.
 *
 * @param pages a text file is one
 */
record Document(String sha256, List<List<String>> pages) {

    private static final long LARGEST = 20L << 20;
    private static final int MOST_PAGES = 2_000;
    private static final int LONGEST_TEXT = 5_000_000;

    /** @throws NotTaken if it is too large, or neither PDF nor text */
    static Document read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NotTaken("There is no file %s.".formatted(file));
        }
        if (Files.size(file) > LARGEST) {
            throw new NotTaken("%s is larger than 20 MB. Give the document without its pictures.".formatted(file));
        }
        var bytes = Files.readAllBytes(file);
        boolean pdf = bytes.length > 4 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
        return new Document(Digests.sha256(bytes), pdf ? pages(bytes, file) : List.of(lines(text(bytes, file))));
    }

    private static List<List<String>> pages(byte[] bytes, Path file) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new NotTaken("%s has more than %d pages.".formatted(file, MOST_PAGES));
            }
            var stripper = new PDFTextStripper();
            var pages = new ArrayList<List<String>>();
            int length = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = stripper.getText(document);
                length += text.length();
                bounded(length, file);
                pages.add(lines(text));
            }
            return pages;
        } catch (NotTaken refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw new NotTaken("%s is a PDF that cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    private static String text(byte[] bytes, Path file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            bounded(text.length(), file);
            if (text.chars().anyMatch(it -> it < ' ' && it != '\n' && it != '\r' && it != '\t' && it != '\f')) {
                throw new NotTaken("%s is neither a PDF nor a text.".formatted(file));
            }
            return text;
        } catch (CharacterCodingException notText) {
            throw new NotTaken("%s is neither a PDF nor a text in UTF-8.".formatted(file));
        }
    }

    private static void bounded(int length, Path file) {
        if (length > LONGEST_TEXT) {
            throw new NotTaken("The text of %s has more than %d characters.".formatted(file, LONGEST_TEXT));
        }
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("[\\r\\n\\f]+"))
                .map(it -> it.replaceAll("[\\s\\p{Cntrl}\\u00a0]+", " ").strip())
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** The file is not taken; the message says why and what to do. */
    static final class NotTaken extends RuntimeException {

        NotTaken(String why) {
            super(why);
        }
    }
}
