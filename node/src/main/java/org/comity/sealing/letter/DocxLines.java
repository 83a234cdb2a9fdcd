package org.comity.sealing.letter;

import com.ibm.icu.util.ULocale;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.comity.sealing.Letters.Image;
import org.comity.vocabulary.LeftToRight;
import org.comity.vocabulary.LeftToRight.Piece;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/** Lines of one language: their direction, and what tells a word processor how to spell and shape them. */
final class DocxLines {

    /** A word processor brings its own fonts; only what is no character at all cannot be written. */
    private static final PrintableText SHOWN = new PrintableText(DocxLines::isCharacter);

    /** In the units of a word processor, 36,000 a millimetre. */
    private static final double HIGHEST = 18 * 36_000.0;

    private static final double WIDEST = 160 * 36_000.0;

    private static final char LEFT_TO_RIGHT = '\u202A';
    private static final char AS_BEFORE = '\u202C';

    private final String tag;
    private final boolean rightToLeft;

    DocxLines(Locale language) {
        this(language, TextDirection.rightToLeft(language));
    }

    private DocxLines(Locale language, boolean rightToLeft) {
        this.tag = ULocale.forLocale(language).toLanguageTag();
        this.rightToLeft = rightToLeft;
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    /** A line that may be in another language than the rest of the page runs its own way, from the page's side. */
    XWPFParagraph writeOwn(XWPFParagraph paragraph, String text, boolean bold) {
        boolean own = TextDirection.rightToLeft(text, rightToLeft);
        if (own != rightToLeft) {
            // "Right" is where a line ends, whichever way it runs.
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
        return new DocxLines(Locale.forLanguageTag(tag), own).write(paragraph, text, bold);
    }

    XWPFParagraph write(XWPFParagraph paragraph, String text, boolean bold) {
        direct(paragraph);
        for (var piece : rightToLeft ? LeftToRight.pieces(text) : List.of(new Piece(text, false))) {
            var shown = SHOWN.text(piece.text());
            var run = piece.kept() ? new DocxLines(Locale.ENGLISH, false).run(paragraph) : run(paragraph);
            // The run says so to Word, the signs to whoever asks the text alone, as LibreOffice does.
            run.setText(piece.kept() ? LEFT_TO_RIGHT + shown + AS_BEFORE : shown);
            if (bold) {
                run.setBold(true);
                properties(run).addNewBCs();
            }
        }
        return paragraph;
    }

    /** In points; a word processor keeps the size of Arabic apart. */
    void size(XWPFRun run, int points) {
        run.setFontSize(points);
        properties(run).addNewSzCs().setVal(BigInteger.valueOf(points * 2L));
    }

    /** What follows stands at the next stop: a text beside its mark, a value beside its name. */
    XWPFParagraph writeTab(XWPFParagraph paragraph) {
        direct(paragraph);
        run(paragraph).addTab();
        return paragraph;
    }

    /** 18 mm high, or less where it would be wider than the page; from the side where its lines begin. */
    XWPFParagraph writeImage(XWPFParagraph paragraph, Image image, String says) {
        direct(paragraph);
        double scale = Math.min(HIGHEST / image.height(), WIDEST / image.width());
        int type = image.mediaType().equals("image/png") ? Document.PICTURE_TYPE_PNG : Document.PICTURE_TYPE_JPEG;
        try {
            var picture = paragraph
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(image.content()),
                            type,
                            "letterhead",
                            (int) (image.width() * scale),
                            (int) (image.height() * scale));
            picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(SHOWN.text(says));
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException("The image of the letterhead does not go into a DOCX", e);
        }
        return paragraph;
    }

    void writePage(XWPFParagraph paragraph, PageWords words) {
        direct(paragraph);
        run(paragraph).setText(words.before());
        field(paragraph, "PAGE");
        run(paragraph).setText(words.between());
        field(paragraph, "NUMPAGES");
        run(paragraph).setText(words.after());
    }

    private void field(XWPFParagraph paragraph, String name) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(name);
        field.addNewR().addNewT().setStringValue("1");
    }

    private void direct(XWPFParagraph paragraph) {
        if (rightToLeft) {
            var properties = paragraph.getCTP().isSetPPr()
                    ? paragraph.getCTP().getPPr()
                    : paragraph.getCTP().addNewPPr();
            if (!properties.isSetBidi()) {
                properties.addNewBidi();
            }
        }
    }

    private XWPFRun run(XWPFParagraph paragraph) {
        var run = paragraph.createRun();
        var language = properties(run).addNewLang();
        if (rightToLeft) {
            properties(run).addNewRtl();
            language.setBidi(tag);
        } else {
            language.setVal(tag);
        }
        return run;
    }

    private static CTRPr properties(XWPFRun run) {
        return run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    }

    private static boolean isCharacter(int each) {
        int type = Character.getType(each);
        return type != Character.SURROGATE && type != Character.UNASSIGNED;
    }
}
