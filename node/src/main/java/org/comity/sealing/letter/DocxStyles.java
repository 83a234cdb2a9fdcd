package org.comity.sealing.letter;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Headings that screen readers and tables of contents know, and fonts for both scripts. */
final class DocxStyles {

    static final String TITLE = "Heading1";
    static final String SECTION = "Heading2";

    private DocxStyles() {}

    static void addTo(XWPFDocument document) {
        var styles = document.createStyles();
        fonts(styles);
        styles.addStyle(heading(TITLE, "heading 1", 0, 30));
        styles.addStyle(heading(SECTION, "heading 2", 1, 22));
    }

    /** Of a document that somebody else made, what it has itself stays. */
    static void addMissing(XWPFDocument document) {
        if (document.getStyles() == null) {
            addTo(document);
            return;
        }
        for (var style : List.of(heading(TITLE, "heading 1", 0, 26), heading(SECTION, "heading 2", 1, 21))) {
            if (!document.getStyles().styleExist(style.getStyleId())) {
                document.getStyles().addStyle(style);
            }
        }
    }

    private static void fonts(XWPFStyles styles) {
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii("Noto Sans");
        fonts.setHAnsi("Noto Sans");
        fonts.setCs("Noto Naskh Arabic");
        styles.setDefaultFonts(fonts);
    }

    private static XWPFStyle heading(String id, String name, int level, int halfPoints) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        var space = paragraph.addNewSpacing();
        space.setBefore(BigInteger.valueOf(200));
        space.setAfter(BigInteger.valueOf(60));
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        var run = style.addNewRPr();
        run.addNewB();
        run.addNewBCs();
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        run.addNewSzCs().setVal(BigInteger.valueOf(halfPoints));
        return new XWPFStyle(style);
    }
}
