package org.comity.sealing.letter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.comity.sealing.Letters.Image;

/** Draws an address as a QR code, which a camera reads from paper. */
final class CheckCode {

    /** Of each of its squares: no printer makes them uneven. */
    private static final int PIXELS = 6;

    /** Of white squares around it; paper around it is white, too. */
    private static final int MARGIN = 2;

    private CheckCode() {}

    static Image of(String address) {
        try {
            var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, MARGIN);
            var squares = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, hints);
            int side = squares.getWidth() * PIXELS;
            var drawn = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    drawn.setRGB(x, y, squares.get(x / PIXELS, y / PIXELS) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(drawn, "png", png);
            return new Image("image/png", png.toByteArray(), side, side);
        } catch (WriterException e) {
            throw new IllegalArgumentException("An address is too long for a code [%s]".formatted(address), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
