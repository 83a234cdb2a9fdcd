package org.comity.notification;

import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * Words that came by mail, under the label under which they were shown to their author.
 *
 * @param post that they answer
 * @param saidAs the contribution that they became; null: none yet
 */
record ReplyDraft(
        long id,
        String official,
        long post,
        TrafficLight light,
        String text,
        @Nullable Long saidAs) {}
