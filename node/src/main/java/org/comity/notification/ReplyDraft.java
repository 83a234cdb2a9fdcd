package org.comity.notification;

import org.comity.vocabulary.TrafficLight;

/**
 * Words that came by mail, under the label under which they were shown to their author.
 *
 * @param post that they answer
 * @param text empty once they were said, or dropped: they lie here no longer than they wait
 */
record ReplyDraft(long id, String official, long post, TrafficLight light, String text) {

    /** Said, or dropped: no answer makes it stand any more. */
    boolean spent() {
        return text.isEmpty();
    }
}
