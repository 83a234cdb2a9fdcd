package org.comity.forum;

import java.time.Instant;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.TrafficLight;

/**
 * One contribution, as a digest tells it.
 *
 * @param title of its topic; empty where that is not for this reader
 * @param saidBy the participant, or in a room under the Chatham House Rule its group
 * @param language of the words
 * @param words the first of them, on one line
 */
public record DigestLine(
        long post, TrafficLight light, String title, String saidBy, Instant at, String language, String words) {

    private static final int LONGEST = 400;

    static DigestLine of(KeptPost post) {
        return new DigestLine(
                post.id(),
                post.light(),
                post.title(),
                post.shownAs(),
                post.at(),
                post.language(),
                shortened(post.text()));
    }

    /** What it is called where its title is not for this reader. */
    public String name() {
        return title.isEmpty() ? WritingPosts.subject(post) : title;
    }

    public String path() {
        return "/rooms/posts/" + post;
    }

    private static String shortened(String text) {
        return CutText.shown(text.replaceAll("\\s+", " "), LONGEST);
    }
}
