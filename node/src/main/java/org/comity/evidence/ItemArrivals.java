package org.comity.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Follows items that others deliver, on their way to this node: docs/protocol/transfer.md. Joins the caller's transaction.
 */
public interface ItemArrivals {

    /**
     * An act with an entry, with effect, delivers the item of this manifest to us: it is fetched, verified and matched, and
     * {@link ItemArrived} is published at its end. Again changes nothing, but takes up one that had ended without the item.
     */
    void expect(String manifest, String from, String thread, String act);

    Optional<Arrival> find(String manifest);

    /** Why an item that was to arrive does not come, as long as nobody resumes it: refused, paused or cancelled. */
    default Optional<State> stopped(Item item) {
        return item.state() != Item.State.ARRIVING
                ? Optional.empty()
                : item.manifest()
                        .flatMap(it -> find(it.sha256()))
                        .map(Arrival::state)
                        .filter(State::stopped);
    }

    /** Which segment of an item that was refused came otherwise than its sender signed it; nothing where that is not why. */
    default Optional<AlteredSegment> altered(Item item) {
        return Optional.empty();
    }

    /**
     * One stretch of a payload that is not what was signed.
     *
     * @param number counted from 1, of {@code all}
     * @param first byte of the payload, counted from 0, to {@code last}
     * @param signed leaf of the tree that the signed manifest names: SHA-256 of a zero byte and the segment; {@code came} that of
     *     what came
     */
    record AlteredSegment(long number, long all, long first, long last, String signed, String came) {}

    /** Those of these manifests that are expected, or came. */
    List<Arrival> named(Collection<String> manifests);

    /** Whether something that this act delivers has not ended its way yet. */
    boolean underWay(String act);

    /** Of a thread, newest first. */
    List<Arrival> newest(String thread, int limit);

    /** How many there are of a thread. */
    long count(String thread);

    /** It stops where it is, until it is resumed. */
    void pause(String manifest, Official by);

    /**
     * Goes on where it stopped; also one that was refused, by an officer who knows why. One that was cancelled begins anew.
     */
    void resume(String manifest, Official by);

    /** It is not wanted. What came is removed, with the key that was wrapped for us; that it came so far stays on record. */
    void cancel(String manifest, Official by);

    /** An act declares destroyed what came of it: it is not gone on with, and does not come again. */
    void destroyed(String manifest);

    /**
     * @param manifest SHA-256
     * @param item null until its manifest is here
     * @param reached bytes of the payload on the disk
     * @param size of the payload, 0 until its manifest is here
     * @param tries without a byte, since one came
     * @param why a code of docs/protocol/transfer.md, or null
     */
    // More than twelve: it is the row of an arrival, as pages and programs show it.
    record Arrival(
            String manifest,
            String from,
            String thread,
            String act,
            State state,
            @Nullable UUID item,
            long reached,
            long size,
            int tries,
            Instant nextAt,
            @Nullable String why,
            Instant expectedAt) {

        public boolean ended() {
            return state != State.WAITING && state != State.PAUSED && state != State.WHOLE;
        }
    }

    enum State {
        /** under way, or to be tried again */
        WAITING,
        PAUSED,
        CANCELLED,
        /** what the other node sent is not what the act names */
        REFUSED,
        /** every segment is here and verified; being opened whole */
        WHOLE,
        MATCHED,
        NOT_MATCHED;

        boolean stopped() {
            return this == REFUSED || this == PAUSED || this == CANCELLED;
        }
    }
}
