package org.comity.casework.requests;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a drill, for the two who held it: both directions beside one another, and no measure of either.
 *
 * @param row whose page it is
 * @param weAsked null where there is no drill in this direction
 * @param theyAsked likewise
 */
public record DrillView(
        RequestRow row,
        Participant other,
        @Nullable Way weAsked,
        @Nullable Way theyAsked,
        boolean mayTell) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /**
     * One direction; what has not happened is null.
     *
     * @param sent by the clock of who asked; the others by the register's entries
     * @param whole every file that was delivered is the one that was sent; null where none was matched
     */
    public record Way(
            RequestRow request,
            @Nullable Instant sent,
            @Nullable Instant registered,
            @Nullable Instant acknowledged,
            @Nullable Instant answered,
            @Nullable Boolean whole) {

        /** In a sentence that goes to the other side; empty where it has not happened. */
        public static String said(@Nullable Instant at) {
            return at == null ? "" : CLOCK.format(at);
        }

        /** How far it came: message {@code drill.told.<word>}. */
        public String far() {
            return answered != null
                    ? "answered"
                    : acknowledged != null ? "acknowledged" : registered != null ? "registered" : "sent";
        }
    }

    /** Messages of what is ours to mend, each {@code drill.mend.<word>}; of the other side nothing is said. */
    public List<String> toMend() {
        var mend = new ArrayList<String>();
        if (theyAsked != null) {
            if (theyAsked.acknowledged() == null) mend.add("unacknowledged");
            if (theyAsked.answered() == null) mend.add("unanswered");
        }
        if (Stream.of(weAsked, theyAsked).anyMatch(it -> it != null && Boolean.FALSE.equals(it.whole()))) {
            mend.add("file");
        }
        return mend;
    }

    /** The direction that this page's own request went. */
    public Way own() {
        return weAsked != null && weAsked.request().thread().equals(row.thread())
                ? weAsked
                : Objects.requireNonNull(theyAsked);
    }
}
