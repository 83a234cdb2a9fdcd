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

    /** @param name of a shelf or of a section; its words are {@code public.shelf.NAME} */
    record Section(String name, List<PublicItem> items) {

        public Section {
            items = List.copyOf(items);
        }
    }
}
