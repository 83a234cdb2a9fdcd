package org.comity.notification;

import java.util.List;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;

/**
 * The reminders of one request, as its page shows them.
 *
 * @param period null until something is kept
 * @param to those who are reminded next
 * @param prosecutor address, or empty
 * @param practice what is sent can be read on a page of this node
 * @param mayChange the reader may quiet them and name a prosecutor
 */
public record RemindersView(
        String reference,
        @Nullable Ending period,
        List<Line> lines,
        List<String> to,
        String prosecutor,
        String prosecutorLanguage,
        List<Language> languages,
        boolean on,
        boolean practice,
        boolean mayChange) {

    /** @param next the step that comes next, or null */
    public record Ending(java.time.Instant until, boolean open, boolean quiet, java.time.@Nullable Instant next) {}

    /** @param status {@code WAITING}, {@code SENT} or {@code FAILED} */
    public record Line(
            String step,
            String recipient,
            String status,
            java.time.@Nullable Instant at,
            @Nullable String error) {}
}
