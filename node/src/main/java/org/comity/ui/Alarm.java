package org.comity.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An emergency that another State told and nobody here has acknowledged, as the top bar of every page shows it.
 *
 * @param count how many there are; this is the oldest
 * @param address under which its pages are
 * @param from the State that asks, in the reader's language
 * @param acknowledge where pressing acknowledges it, or null: this reader may not, or it goes by letter
 * @param call null while nobody was told
 */
public record Alarm(
        int count,
        String reference,
        String address,
        String from,
        String subject,
        Instant since,
        @Nullable String acknowledge,
        @Nullable Call call) {

    /**
     * Whom the node told last that nobody answers.
     *
     * @param who message {@code alarm.who.<who>}
     * @param how message {@code alarm.call.<how>}
     */
    public record Call(String who, String how, Instant at) {}
}
