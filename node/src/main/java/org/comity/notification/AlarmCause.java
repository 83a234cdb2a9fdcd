package org.comity.notification;

import java.time.Instant;
import java.util.Objects;
import org.comity.casework.UntakenHandovers.Untaken;
import org.comity.procedure.RequestRow;

/**
 * Says of what somebody is told: a request that nobody acknowledged, or a handover note that nobody took over.
 *
 * @param id its thread, or {@code handover-} and the note's number
 * @param kind the last part of its messages, and what a gateway reads
 * @param since when it stands, by our clock
 * @param named what it is called; empty for a note
 * @param path of its page
 */
record AlarmCause(String id, String kind, Instant since, String named, String path) {

    private static final String HANDOVER = "handover-";

    static AlarmCause of(RequestRow row) {
        return new AlarmCause(
                row.thread(),
                row.emergency() ? "emergency" : "request",
                since(row),
                row.named(),
                "/requests/" + row.address());
    }

    static AlarmCause of(Untaken note) {
        return new AlarmCause(HANDOVER + note.id(), "handover", note.at(), "", "/desk/handover/" + note.id());
    }

    /** An emergency stands since it came, another request since its aim was over. */
    static Instant since(RequestRow row) {
        var came = Objects.requireNonNullElse(row.turnSince(), row.openedAt());
        return row.emergency() ? came : Objects.requireNonNullElse(row.due(), came);
    }

    static boolean isNote(String id) {
        return id.matches(HANDOVER + "[0-9]{1,18}");
    }

    static long note(String id) {
        return Long.parseLong(id.substring(HANDOVER.length()));
    }
}
