package org.comity.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A note from one shift to the next.
 *
 * @param open how many requests needed our State when it was written
 * @param lines what is due, or ends, within twelve hours of it, and calls that wait, life at risk first, then the earliest; then what our officers had in hand
 * @param moreDue more was due or ended in these hours than {@code lines} name; no older note says so
 * @param moreCalls more calls waited than {@code lines} name
 * @param next official who is on duty next by the rota, as it stood then, or null
 * @param figures of the shift that ends; null in older notes
 * @param takenBy official who took over, or null
 */
public record Handover(
        long id,
        String official,
        Instant writtenAt,
        String words,
        int open,
        List<Line> lines,
        boolean moreDue,
        boolean moreCalls,
        @Nullable String next,
        @Nullable ShiftFigures figures,
        @Nullable String takenBy,
        @Nullable Instant takenAt) {

    /** Emergencies of ours that a note names; of more it says that there are more. */
    public static final int MOST_AWAITED = 50;

    /** Message of what is to be done about one. */
    static final String NOT_ACKNOWLEDGED = "handover.not-acknowledged";

    /** What a taker says to have read; only what the note has is asked. */
    static final String PROMISES = "promises";

    static final String WATCH = "watch";

    Handover with(List<Line> others) {
        return new Handover(
                id, official, writtenAt, words, open, others, moreDue, moreCalls, next, figures, takenBy, takenAt);
    }

    public List<Line> promises() {
        return lines.stream().filter(Line::promised).toList();
    }

    /** All that is no promise. */
    public List<Line> toWatch() {
        return lines.stream().filter(it -> !it.promised()).toList();
    }

    /** Of {@link #PROMISES} and {@link #WATCH}, what this note has. */
    public Set<String> toRead() {
        var parts = new TreeSet<String>();
        if (!promises().isEmpty()) parts.add(PROMISES);
        if (!toWatch().isEmpty() || moreDue || moreCalls) parts.add(WATCH);
        return parts;
    }

    /**
     * @param thread empty for a call, for an act that opens one, and in older notes
     * @param reference empty for a call, and for an act that has none yet
     * @param counterpart empty for a call of an authority that the directory does not know
     * @param at when it is due, when the call came, or what is kept ends
     * @param ends what is kept ends then; else our answer is due
     * @param next message that names the act that we would take next; empty when none
     * @param inHand how an act of our officers stands that has not left ({@code at} is since when); empty for a request
     * @param leaves when that act leaves by itself, if it is held; null in older notes
     * @param path of the page where one goes on
     */
    public record Line(
            String thread,
            String reference,
            String counterpart,
            Instant at,
            boolean ends,
            String next,
            boolean emergency,
            String inHand,
            @Nullable Instant leaves,
            String path) {

        /** The other State has not acknowledged an emergency that we told it. */
        public boolean awaited() {
            return next.equals(NOT_ACKNOWLEDGED);
        }

        /** It is something that we promised by an hour: its message says in which act, and when it counts as done. */
        public boolean promised() {
            return next.startsWith("promises.");
        }

        /** Message that says how an act in hand stands, with the slot {@code time}. */
        public String stands() {
            return leaves == null ? "handover.in-hand." + inHand : "handover.in-hand.leaves";
        }
    }
}
