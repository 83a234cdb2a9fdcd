package org.comity.sealing.letter;

import org.comity.sealing.Letters;
import org.springframework.stereotype.Component;

/** Letters as PDF and as DOCX, from the same parts. */
@Component
class RenderedLetters implements Letters {

    private final PdfLetters pdf = new PdfLetters();
    private final DocxLetters docx = new DocxLetters();

    @Override
    public byte[] pdf(Letter letter) {
        return pdf.render(letter);
    }

    @Override
    public byte[] docx(Letter letter) {
        return docx.render(letter);
    }
}
