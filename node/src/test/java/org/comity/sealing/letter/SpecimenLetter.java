package org.comity.sealing.letter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.comity.sealing.Letters.Head;
import org.comity.sealing.Letters.Image;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;

/** A letter as a contact point writes it, in English and Arabic. */
final class SpecimenLetter {

    static final Locale ARABIC = Locale.forLanguageTag("ar");
    static final String HARD = "طلب (عينة رقم 4711) بشأن العنوان 203.0.113.44 [المرجع XA-2026-000417] «عاجل» 100%.";

    private SpecimenLetter() {}

    static Letter inBothLanguages() {
        return new Letter(
                List.of("ALDORIA", "24/7 Contact Point (Art. 41)", "Velin"),
                "Ref. XA-2026-004431",
                "Request for expedited preservation",
                List.of(english(), arabic()),
                "The JSON governs. Act 4be1c0de");
    }

    /** Each half under its own language's head, with an image. */
    static Letter withHeads() {
        return new Letter(
                List.of(),
                "XA-2026-004431",
                "Request",
                List.of(
                        headed(english(), "ALDORIA", "Central Authority, Velin"),
                        headed(arabic(), "ألدوريا", "السلطة المركزية، فيلين")),
                null);
    }

    private static Part headed(Part part, String... lines) {
        return new Part(part.language(), part.heading(), part.sections(), new Head(List.of(lines), image()));
    }

    private static Image image() {
        var drawn = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
        drawn.setRGB(10, 10, 0xff1b4752);
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Image("image/png", png.toByteArray(), 60, 40);
    }

    static Letter in(Part part) {
        return new Letter(List.of("ALDORIA"), "XA-2026-004431", "Request", List.of(part), null);
    }

    static Part english() {
        return new Part(
                Locale.ENGLISH,
                "Request for expedited preservation of stored electronic data",
                List.of(
                        new Section("(a) Authority", List.of("Public Prosecutor, Cybercrime Unit, Velin.")),
                        new Section("(c) Data", List.of("1. pay-notice@mail.example", "2. 203.0.113.44 at 07:12 UTC")),
                        new Section(
                                "(e) Necessity",
                                List.of("Traffic data are deleted after 30 days <soon> & \"for good\"."))));
    }

    static Part arabic() {
        return new Part(
                ARABIC,
                "طلب التعجيل بحفظ بيانات إلكترونية مخزنة",
                List.of(
                        new Section("(أ) السلطة", List.of("النيابة العامة، وحدة الجرائم السيبرانية، فيلين.")),
                        new Section("(ج) البيانات", List.of(HARD, "1. pay-notice@mail.example"))));
    }
}
