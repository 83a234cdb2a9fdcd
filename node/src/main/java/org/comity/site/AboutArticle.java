package org.comity.site;

import java.util.List;
import java.util.Set;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Says what a room has about an article that somebody may take along, beside what stands on the public shelves. */
public interface AboutArticle {

    /** The most of one section. */
    int MOST = 200;

    /**
     * Whatever else this official may read, only what each participant may take along; of others what everybody may.
     *
     * @param article by number, e.g. {@code 24}
     * @param by null: everybody
     */
    List<Section> about(String article, @Nullable Official by);

    /**
     * Some of what a room has.
     *
     * @param name of a shelf or of a section; its words are {@code public.shelf.NAME}
     * @param others ids of what it has beside these, and might be taken along too
     * @param older it has still older ones, of which it does not say what they are about
     */
    record Section(String name, List<PublicItem> items, Set<String> others, boolean older) {

        public Section {
            items = List.copyOf(items);
            others = Set.copyOf(others);
        }

        public Section(String name, List<PublicItem> items, Set<String> others) {
            this(name, items, others, false);
        }
    }
}
