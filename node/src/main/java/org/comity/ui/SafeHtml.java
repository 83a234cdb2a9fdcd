package org.comity.ui;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.regex.Pattern;
import org.comity.vocabulary.LeftToRight;

/** Marks HTML that we wrote ourselves; what came from outside is escaped first. Templates print it as it is. */
public record SafeHtml(String html) implements Content {

    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}&&\\p{L}]");

    public static SafeHtml text(String text) {
        return new SafeHtml(escaped(text));
    }

    /** Kept in one piece and left to right: references, hashes, articles, addresses, times with their zone. */
    public static SafeHtml ltr(Object text) {
        return new SafeHtml("<bdi class=\"ltr\" dir=\"ltr\">" + escaped(text.toString()) + "</bdi>");
    }

    /** A sentence in which each run that holds a figure keeps its direction. */
    static String isolated(String sentence) {
        var html = new StringBuilder();
        for (var piece : LeftToRight.pieces(HarmlessText.unturned(sentence))) {
            html.append(piece.kept() ? ltr(piece.text()).html() : escaped(piece.text()));
        }
        return html.toString();
    }

    /** The same in lines that may break anywhere; words that are not of a language from right to left stay in one piece. */
    static String runsIsolated(String sentence) {
        var pieces = LeftToRight.pieces(HarmlessText.unturned(sentence));
        if (pieces.stream().noneMatch(LeftToRight.Piece::kept)) {
            return escaped(sentence);
        }
        if (!RIGHT_TO_LEFT.matcher(sentence).find()) {
            return "<bdi dir=\"ltr\">" + escaped(sentence) + "</bdi>";
        }
        var html = new StringBuilder();
        for (var piece : pieces) {
            var text = escaped(piece.text());
            html.append(piece.kept() ? "<bdi dir=\"ltr\">" + text + "</bdi>" : text);
        }
        return html.toString();
    }

    /** What turns letters is shown, as {@link HarmlessOutput} shows it in all other words of a page. */
    public static String escaped(String text) {
        return HarmlessText.unturned(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public String toString() {
        return html;
    }
}
