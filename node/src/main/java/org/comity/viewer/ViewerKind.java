package org.comity.viewer;

import java.util.Locale;
import org.comity.evidence.Item;

/** Names as what an item is looked at. */
public enum ViewerKind {
    TEXT,
    TABLE,
    SHEET,
    MAIL,
    IMAGE,
    /** Bytes as they are: nothing is interpreted, so the node itself writes them. */
    HEX;

    /** What the item seems to be, by its name and what was said of it; the reader may choose otherwise. */
    static ViewerKind of(Item item) {
        var name = item.name().toLowerCase(Locale.ROOT);
        var type = item.mediaType();
        if (type.equals("message/rfc822") || name.endsWith(".eml")) return MAIL;
        if (type.equals("text/csv") || name.matches(".*\\.(csv|tsv)")) return TABLE;
        if (name.endsWith(".xlsx") || type.endsWith("spreadsheetml.sheet")) return SHEET;
        if (name.matches(".*\\.(png|jpe?g|gif|bmp|tiff?)") || type.startsWith("image/")) return IMAGE;
        if (type.startsWith("text/") || name.matches(".*\\.(txt|log|json|xml|html?|md|ini|conf)")) return TEXT;
        return HEX;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
