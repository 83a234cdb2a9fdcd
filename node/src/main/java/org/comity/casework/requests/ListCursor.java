package org.comity.casework.requests;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.ListPage;
import org.comity.vocabulary.CursorText;
import org.jspecify.annotations.Nullable;

/**
 * Marks where a list was left, so that the next page begins after it however the list has grown.
 *
 * @param emergency what comes first: emergencies, or by turn what somebody still has to act in
 * @param key when it is due, ends, or changed, as the list's order asks
 */
record ListCursor(boolean emergency, @Nullable Instant key, Instant opened, String thread) {

    private static final int LONGEST = 400;

    static ListCursor of(RequestRow row, Requests.Order order) {
        var key = switch (order) {
            case ENDS -> row.until();
            case CHANGED -> row.changedAt();
            case DUE, NEWEST -> row.dueBy();
        };
        return new ListCursor(row.emergency(), key, row.openedAt(), row.thread());
    }

    /** In a list in which what somebody still has to act in comes first. */
    static ListCursor byTurn(RequestRow row) {
        return new ListCursor(row.turn() != RequestRow.Turn.NOBODY, null, row.openedAt(), row.thread());
    }

    /** Before all that changed at this instant, or later. */
    static ListCursor changed(Instant since) {
        return new ListCursor(false, since, Instant.EPOCH, "");
    }

    /** @param read at most one row more than the page has */
    static Requests.Page page(List<RequestRow> read, int most, Requests.Order order) {
        var page = ListPage.of(read, most);
        return new Requests.Page(page.rows(), page.next(it -> of(it, order).text()));
    }

    String text() {
        return CursorText.of(emergency ? "1" : "0", key == null ? "" : key, opened, thread);
    }

    /** Null when the text is not one of ours: the list then begins at its top. */
    static @Nullable ListCursor read(@Nullable String text) {
        var parts = CursorText.read(text, 4, LONGEST);
        if (parts == null) {
            return null;
        }
        try {
            return new ListCursor(
                    parts.get(0).equals("1"),
                    parts.get(1).isEmpty() ? null : Instant.parse(parts.get(1)),
                    Instant.parse(parts.get(2)),
                    parts.get(3));
        } catch (DateTimeException notOurs) {
            return null;
        }
    }
}
