package org.comity.site;

import java.util.List;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Says what a room has about an article that somebody may take along, beside what stands on the public shelves. */
public interface AboutArticle {

    /** The most of one section. */
    int MOST = 200;

    /**
     * @param article by number, e.g. {@code 24}
     * @param by null: everybody
     */
    List<Section> about(String article, @Nullable Official by);

    /**
     * Some of what a room has.
     *
     * @param name of a shelf or of a section; its words are {@code public.shelf.NAME}
     * @param more how many items it has beside these
     */
    record Section(String name, List<PublicItem> items, int more) {

        public Section {
            items = List.copyOf(items);
        }
    }
}
