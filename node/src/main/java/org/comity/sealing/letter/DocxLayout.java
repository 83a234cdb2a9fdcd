package org.comity.sealing.letter;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/** Where things stand on the page of a DOCX: in mirrored columns where the language runs from right to left. */
final class DocxLayout {

    private static final double A_MILLIMETRE = 1440 / 25.4;
    private static final int HANGING = 11;
    private static final int NAMES = 32;

    private DocxLayout() {}

    /** A4, with the margins of the PDF. */
    static void page(XWPFDocument document) {
        var section = section(document);
        var size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        var margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(twips(22));
        margins.setRight(twips(20));
        margins.setBottom(twips(24));
        margins.setLeft(twips(25));
    }

    static void headOfLaterPages(XWPFDocument document) {
        var section = section(document);
        if (!section.isSetTitlePg()) {
            section.addNewTitlePg();
        }
    }

    private static org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr section(XWPFDocument document) {
        var body = document.getDocument().getBody();
        return body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
    }

    /** One row of cells without lines; in a language from right to left its first cell stands at the right. */
    static List<XWPFTableCell> row(XWPFDocument document, boolean rightToLeft, int... millimetres) {
        var table = document.createTable(1, millimetres.length);
        table.removeBorders();
        table.setWidth((int) (IntStream.of(millimetres).sum() * A_MILLIMETRE));
        if (rightToLeft) {
            var properties = table.getCTTbl().getTblPr();
            properties.addNewBidiVisual();
        }
        var row = table.getRow(0);
        row.setCantSplitRow(true);
        for (int i = 0; i < millimetres.length; i++) {
            row.getCell(i).setWidth(Integer.toString((int) (millimetres[i] * A_MILLIMETRE)));
        }
        return row.getTableCells();
    }

    /** With lines, and heads that are repeated on each page. */
    static XWPFTable table(XWPFDocument document, boolean rightToLeft, int rows, int columns) {
        var table = document.createTable(rows, columns);
        table.setWidth((int) (165 * A_MILLIMETRE));
        if (rightToLeft) {
            table.getCTTbl().getTblPr().addNewBidiVisual();
        }
        table.getRow(0).setRepeatHeader(true);
        table.getRows().forEach(it -> it.setCantSplitRow(true));
        return table;
    }

    /** A mark before, the text after it in a line of its own. */
    static void hanging(XWPFParagraph paragraph) {
        paragraph.setIndentationLeft((int) (HANGING * A_MILLIMETRE));
        paragraph.setIndentationHanging((int) (HANGING * A_MILLIMETRE));
    }

    /** From the side where lines of the page begin, also for a line that runs the other way. */
    static void indent(XWPFParagraph paragraph, boolean rightToLeft) {
        var properties = paragraph.getCTP().getPPr();
        boolean turned = rightToLeft && (properties == null || !properties.isSetBidi());
        if (turned) {
            paragraph.setIndentationRight((int) (HANGING * A_MILLIMETRE));
        } else {
            paragraph.setIndentationLeft((int) (HANGING * A_MILLIMETRE));
        }
    }

    /** A name before its value. */
    static void tabbed(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
        var tabs = properties.isSetTabs() ? properties.getTabs() : properties.addNewTabs();
        var stop = tabs.addNewTab();
        stop.setVal(STTabJc.LEFT);
        stop.setPos(twips(NAMES));
    }

    static void ruled(XWPFParagraph paragraph) {
        paragraph.setBorderBottom(Borders.SINGLE);
        paragraph.setSpacingAfter(120);
    }

    static void framed(XWPFParagraph paragraph) {
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setBorderBottom(Borders.SINGLE);
        paragraph.setBorderLeft(Borders.SINGLE);
        paragraph.setBorderRight(Borders.SINGLE);
    }

    /** The line upon which somebody signs. */
    static void over(XWPFTableCell cell) {
        var properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        var top = properties.addNewTcBorders().addNewTop();
        top.setVal(STBorder.SINGLE);
        top.setSz(BigInteger.valueOf(4));
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * A_MILLIMETRE));
    }
}
