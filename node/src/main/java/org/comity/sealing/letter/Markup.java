package org.comity.sealing.letter;

import com.ibm.icu.util.ULocale;
import java.util.Base64;
import java.util.Locale;
import org.comity.sealing.Letters.Image;
import org.comity.vocabulary.LeftToRight;

/** Writes text into a page that becomes a PDF: escaped, showing nothing that no font holds, each run in its direction. */
final class Markup {

    /** How the address of an image begins that stands in the page itself. */
    static final String EMBEDDED = "data:image/";

    private static final int LONGEST_RUN = 40;

    private final PrintableText shown;
    private final StringBuilder html = new StringBuilder();

    Markup(PrintableText shown) {
        this.shown = shown;
    }

    Markup raw(String markup) {
        html.append(markup);
        return this;
    }

    /** One element of a page that runs so; a line in another language runs its own way. */
    Markup line(String element, String name, String line, boolean page) {
        var direction = TextDirection.direction(TextDirection.rightToLeft(line, page));
        html.append("<%s class=\"%s\"><span class=\"%s\" dir=\"%s\">".formatted(element, name, direction, direction));
        text(line, TextDirection.rightToLeft(line, page));
        html.append("</span></").append(element).append('>');
        return this;
    }

    /** In what runs from right to left, what reads from left to right is kept in one piece, and short pieces on one line. */
    Markup text(String text, boolean rightToLeft) {
        if (!rightToLeft) {
            return text(text);
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
        return this;
    }

    Markup text(String text) {
        for (char each : shown.text(text).toCharArray()) {
            switch (each) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                default -> html.append(each);
            }
        }
        return this;
    }

    /** Within the page itself: nothing is fetched from anywhere. */
    Markup image(Image image, String says) {
        html.append("<p class=\"image\"><img alt=\"");
        text(says);
        html.append("\" src=\"").append(EMBEDDED).append(image.mediaType().equals("image/png") ? "png" : "jpeg");
        html.append(";base64,")
                .append(Base64.getEncoder().encodeToString(image.content()))
                .append("\"/></p>");
        return this;
    }

    static String tag(Locale language) {
        return ULocale.forLocale(language).toLanguageTag();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
