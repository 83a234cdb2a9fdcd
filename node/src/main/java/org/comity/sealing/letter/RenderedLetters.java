package org.comity.sealing.letter;

import javax.xml.transform.TransformerFactory;
import org.comity.sealing.Letters;
import org.comity.sealing.OfficialLetter;
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

    @Override
    public byte[] pdf(Letter letter) {
        return WithFonts.PDF.render(letter);
    }

    @Override
    public byte[] docx(Letter letter) {
        return docx.render(letter);
    }

    @Override
    public byte[] pdf(OfficialLetter letter) {
        return WithFonts.PDF.render(letter);
    }

    @Override
    public byte[] docx(OfficialLetter letter) {
        return new OfficialDocx(letter).render();
    }

    /** The fonts are read when the first letter is rendered, once for the whole process. */
    private static final class WithFonts {
        static final PdfLetters PDF = new PdfLetters();
    }
}
