package org.comity.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail about an answer that came by mail.
 *
 * @param post that was answered, or that was said
 * @param draft that it shows; null of any other kind
 * @param why code of why it was not taken; empty of any other kind
 * @param attempts made so far
 */
record ReplyMail(
        long id,
        String official,
        Kind kind,
        long post,
        @Nullable Long draft,
        String why,
        int attempts) implements WaitingMail {

    enum Kind {
        /** These are your words: answer, and they stand. */
        SHOWN,
        /** They stand. */
        SAID,
        /** They do not, and what to do. */
        REFUSED
    }
}
