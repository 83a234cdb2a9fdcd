package org.comity.commons.kept;

import java.time.LocalDate;
import java.util.List;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * A page of one collection, newest first.
 *
 * @param article to which it is narrowed; empty for all
 * @param next the first line of the next page; null: this is the last
 * @param more older ones stand on no page: each is found by its address
 */
public record CollectionView(
        String shelf,
        String article,
        List<Line> lines,
        @Nullable Integer next,
        boolean more) {

    /**
     * One record of it.
     *
     * @param address by which its page is found
     * @param sender whose word it is: two letters of a State, or the id of a body
     */
    public record Line(
            String address,
            String reference,
            String title,
            String sender,
            TrafficLight light,
            LocalDate day,
            List<String> articles) {}

    public String here() {
        return "/collections/" + shelf;
    }
}
