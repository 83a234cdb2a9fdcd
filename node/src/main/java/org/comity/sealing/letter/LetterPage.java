package org.comity.sealing.letter;

import com.ibm.icu.util.ULocale;
import java.util.Base64;
import java.util.Locale;
import org.comity.sealing.Letters.Image;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;
import org.comity.vocabulary.LeftToRight;

/** A letter as the page that becomes its PDF. */
final class LetterPage {

    private static final String STYLE = """
            @page { size: A4; margin: 20mm 22mm 26mm 22mm; @bottom-center { content: element(foot); width: 100% } }
            body { font-family: 'Latin', 'Arabic'; font-size: 10.5pt; line-height: 1.45; margin: 0 }
            .rtl { direction: rtl; text-align: right }
            .ltr { direction: ltr; text-align: left }
            .part.rtl, .part.rtl h2 { font-size: 11.5pt; line-height: 1.6 }
            .next { page-break-before: always }
            .head { border-bottom: 0.7pt solid #1b4752; padding-bottom: 4mm; margin-bottom: 7mm }
            .head p { margin: 0 }
            .head img { height: 18mm; max-width: 160mm }
            .head .first { font-weight: 700; font-size: 12pt }
            .ref { margin: 3mm 0 0 0 }
            h1 { font-size: 15pt; line-height: 1.3; margin: 0 0 5mm 0 }
            h2 { font-size: 10.5pt; margin: 4.5mm 0 1mm 0; page-break-after: avoid }
            p { margin: 0 0 2mm 0 }
            .foot { position: running(foot); width: 166mm; font-size: 7.5pt; color: #444; line-height: 1.4 }
            .foot .page { text-align: center }
            .foot p { margin: 0 }
            .run { white-space: nowrap }
            .n:before { content: counter(page) }
            .m:before { content: counter(pages) }
            """;

    /** How the address of an image begins that stands in the page itself. */
    static final String EMBEDDED = "data:image/";

    private static final int LONGEST_RUN = 40;

    private final PrintableText shown;
    private final StringBuilder html = new StringBuilder();

    LetterPage(PrintableText shown) {
        this.shown = shown;
    }

    String of(Letter letter) {
        var language = letter.parts().getFirst().language();
        html.append("<html lang=\"").append(tag(language)).append("\"><head><title>");
        text(letter.title());
        html.append("</title>");
        about("description", letter);
        about("subject", letter);
        html.append("<style>").append(STYLE).append("</style></head><body>");
        for (int i = 0; i < letter.parts().size(); i++) {
            part(letter, letter.parts().get(i), i > 0);
        }
        return html.append("</body></html>").toString();
    }

    /** The document's information dictionary takes the one, its XMP (PDF/UA) the other. */
    private void about(String name, Letter letter) {
        html.append("<meta name=\"").append(name).append("\" content=\"");
        text(letter.title() + ", " + letter.reference());
        html.append("\"/>");
    }

    private void part(Letter letter, Part part, boolean next) {
        var rightToLeft = TextDirection.rightToLeft(part.language());
        if (next) {
            html.append("<div class=\"next\"></div>");
        }
        foot(letter, part, rightToLeft);
        open("div", rightToLeft, " part", part.language());
        head(letter, part, rightToLeft);
        line("h1", part.heading(), rightToLeft);
        part.sections().forEach(it -> section(it, rightToLeft));
        html.append("</div>");
    }

    private void head(Letter letter, Part part, boolean page) {
        html.append("<div class=\"head\">");
        var head = LetterHeads.of(letter, part);
        var lines = head.lines();
        if (head.image() != null) {
            image(head.image(), lines.isEmpty() ? letter.title() : lines.getFirst());
        }
        for (int i = 0; i < lines.size(); i++) {
            own(i == 0 ? "first" : "", lines.get(i), page);
        }
        own("ref", letter.reference(), page);
        html.append("</div>");
    }

    /** Within the page itself: nothing is fetched from anywhere. */
    private void image(Image image, String says) {
        html.append("<p><img alt=\"");
        text(says);
        html.append("\" src=\"").append(EMBEDDED).append(image.mediaType().equals("image/png") ? "png" : "jpeg");
        html.append(";base64,")
                .append(Base64.getEncoder().encodeToString(image.content()))
                .append("\"/></p>");
    }

    /** A line that may be in another language than the rest of the page runs its own way. */
    private void own(String name, String line, boolean page) {
        boolean rightToLeft = TextDirection.rightToLeft(line, page);
        var direction = TextDirection.direction(rightToLeft);
        html.append("<p class=\"%s\"><span class=\"%s\" dir=\"%s\">".formatted(name, direction, direction));
        text(line, rightToLeft);
        html.append("</span></p>");
    }

    private void section(Section section, boolean page) {
        if (!section.label().isBlank()) {
            line("h2", section.label(), page);
        }
        section.paragraphs().forEach(paragraph -> own("text", paragraph, page));
    }

    private void foot(Letter letter, Part part, boolean rightToLeft) {
        open("div", rightToLeft, " foot", part.language());
        var footer = letter.footer();
        if (footer != null) {
            var turned = TextDirection.rightToLeft(footer, rightToLeft);
            html.append("<p class=\"")
                    .append(TextDirection.direction(turned))
                    .append("\" dir=\"")
                    .append(TextDirection.direction(turned))
                    .append("\">");
            text(footer, turned);
            html.append("</p>");
        }
        var words = PageWords.of(part.language());
        html.append("<p class=\"page\">");
        text(words.before());
        html.append("<span class=\"n\"></span>");
        text(words.between());
        html.append("<span class=\"m\"></span>");
        text(words.after());
        html.append("</p></div>");
    }

    private void open(String element, boolean rightToLeft, String more, Locale language) {
        var direction = TextDirection.direction(rightToLeft);
        html.append("<%s class=\"%s%s\" dir=\"%s\" lang=\"%s\">"
                .formatted(element, direction, more, direction, tag(language)));
    }

    private void line(String element, String text, boolean rightToLeft) {
        html.append('<').append(element).append('>');
        text(text, rightToLeft);
        html.append("</").append(element).append('>');
    }

    /** In what runs from right to left, what reads from left to right is kept in one piece, and short pieces on one line. */
    private void text(String text, boolean rightToLeft) {
        if (!rightToLeft) {
            text(text);
            return;
        }
        for (var piece : LeftToRight.pieces(text)) {
            if (piece.kept()) {
                html.append("<bdi dir=\"ltr\"").append(piece.text().length() > LONGEST_RUN ? ">" : " class=\"run\">");
                text(piece.text());
                html.append("</bdi>");
            } else {
                text(piece.text());
            }
        }
    }

    private void text(String text) {
        for (char each : shown.text(text).toCharArray()) {
            switch (each) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                default -> html.append(each);
            }
        }
    }

    private static String tag(Locale language) {
        return ULocale.forLocale(language).toLanguageTag();
    }
}
