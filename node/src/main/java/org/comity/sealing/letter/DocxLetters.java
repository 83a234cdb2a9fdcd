package org.comity.sealing.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;

/** Office Open XML (ISO/IEC 29500), for who must put a letter on paper of their own. */
final class DocxLetters {

    byte[] render(Letter letter, Ribbon ribbon) {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            DocxStyles.addTo(document);
            document.getProperties().getCoreProperties().setTitle(letter.title());
            for (int i = 0; i < letter.parts().size(); i++) {
                part(document, letter, letter.parts().get(i), i > 0);
            }
            footer(document, letter);
            var language = letter.parts().getFirst().language();
            DocxRibbon.write(document, ribbon.text(language), new DocxLines(language));
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void part(XWPFDocument document, Letter letter, Part part, boolean next) {
        var lines = new DocxLines(part.language());
        var head = LetterHeads.of(letter, part);
        if (head.image() != null) {
            lines.writeImage(
                            document.createParagraph(),
                            head.image(),
                            head.lines().isEmpty()
                                    ? letter.title()
                                    : head.lines().getFirst())
                    .setPageBreak(next);
        }
        for (int i = 0; i < head.lines().size(); i++) {
            var line = lines.writeOwn(document.createParagraph(), head.lines().get(i), i == 0);
            line.setSpacingAfter(0);
            line.setPageBreak(next && i == 0 && head.image() == null);
        }
        lines.writeOwn(document.createParagraph(), letter.reference(), false);
        lines.write(styled(document, DocxStyles.TITLE), part.heading(), false);
        for (var section : part.sections()) {
            if (!section.label().isBlank()) {
                lines.write(styled(document, DocxStyles.SECTION), section.label(), false);
            }
            section.paragraphs().forEach(paragraph -> lines.write(document.createParagraph(), paragraph, false));
        }
    }

    /** A document has one footer: it runs as its first part does. */
    private static void footer(XWPFDocument document, Letter letter) {
        var language = letter.parts().getFirst().language();
        var footer = document.createFooter(HeaderFooterType.DEFAULT);
        if (letter.footer() != null) {
            new DocxLines(language)
                    .writeOwn(footer.createParagraph(), letter.footer(), false)
                    .setSpacingAfter(0);
        }
        new DocxLines(language).writePage(footer.createParagraph(), PageWords.of(language));
    }

    private static XWPFParagraph styled(XWPFDocument document, String style) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }
}
