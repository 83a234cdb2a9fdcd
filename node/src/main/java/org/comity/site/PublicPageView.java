package org.comity.site;

import java.util.List;
import org.comity.vocabulary.CutText;

/**
 * What a public page shows beside its frame.
 *
 * @param shelves all of them, for the menu and the first page
 * @param items those of this page
 * @param asked what was typed or chosen; empty if nothing
 * @param page from 1
 */
public record PublicPageView(
        List<Shelf> shelves, String shelf, List<Entry> items, String asked, int page, boolean more) {

    static final int PER_PAGE = 30;

    private static final int LONGEST_TITLE = 160;

    /** @param count of what anybody may read */
    public record Shelf(String name, int count) {}

    /** An item with its address. */
    public record Entry(String shelf, PublicItem item) {

        /** As a list shows it. */
        public String title(String language) {
            return CutText.shown(item.title(language), LONGEST_TITLE);
        }
    }

    PublicPageView withMore(boolean others) {
        return new PublicPageView(shelves, shelf, items, asked, page, more || others);
    }

    /** One page of these. */
    static PublicPageView of(List<Shelf> shelves, String shelf, List<Entry> items, String asked, int page) {
        int from = Math.min(items.size(), (page - 1) * PER_PAGE);
        int to = Math.min(items.size(), from + PER_PAGE);
        return new PublicPageView(shelves, shelf, items.subList(from, to), asked, page, to < items.size());
    }
}
