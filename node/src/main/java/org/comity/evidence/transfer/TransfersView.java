package org.comity.evidence.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.directory.Participant;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.ItemArrivals;
import org.comity.ui.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What travels to and from this node, and how fast it may.
 *
 * @param mayRead whether the lists are this reader's to see
 * @param mayWrite acts are this reader's to write
 */
public record TransfersView(
        boolean mayRead,
        boolean mayDecide,
        boolean mayPace,
        boolean mayWrite,
        List<Coming> coming,
        List<Going> going,
        List<PaceLine> paces,
        List<Choice> participants,
        @Nullable String newer,
        @Nullable String older) {

    /** What is said of bytes on both sides. */
    public record Way(
            long reached,
            long size,
            @Nullable Long perSecond,
            @Nullable Duration left) {

        public int percent() {
            return size == 0 ? 0 : (int) (reached * 100 / size);
        }

        public boolean complete() {
            return size > 0 && reached >= size;
        }
    }

    /**
     * @param name as the sender calls it; null until its manifest is here
     * @param waiting the act that is to be said of the delivery that it belongs to, or null
     */
    public record Coming(
            ItemArrivals.Arrival arrival,
            @Nullable String name,
            @Nullable Participant from,
            Way way,
            CustodyActs.@Nullable Waiting waiting) {

        public boolean pausable() {
            return arrival.state() == ItemArrivals.State.WAITING;
        }

        public boolean resumable() {
            return switch (arrival.state()) {
                case PAUSED, CANCELLED, REFUSED -> true;
                case WAITING -> arrival.why() != null;
                default -> false;
            };
        }

        public boolean cancellable() {
            return arrival.state() == ItemArrivals.State.WAITING || arrival.state() == ItemArrivals.State.PAUSED;
        }
    }

    public record Going(
            String manifest,
            String name,
            String receiver,
            @Nullable Participant to,
            boolean held,
            boolean keysWithdrawn,
            @Nullable Instant at,
            Way way) {}

    /** @param bytesPerSecond null: as the line gives */
    public record PaceLine(
            String participant,
            @Nullable Long bytesPerSecond,
            @Nullable String opens,
            @Nullable String closes) {}
}
