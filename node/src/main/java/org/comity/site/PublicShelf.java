package org.comity.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One part of the public site, e.g. the practices: a room lists what of its own anybody may read, and the site draws it, finds
 * it, and gives it as data.
 */
public interface PublicShelf {

    /** Where the shelves are: in whatever language pages there exist, an item says what is not written by somebody. */
    String ADDRESS = PublicAddress.ROOT;

    /** The most items that a shelf shows; those that were put there last, where there are more. */
    int MOST = 1_000;

    /** Its address, in small letters; its words are {@code public.shelf.NAME} and {@code public.shelf.NAME.about}. */
    String name();

    /** Its place among the shelves, from 1. */
    int place();

    /** Newest first; of more than {@link #MOST} the site cuts those that were put there first. What bears another label than {@code TLP:CLEAR} is left out by the site. */
    List<PublicItem> items();

    /** Where what alone ever had this address stands now: needs and records once had their reference alone. */
    default Optional<String> moved(String before) {
        return Optional.empty();
    }

    /** Files that stand with an item, for its page; may be empty. */
    default List<ItemFile> files(String id) {
        return List.of();
    }

    /** The bytes of one of them; empty if it is none, or not for everybody any more. */
    default Optional<byte[]> content(String id, String name) {
        return Optional.empty();
    }

    /**
     * A file that everybody may take.
     *
     * @param name as its address ends, e.g. {@code en.pdf}
     * @param title by language
     * @param type of its content
     */
    record ItemFile(String name, Map<String, String> title, String type, int size) {

        public String title(String language) {
            return title.getOrDefault(language, name);
        }
    }

    /** What is better read as a table; may be empty. */
    default List<PublicTable> tables(String language) {
        return List.of();
    }

    /**
     * Whether it is the host's own work, which the licence of the open data covers. What others said has the licence that they
     * gave it, in their own words, or none.
     */
    default boolean ofTheHost() {
        return false;
    }

    /** What is said at a glance on the first page; may be empty. */
    default List<PublicItem.Part> facts() {
        return List.of();
    }
}
