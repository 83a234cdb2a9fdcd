package org.comity.notification;

import org.comity.ui.Language;

/**
 * Names somebody of our own State who is reminded; the address never leaves this node but on the envelope of the mail.
 */
record ReminderRecipient(Kind kind, String address, Language language) {

    enum Kind {
        CONTACT_POINT,
        PROSECUTOR,
        CENTRAL_AUTHORITY
    }

    /** @param tag of a language, known or not */
    static Language spoken(String tag) {
        return Language.of(tag).orElse(Language.ENGLISH);
    }
}
