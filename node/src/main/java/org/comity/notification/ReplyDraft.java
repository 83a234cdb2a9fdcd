package org.comity.notification;

import org.comity.vocabulary.TrafficLight;

/**
 * Words that came by mail, under the label under which they were shown to their author.
 *
 * @param post that they answer
 * @param text empty once they were said, or dropped: they lie here no longer than they wait
 * @param saidAs the contribution that they became; null: none yet
 */
record ReplyDraft(
        long id,
        String official,
        long post,
        TrafficLight light,
        String text,
        @Nullable Long saidAs) {

    /** Said, or dropped: no answer makes it stand any more. */
    boolean spent() {
        return text.isEmpty();
    }
}
