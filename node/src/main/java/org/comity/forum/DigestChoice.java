package org.comity.forum;

import java.util.List;

/**
 * Says what somebody wants to be told: what was said in these rooms, and on these articles in any room. Neither: everything.
 *
 * @param articles by number, e.g. {@code 24}
 */
public record DigestChoice(List<String> rooms, List<String> articles) {

    public static final DigestChoice EVERYTHING = new DigestChoice(List.of(), List.of());

    public DigestChoice {
        rooms = List.copyOf(rooms);
        articles = List.copyOf(articles);
    }

    boolean whole() {
        return rooms.isEmpty() && articles.isEmpty();
    }
}
