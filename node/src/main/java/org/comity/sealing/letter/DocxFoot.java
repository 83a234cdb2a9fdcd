package org.comity.sealing.letter;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.comity.sealing.OfficialLetter.Part;

/** Writes the foot of each page, with its code, and the head of each but the first: a document has one, as its first part has it. */
final class DocxFoot {

    private DocxFoot() {}

    static void write(XWPFDocument document, Part part) {
        var lines = new DocxLines(part.language());
        foot(document.createFooter(HeaderFooterType.DEFAULT), part, lines);
        if (!part.running().isBlank()) {
            DocxLayout.headOfLaterPages(document);
            lines.writeOwn(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), part.running(), false);
            lines.writeOwn(document.createHeader(HeaderFooterType.FIRST).createParagraph(), "", false);
            foot(document.createFooter(HeaderFooterType.FIRST), part, lines);
        }
    }

    private static void foot(XWPFFooter footer, Part part, DocxLines lines) {
        if (!part.foot().isBlank()) {
            lines.writeOwn(footer.createParagraph(), part.foot(), false).setSpacingAfter(0);
        }
        if (!part.check().isEmpty()) {
            lines.writeImage(footer.createParagraph(), CheckCode.of(part.check()), part.foot())
                    .setSpacingAfter(0);
        }
        lines.writePage(footer.createParagraph(), PageWords.of(part.language()));
    }
}
