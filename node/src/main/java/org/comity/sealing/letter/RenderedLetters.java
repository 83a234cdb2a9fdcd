package org.comity.sealing.letter;

import javax.xml.transform.TransformerFactory;
import org.comity.sealing.Letters;
import org.comity.sealing.OfficialLetter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Letters as PDF and as DOCX, from the same parts. */
@Component
class RenderedLetters implements Letters {

    static {
        // POI and PDFBox look for another one in every jar at each document, unless one is named.
        if (System.getProperty(TransformerFactory.class.getName()) == null) {
            System.setProperty(
                    TransformerFactory.class.getName(),
                    TransformerFactory.newDefaultInstance().getClass().getName());
        }
    }

    private final DocxLetters docx = new DocxLetters();
    private final boolean practice;

    /** @param practice every document of this node says so on each page */
    RenderedLetters(@Value("${node.practice:false}") boolean practice) {
        this.practice = practice;
    }

    @Override
    public byte[] pdf(Letter letter) {
        return WithFonts.PDF.render(letter, ribbon(letter.drill()));
    }

    @Override
    public byte[] docx(Letter letter) {
        return docx.render(letter, ribbon(letter.drill()));
    }

    @Override
    public byte[] pdf(OfficialLetter letter) {
        return WithFonts.PDF.render(letter, ribbon(letter.drill()));
    }

    @Override
    public byte[] docx(OfficialLetter letter) {
        return new OfficialDocx(letter, ribbon(letter.drill())).render();
    }

    private Ribbon ribbon(boolean drill) {
        return new Ribbon(practice, drill);
    }

    /** The fonts are read when the first letter is rendered, once for the whole process. */
    private static final class WithFonts {
        static final PdfLetters PDF = new PdfLetters();
    }
}
