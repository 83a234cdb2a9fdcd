package org.comity.notification;

import java.util.Map;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;

/**
 * Holds one mail as it leaves.
 *
 * @param id the same in every attempt, so that a mail server which got it twice can tell
 * @param html the same words for who reads with a browser; or null
 * @param headers beside those that every mail has
 */
record OutgoingMail(
        String id,
        String address,
        Language language,
        String subject,
        String text,
        @Nullable String html,
        @Nullable Attached attached,
        Map<String, String> headers) {

    /** A calendar file. */
    record Attached(String name, String calendar) {}
}
