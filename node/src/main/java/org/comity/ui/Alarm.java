package org.comity.ui;

import java.time.Instant;

/**
 * An emergency that another State told and nobody here has acknowledged, as the top bar of every page shows it.
 *
 * @param count how many there are; this is the oldest
 * @param address under which its pages are
 * @param from the State that asks, in the reader's language
 * @param acknowledge where pressing acknowledges it, or null: this reader may not, or it goes by letter
 */
public record Alarm(
        int count,
        String reference,
        String address,
        String from,
        String subject,
        Instant since,
        @org.jspecify.annotations.Nullable String acknowledge) {}
