package org.comity.site;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.comity.convention.Article;
import org.comity.convention.Instrument;
import org.comity.ui.Language;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one article, as it is taken along.
 *
 * @param home under which its items are read online
 * @param light the narrowest label in it
 * @param newest day of anything in it; null where nothing is
 * @param licence of what is the host's own
 * @param leftOut how many items it has no room for
 * @param older a room has older ones that were not looked through
 */
public record ArticleBundle(
        Instrument instrument,
        Article article,
        Language language,
        String home,
        TrafficLight light,
        @Nullable LocalDate newest,
        URI licence,
        List<Shelf> shelves,
        int leftOut,
        boolean older) {

    public ArticleBundle {
        shelves = List.copyOf(shelves);
    }

    /** The same with so many items fewer: whoever writes it has no room for them. */
    ArticleBundle without(int items) {
        return new ArticleBundle(
                instrument, article, language, home, light, newest, licence, shelves, leftOut + items, older);
    }

    /** @param ofTheHost its items are the host's own work */
    public record Shelf(String name, boolean ofTheHost, List<PublicItem> items) {

        public Shelf {
            items = List.copyOf(items);
        }
    }

    /**
     * A file in it, as its index lists it.
     *
     * @param name from the index
     * @param sha256 of its bytes
     */
    public record Packed(String name, String shelf, String title, TrafficLight light, LocalDate day, String sha256) {}

    /**
     * A file of an item.
     *
     * @param name from the page of the item; an address online where the bundle has no room for it
     */
    public record Enclosed(String name, String title, boolean here) {}
}
