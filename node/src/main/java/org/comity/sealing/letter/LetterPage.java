package org.comity.sealing.letter;

import com.ibm.icu.util.ULocale;
import java.util.Base64;
import java.util.Locale;
import org.comity.sealing.Letters.Image;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;

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
            .n:before { content: counter(page) }
            .m:before { content: counter(pages) }
            """;

    /** How the address of an image begins that stands in the page itself. */
    static final String EMBEDDED = "data:image/";

    private final Shown shown;
    private final StringBuilder html = new StringBuilder();

    LetterPage(Shown shown) {
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
        var rightToLeft = Script.rightToLeft(part.language());
        if (next) {
            html.append("<div class=\"next\"></div>");
        }
        foot(letter, part, rightToLeft);
        open("div", rightToLeft, " part", part.language());
        head(letter, part);
        line("h1", "", part.heading());
        part.sections().forEach(this::section);
        html.append("</div>");
    }

    private void head(Letter letter, Part part) {
        html.append("<div class=\"head\">");
        var head = Heads.of(letter, part);
        var lines = head.lines();
        if (head.image() != null) {
            image(head.image(), lines.isEmpty() ? letter.title() : lines.getFirst());
        }
        for (int i = 0; i < lines.size(); i++) {
            own(i == 0 ? "first" : "", lines.get(i));
        }
        own("ref", letter.reference());
        html.append("</div>");
    }

    /** Within the page itself: nothing is fetched from anywhere. */
    private void image(Image image, String says) {
        html.append("<p><img alt=\"");
        text(says);
        html.append("\" src=\"").append(EMBEDDED).append(image.mediaType().equals("image/png") ? "png" : "jpeg");
        html.append(";base64,").append(Base64.getEncoder().encodeToString(image.content())).append("\"/></p>");
    }

    /** A line that may be in another language than the rest of the page runs its own way. */
    private void own(String name, String line) {
        var direction = Script.direction(Script.rightToLeft(line));
        html.append("<p class=\"%s\"><span class=\"%s\" dir=\"%s\">".formatted(name, direction, direction));
        text(line);
        html.append("</span></p>");
    }

    private void section(Section section) {
        if (!section.label().isBlank()) {
            line("h2", "", section.label());
        }
        section.paragraphs().forEach(paragraph -> own("text", paragraph));
    }

    private void foot(Letter letter, Part part, boolean rightToLeft) {
        open("div", rightToLeft, " foot", part.language());
        var footer = letter.footer();
        if (footer != null) {
            var turned = Script.rightToLeft(footer);
            html.append("<p class=\"")
                    .append(Script.direction(turned))
                    .append("\" dir=\"")
                    .append(Script.direction(turned))
                    .append("\">");
            text(footer);
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
        var direction = Script.direction(rightToLeft);
        html.append("<%s class=\"%s%s\" dir=\"%s\" lang=\"%s\">"
                .formatted(element, direction, more, direction, tag(language)));
    }

    private void line(String element, String name, String text) {
        html.append('<').append(element);
        if (!name.isEmpty()) {
            html.append(" class=\"").append(name).append('"');
        }
        html.append('>');
        text(text);
        html.append("</").append(element).append('>');
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
