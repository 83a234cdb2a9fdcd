package org.comity.notification;

import java.time.Instant;
import org.comity.forum.DigestChoice;
import org.comity.ui.Language;

/**
 * What an official wants to be told of the rooms by mail, and how often.
 *
 * @param stop opens the page that stops these mails, and nothing else
 * @param toldUntil what was said up to then was told, or is about to be
 */
record KeptDigest(
        String official,
        Often often,
        String address,
        Language language,
        DigestChoice choice,
        String stop,
        Instant toldUntil,
        Instant nextAt) {

    enum Often {
        DAILY,
        WEEKLY
    }
}
