package org.comity.sealing.letter;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads the code on each page of a document as a camera would: from the page as it is printed. */
public final class ReadCodes {

    private static final int DOTS_AN_INCH = 300;

    private ReadCodes() {}

    public static List<String> of(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var read = new ArrayList<String>();
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                var image = renderer.renderImageWithDPI(page, DOTS_AN_INCH);
                int width = image.getWidth();
                var dots = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
                var seen =
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), dots)));
                read.add(new QRCodeReader()
                        .decode(seen, Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText());
            }
            return read;
        }
    }
}
