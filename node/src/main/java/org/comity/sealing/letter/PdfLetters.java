package org.comity.sealing.letter;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.OfficialLetter;

/** PDF/A-2u (ISO 19005-2) with the tags of PDF/UA (ISO 14289-1). */
final class PdfLetters {

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final LetterFonts fonts = new LetterFonts();

    PdfLetters() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    byte[] render(Letter letter, Ribbon ribbon) {
        return render(new LetterPage(new PrintableText(fonts::show), ribbon).of(letter));
    }

    byte[] render(OfficialLetter letter, Ribbon ribbon) {
        return render(new OfficialPage(new PrintableText(fonts::show), ribbon).of(letter));
    }

    private byte[] render(String page) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new MarkedArabic())
                .defaultTextDirection(TextDirection.LTR)
                .useExternalResourceAccessControl(
                        (uri, type) -> type == ExternalResourceType.IMAGE_RASTER && uri.startsWith(Markup.EMBEDDED),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withHtmlContent(page, null)
                .toStream(pdf);
        fonts.useIn(builder);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
