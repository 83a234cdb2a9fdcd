package org.comity.sealing.letter;

import java.util.LinkedHashSet;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;

/** Writes the ribbon into each header of a document, those of a State's own letterhead too, so that it is on each page. */
final class DocxRibbon {

    private static final String GOLD = "D9A441";

    private DocxRibbon() {}

    /** @param text empty: nothing is written */
    static void write(XWPFDocument document, String text, DocxLines lines) {
        if (text.isEmpty()) {
            return;
        }
        var headers = new LinkedHashSet<XWPFHeader>(document.getHeaderList());
        headers.add(document.createHeader(HeaderFooterType.DEFAULT));
        headers.add(document.getHeaderFooterPolicy().getFirstPageHeader());
        headers.remove(null);
        for (var header : headers) {
            var paragraph = lines.write(header.createParagraph(), text, true);
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            var shade = paragraph.getCTP().getPPr().addNewShd();
            shade.setVal(STShd.CLEAR);
            shade.setFill(GOLD);
        }
    }
}
