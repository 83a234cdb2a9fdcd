package org.comity.sealing.letter;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads the code on each page of a document as a camera would: from the page as it is printed. */
public final class ReadCodes {

    /** A camera looks again and again, each time from a little nearer or farther. */
    private static final List<Integer> DOTS_AN_INCH = List.of(300, 260, 340, 400, 220);

    private ReadCodes() {}

    public static List<String> of(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var read = new ArrayList<String>();
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) read.add(read(renderer, page));
            return read;
        }
    }

    private static String read(PDFRenderer renderer, int page) throws Exception {
        ReaderException unread = null;
        for (int dots : DOTS_AN_INCH) {
            try {
                return read(renderer.renderImageWithDPI(page, dots));
            } catch (ReaderException e) {
                unread = e;
            }
        }
        throw new IllegalStateException("no code is read on page " + page, unread);
    }

    private static String read(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        var dots = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), dots)));
        return new QRCodeReader()
                .decode(seen, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
