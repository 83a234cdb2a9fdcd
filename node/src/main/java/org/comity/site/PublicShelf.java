package org.comity.site;

import java.util.List;

/**
 * One part of the public site, e.g. the practices: a room lists what of its own anybody may read, and the site draws it, finds
 * it, and gives it as data.
 */
public interface PublicShelf {

    /** The most items that a shelf shows; the newest ones, where there are more. */
    int MOST = 1_000;

    /** Its address, in small letters; its words are {@code public.shelf.NAME} and {@code public.shelf.NAME.about}. */
    String name();

    /** Its place among the shelves, from 1. */
    int place();

    /** Newest first, at most {@link #MOST}. What bears another label than {@code TLP:CLEAR} is left out by the site. */
    List<PublicItem> items();

    /** What is better read as a table; may be empty. */
    default List<PublicTable> tables(String language) {
        return List.of();
    }

    /** What is said at a glance on the first page; may be empty. */
    default List<PublicItem.Part> facts() {
        return List.of();
    }
}
