package org.comity.sealing.letter;

import java.util.Locale;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;

/** A letter as the page that becomes its PDF. */
final class LetterPage {

    private static final String STYLE = """
            @page { size: A4; margin: 20mm 22mm 26mm 22mm; @bottom-center { content: element(foot); width: 100% }
              @top-center { content: element(ribbon); width: 100% } }
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
            p { margin: 0 0 2mm 0; word-wrap: break-word }
            .foot { position: running(foot); width: 166mm; font-size: 7.5pt; color: #444; line-height: 1.4 }
            .foot .page { text-align: center }
            .foot p { margin: 0 }
            .ribbon { position: running(ribbon); width: 166mm; background: #d9a441; color: #14191c; font-size: 9pt }
            .ribbon p { margin: 0; padding: 0.8mm 3mm; font-weight: 700; text-align: center }
            .run { white-space: nowrap }
            .n:before { content: counter(page) }
            .m:before { content: counter(pages) }
            """;

    private final Markup page;
    private final Ribbon ribbon;

    LetterPage(PrintableText shown, Ribbon ribbon) {
        this.page = new Markup(shown);
        this.ribbon = ribbon;
    }

    String of(Letter letter) {
        var language = letter.parts().getFirst().language();
        page.raw("<html lang=\"").raw(Markup.tag(language)).raw("\"><head><title>");
        page.text(letter.title()).raw("</title>");
        about("description", letter);
        about("subject", letter);
        page.raw("<style>").raw(STYLE).raw("</style></head><body>");
        for (int i = 0; i < letter.parts().size(); i++) {
            part(letter, letter.parts().get(i), i > 0);
        }
        return page.raw("</body></html>").toString();
    }

    /** The document's information dictionary takes the one, its XMP (PDF/UA) the other. */
    private void about(String name, Letter letter) {
        page.raw("<meta name=\"").raw(name).raw("\" content=\"");
        page.text(letter.title() + ", " + letter.reference()).raw("\"/>");
    }

    private void part(Letter letter, Part part, boolean next) {
        var rightToLeft = TextDirection.rightToLeft(part.language());
        if (next) {
            page.raw("<div class=\"next\"></div>");
        }
        ribbon(part, rightToLeft);
        foot(letter, part, rightToLeft);
        open("div", rightToLeft, " part", part.language());
        head(letter, part, rightToLeft);
        line("h1", part.heading(), rightToLeft);
        part.sections().forEach(it -> section(it, rightToLeft));
        page.raw("</div>");
    }

    private void head(Letter letter, Part part, boolean rightToLeft) {
        page.raw("<div class=\"head\">");
        var head = LetterHeads.of(letter, part);
        var lines = head.lines();
        if (head.image() != null) {
            page.image(head.image(), lines.isEmpty() ? letter.title() : lines.getFirst());
        }
        for (int i = 0; i < lines.size(); i++) {
            page.line("p", i == 0 ? "first" : "", lines.get(i), rightToLeft);
        }
        page.line("p", "ref", letter.reference(), rightToLeft);
        page.raw("</div>");
    }

    private void section(Section section, boolean rightToLeft) {
        if (!section.label().isBlank()) {
            line("h2", section.label(), rightToLeft);
        }
        section.paragraphs().forEach(paragraph -> page.line("p", "text", paragraph, rightToLeft));
    }

    private void foot(Letter letter, Part part, boolean rightToLeft) {
        open("div", rightToLeft, " foot", part.language());
        var footer = letter.footer();
        if (footer != null) {
            var turned = TextDirection.rightToLeft(footer, rightToLeft);
            var direction = TextDirection.direction(turned);
            page.raw("<p class=\"%s\" dir=\"%s\">".formatted(direction, direction));
            page.text(footer, turned).raw("</p>");
        }
        var words = PageWords.of(part.language());
        page.raw("<p class=\"page\">").text(words.before()).raw("<span class=\"n\"></span>");
        page.text(words.between()).raw("<span class=\"m\"></span>").text(words.after());
        page.raw("</p></div>");
    }

    private void ribbon(Part part, boolean rightToLeft) {
        var text = ribbon.text(part.language());
        if (!text.isEmpty()) {
            open("div", rightToLeft, " ribbon", part.language());
            page.line("p", "", text, rightToLeft).raw("</div>");
        }
    }

    private void open(String element, boolean rightToLeft, String more, Locale language) {
        var direction = TextDirection.direction(rightToLeft);
        page.raw("<%s class=\"%s%s\" dir=\"%s\" lang=\"%s\">"
                .formatted(element, direction, more, direction, Markup.tag(language)));
    }

    private void line(String element, String text, boolean rightToLeft) {
        page.raw("<" + element + ">").text(text, rightToLeft).raw("</" + element + ">");
    }
}
