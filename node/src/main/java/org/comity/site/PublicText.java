package org.comity.site;

import java.util.ArrayList;
import java.util.List;

/** Cuts what is said of an item into pages, so that each stays small enough for a slow line. */
public final class PublicText {

    /** Bytes of text on one page; its frame and the sheet of styles come to it. */
    static final int ON_A_PAGE = 36_000;

    /** A longer text is cut into pieces. */
    private static final int PIECE = 12_000;

    private PublicText() {}

    /**
     * One piece on a page.
     *
     * @param language in which it stands; empty where nobody said that
     */
    public record Piece(String label, String text, String language) {}

    /** At least one page, be it empty. */
    static List<List<Piece>> pages(List<PublicItem.Part> parts, String language) {
        var pages = new ArrayList<List<Piece>>();
        var page = new ArrayList<Piece>();
        int size = 0;
        for (var part : parts) {
            for (var text : pieces(part.in(language))) {
                int more = weight(text);
                if (size + more > ON_A_PAGE && !page.isEmpty()) {
                    pages.add(List.copyOf(page));
                    page.clear();
                    size = 0;
                }
                page.add(new Piece(part.label(), text, part.languageFor(language)));
                size += more;
            }
        }
        pages.add(List.copyOf(page));
        return pages;
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        int size = 0;
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            int more = weight(code);
            if (size + more > PIECE) {
                pieces.add(text.substring(from, i));
                from = i;
                size = 0;
            }
            size += more;
            i += Character.charCount(code);
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    static int weight(String text) {
        return text.codePoints().map(PublicText::weight).sum();
    }

    /** Bytes in UTF-8, as HTML writes it. */
    private static int weight(int code) {
        return switch (code) {
            case '&', '"', '\'', '<', '>' -> 5;
            case '\n' -> 5;
            default -> code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        };
    }
}
