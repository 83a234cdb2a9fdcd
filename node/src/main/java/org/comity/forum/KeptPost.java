package org.comity.forum;

import java.time.Instant;
import java.util.List;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said in a topic, as one reader gets it.
 *
 * @param title of its topic; empty where that is not for this reader
 * @param shownAs the participant, or in a room under the Chatham House Rule its group
 * @param source of node, seat or office
 * @param act by which its author's own node said it
 * @param warned what the checker saw in it; its author left it so
 * @param mine these are the reader's words
 */
// More than twelve: it is the row of a post, nearly all of which its page shows.
public record KeptPost(
        long id,
        long topic,
        String room,
        String title,
        TrafficLight light,
        String language,
        String text,
        String shownAs,
        PostSource source,
        @Nullable String act,
        List<String> warned,
        Instant at,
        @Nullable Instant changedAt,
        @Nullable Instant withdrawnAt,
        @Nullable Instant hiddenAt,
        boolean mine) {

    /** Nothing of it is shown, searched or taken along. */
    public boolean gone() {
        return withdrawnAt != null || hiddenAt != null;
    }
}
