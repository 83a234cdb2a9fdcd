package org.comity.procedure;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.DayAlone;
import org.comity.vocabulary.RequestAddress;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * One request as the desk lists it: a projection of its thread, and what is ours alone (owner, aim).
 *
 * @param state name of the state; {@code Sent} while the opening act waits for the keeper's entry
 * @param until preserved until, or null
 * @param turn whose turn it is
 * @param next the type of act that we would take next, or null; message {@code act.<procedure>.<type>}
 * @param due our own aim, or the time asked by the other; null when nothing is due from us
 * @param askedBy {@code due} was asked by the other State
 * @param owner official id, or null: nobody yet
 * @param notice code of something the desk must be told (an act without effect, a refusal of the door), or null
 * @param heldUntil until then our opening act waits here and can be recalled; null if it was not held
 * @param author participant that gave the reference
 * @param shared another authority gave the same reference to another request
 * @param unsent an act of ours did not arrive, or got no entry in time, and no officer has read that
 * @param turnSince since when it is our turn without a break, or null
 * @param dispatch the letter of ours that the list speaks of: the oldest that waits to be posted, else the newest; or null
 * @param subject in English; {@code subjects} by language
 * @param drill nothing of it is real: it is counted nowhere and wakes nobody
 */
// More than twelve: the row of a list of requests, which shows nearly all of it.
public record RequestRow(
        String thread,
        String reference,
        String procedure,
        String counterpart,
        Role ourRole,
        String subject,
        String state,
        @Nullable Instant until,
        Turn turn,
        @Nullable String next,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant due,
        boolean askedBy,
        boolean emergency,
        boolean confidential,
        Channel channel,
        @Nullable String owner,
        @Nullable String notice,
        boolean disputed,
        String ourCase,
        String theirCase,
        @Nullable Instant heldUntil,
        Map<String, String> subjects,
        String author,
        boolean shared,
        boolean unsent,
        @Nullable Instant turnSince,
        @Nullable Dispatch dispatch,
        boolean drill) {

    private static final String OPENED = "Requested";
    private static final String LETTER_READY = "LetterReady";

    /** In the reader's language, a BCP 47 tag; as first written where that language is not known. */
    public String subject(String language) {
        return subjects.getOrDefault(language, subject);
    }

    /** Under which its pages are: short while nobody else uses the reference. */
    public String address() {
        return new RequestAddress(shared ? author : null, reference).path();
    }

    /** As people read it, e.g. {@code XB-2026-000017 (XB-2)} where another authority of that State uses the same number. */
    public String named() {
        return shared ? reference + " (" + author + ")" : reference;
    }

    /** The procedure as the law data and the messages name it, e.g. {@code preservation}. */
    public String law() {
        return procedure.substring(0, procedure.indexOf('/'));
    }

    /** It has not left this node yet. */
    public boolean held(Instant now) {
        return state.equals("Sent") && heldUntil != null && heldUntil.isAfter(now);
    }

    /** Taken back before it left: nobody was asked anything. */
    public boolean recalled() {
        return state.equals("Recalled");
    }

    /** A letter of ours is ready and has not left: whatever else the request waits for, this is ours to do. */
    public boolean toPost() {
        return dispatch != null && dispatch.stage() == Dispatch.Stage.READY;
    }

    /** It came by letter or call, with a day and no hour. */
    public boolean openedOnDay() {
        return channel != Channel.NODE && channel != Channel.SEAT && DayAlone.is(openedAt);
    }

    /** The letter with which we ask has not left. */
    public boolean letterReady() {
        return shown().equals(LETTER_READY);
    }

    /** Something is ours to do: a step, or posting a letter. */
    public boolean ours() {
        return turn == Turn.OURS || toPost();
    }

    /** Since when something is ours to do, or null. */
    public @Nullable Instant ourTurnSince() {
        var step = turn == Turn.OURS ? turnSince == null ? changedAt : turnSince : null;
        var letter = toPost() ? Objects.requireNonNull(dispatch).readyAt() : null;
        return step == null || letter != null && letter.isBefore(step) ? letter : step;
    }

    /** By when the first of our steps is due, posting a letter among them; or null. */
    public @Nullable Instant dueBy() {
        var letter = toPost() ? Objects.requireNonNull(dispatch).postBy() : null;
        return due == null || letter != null && letter.isBefore(due) ? letter : due;
    }

    /**
     * The state as it is shown: what we ask by letter is not received before an answer or a receipt says so. The message
     * {@code state.<procedure>.<name>} names it.
     */
    public String shown() {
        if (ourRole == Role.REQUESTED || !state.equals(OPENED) || channel == Channel.NODE) {
            return state;
        }
        return dispatch == null
                ? "Asked"
                : switch (dispatch.stage()) {
                    case READY -> LETTER_READY;
                    case POSTED -> dispatch.atSeat() ? "AtSeat" : "Posted";
                    case RECEIVED, NOT_POSTED -> state;
                };
    }

    public enum Turn {
        OURS,
        THEIRS,
        NOBODY
    }
}
