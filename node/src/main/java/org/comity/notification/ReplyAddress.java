package org.comity.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an address is for that stands in a mail to an official.
 *
 * @param post that is answered
 * @param draft that is to stand; null: words are to come
 * @param usedBy file of the mail that used it; null: nobody did
 */
record ReplyAddress(
        String hash,
        String official,
        long post,
        @Nullable Long draft,
        Instant endsAt,
        @Nullable String usedBy) {}
