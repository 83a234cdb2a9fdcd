package org.comity.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.Envelope;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;

/**
 * One request as programs read it.
 *
 * @param state name of the shared state; {@code Sent} while the opening act waits for the keeper's entry
 * @param askedBy {@code due} was asked by the other State
 * @param turnSince since when something is ours to do, or null
 * @param owner id of the official who took it, or null
 * @param letter how our letter stands to a State without a node: the oldest that waits to be posted, else the newest; or null
 * @param notice code of what the desk must be told, or null
 */
// More than twelve: each is a member of the documented answer.
record RequestJson(
        String reference,
        String thread,
        String procedure,
        String counterpart,
        String ourRole,
        String subject,
        String state,
        @Nullable Instant until,
        String turn,
        @Nullable String next,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant due,
        boolean askedBy,
        boolean emergency,
        boolean confidential,
        String channel,
        @Nullable String owner,
        @Nullable String notice,
        boolean disputed,
        String ourCase,
        String theirCase,
        String author,
        String address,
        @Nullable Instant turnSince,
        @Nullable LetterJson letter) {

    static RequestJson of(RequestRow row) {
        return new RequestJson(
                row.reference(),
                row.thread(),
                row.procedure(),
                row.counterpart(),
                row.ourRole().word(),
                row.subject(),
                row.state(),
                row.until(),
                word(row.turn()),
                row.next(),
                row.openedAt(),
                row.changedAt(),
                row.due(),
                row.askedBy(),
                row.emergency(),
                row.confidential(),
                word(row.channel()),
                row.owner(),
                row.notice(),
                row.disputed(),
                row.ourCase(),
                row.theirCase(),
                row.author(),
                row.address(),
                row.ourTurnSince(),
                LetterJson.of(row.dispatch()));
    }

    /**
     * @param standing {@code ready}, {@code posted} or {@code received}
     * @param by channel by which it left, or {@code seat}; null, as {@code postedOn}, until then
     */
    record LetterJson(
            String act,
            String standing,
            Instant readyAt,
            Instant postBy,
            @Nullable String by,
            String number,
            @Nullable LocalDate postedOn,
            @Nullable String postedBy,
            @Nullable LocalDate receivedOn) {

        static @Nullable LetterJson of(@Nullable Dispatch letter) {
            return letter == null
                    ? null
                    : new LetterJson(
                            letter.act(),
                            word(letter.stage()),
                            letter.readyAt(),
                            letter.postBy(),
                            letter.channel() == null ? null : word(letter.channel()),
                            letter.number(),
                            letter.day(),
                            letter.official(),
                            letter.receivedOn());
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** @param cursor give it as {@code after} for the next rows; null at the end */
    record Listed(List<RequestJson> requests, @Nullable String cursor) {}

    /**
     * @param state the shared state with what it carries; null until the opening act is registered
     * @param offered types of act that would have effect now
     * @param drafts ids of ours being written or waiting for this request
     */
    record Whole(
            RequestJson request,
            @Nullable Map<String, Object> state,
            boolean weKeep,
            @Nullable String disputed,
            List<String> offered,
            List<ActJson> acts,
            List<String> drafts) {}

    /**
     * @param n its entry's number; null while sent and not yet registered
     * @param effect {@code effective}, or a code saying why it is without effect
     * @param sending where its sending stands, for ours without an entry
     * @param bodyDeletedAt when the retention rule deleted {@code body}, or null
     */
    record ActJson(
            String id,
            @Nullable Long n,
            boolean ours,
            String headline,
            @Nullable String effect,
            @Nullable Instant registeredAt,
            @Nullable String sending,
            boolean bodyKept,
            @Nullable Instant bodyDeletedAt,
            Map<String, Object> envelope,
            Map<String, Object> body) {

        static ActJson of(KeptAct act, String headline, @Nullable String sending) {
            Envelope envelope = act.envelope();
            return new ActJson(
                    act.id(),
                    act.n(),
                    act.ours(),
                    headline,
                    act.effect(),
                    act.registeredAt(),
                    sending,
                    act.bodyKept(),
                    act.forgottenAt(),
                    envelope.json(),
                    act.body());
        }
    }
}
