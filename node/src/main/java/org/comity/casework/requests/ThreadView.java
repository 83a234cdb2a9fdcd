package org.comity.casework.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.AnnouncedRequests;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.casework.DomesticFile;
import org.comity.directory.Participant;
import org.comity.exchange.Exchange;
import org.comity.procedure.Confidentiality;
import org.comity.procedure.Dispatch;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.proof.act.Attachment;
import org.comity.proof.seat.SeatProof;
import org.comity.sealing.Letters.Section;
import org.comity.thread.Threads;
import org.comity.vocabulary.DayAlone;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * One request, whole: the three records kept apart.
 *
 * @param asks the requesting State's participant; {@code asked} the requested one
 * @param acts newest first; those not yet registered before them; {@code stretch} says which of how many
 * @param opening what they ask, and why
 * @param offered types of act that would have effect now
 * @param drafts of ours for this thread
 * @param confirmations of acts that left with one officer in an emergency
 * @param gaps what the emergency request left out and no act has filled yet
 * @param awaitsOrder passed on, and no order granted or refused since
 * @param forgottenAt when retention deleted the words of this request, or null
 * @param confidentiality whether we said that we can keep it
 * @param limit on the use of what was delivered; null before
 * @param letters how each letter of ours stands; {@code answerable} the other State could say something by what it has got
 * @param atSeat the other State reads this request at a seat here, and needs no letter
 * @param keys letters on the keyboard, by type of act
 * @param official names of this node's officials by id, for the domestic file
 * @param speaks whose desk writes of this procedure, as an entry names it
 * @param settles the type of act that says whether it can be kept confidential; {@code fills} the one that fills gaps
 * @param readers how many of our officers considered whether the request aims at a person for what that person is; null
 *     where none is asked to
 * @param head hash of the last entry of the register, or null
 * @param mayAct the reader may write acts; {@code mayFile} may add lines of these kinds to the domestic file
 */
// More than twelve: its template shows each.
public record ThreadView(
        RequestRow row,
        String subject,
        Participant asks,
        Participant asked,
        Participant other,
        boolean weKeep,
        List<ActLine> acts,
        ActRange stretch,
        List<Section> opening,
        List<String> offered,
        java.util.Map<String, String> keys,
        List<Draft> drafts,
        List<DomesticFile.Line> file,
        java.util.Map<String, String> official,
        Set<String> checks,
        @Nullable Integer readers,
        boolean mayAct,
        Set<DomesticFile.Kind> mayFile,
        List<Confirmation> confirmations,
        List<String> gaps,
        boolean awaitsOrder,
        @Nullable String disputed,
        @Nullable Instant forgottenAt,
        Confidentiality.Answer confidentiality,
        UseLimits.@Nullable UseLimit limit,
        List<Dispatch> letters,
        boolean answerable,
        boolean atSeat,
        String speaks,
        String settles,
        String fills,
        @Nullable String head,
        Basis basis) {

    /** @param article of the instrument, by its number; empty where none is named */
    public record Basis(String instrument, String article) {}

    /** An act of ours is on its way: until it has its entry, nothing more is asked of us. */
    public boolean leaving() {
        return !row.unsent() && acts.stream().anyMatch(it -> it.leaving(row.next()));
    }

    /** The step that is ours and comes first, or null: posting a letter comes before any other. */
    public @Nullable String next() {
        if (row.toPost()) {
            return "post";
        }
        return !leaving() && row.turn() == RequestRow.Turn.OURS && !offered.isEmpty()
                ? AnnouncedRequests.none(row.next()) ? row.next() : offered.getFirst()
                : null;
    }

    /** The same without what is ours alone: file, drafts, aims, owner, confirmations, letters, and whatever could be done. */
    ThreadView shared(RequestRow neutral, List<ActLine> theirs, boolean opened) {
        return new ThreadView(
                neutral,
                subject,
                asks,
                asked,
                other,
                weKeep,
                theirs,
                stretch,
                opened ? opening : List.of(),
                List.of(),
                java.util.Map.of(),
                List.of(),
                List.of(),
                java.util.Map.of(),
                Set.of(),
                null,
                false,
                Set.of(),
                List.of(),
                List.of(),
                false,
                disputed,
                forgottenAt,
                confidentiality,
                limit,
                List.of(),
                false,
                atSeat,
                speaks,
                settles,
                fills,
                head,
                basis);
    }

    public @Nullable Dispatch letterOf(String act) {
        return letters.stream().filter(it -> it.act().equals(act)).findFirst().orElse(null);
    }

    /** Our own entry. */
    public Participant us() {
        return row.ourRole() == Role.REQUESTING ? asks : asked;
    }

    /**
     * @param why code of what the last attempt failed with, or null if its turn has not come
     * @param next when it is tried again
     */
    public record Waiting(Instant since, @Nullable String why, Instant next) {

        /** What leaves at all leaves in seconds; longer than this is told. */
        private static final Duration SECONDS = Duration.ofSeconds(30);

        /** Empty while nothing is out of the ordinary. */
        static Optional<Waiting> of(Exchange.Sending sending, Instant now) {
            var since = sending.since();
            var next = sending.nextAttempt();
            if (sending.status() != Exchange.Status.QUEUED || since == null || next == null) {
                return Optional.empty();
            }
            boolean waits = sending.lastError() != null || since.plus(SECONDS).isBefore(now);
            return waits ? Optional.of(new Waiting(since, sending.lastError(), next)) : Optional.empty();
        }
    }

    /**
     * @param n null while it is sent, not yet registered
     * @param effect code when without effect, or null
     * @param recorded channel when the other State said it by another channel and we wrote it down, or null
     * @param sending status of its sending when ours and unregistered, or null
     * @param waiting when it should have left long ago and did not, or null
     * @param told an officer was told that it was not delivered, or got no entry
     * @param heldUntil the hour for which it waits, or null
     * @param recalled taken back before it left, or null
     * @param forgottenAt when retention deleted what it said, or null
     * @param draft of ours, while it is held and can be recalled, or was recalled and can be begun again; or null
     */
    // More than twelve: its template shows each, a line of the register.
    public record ActLine(
            String id,
            @Nullable Long n,
            String type,
            String headline,
            boolean ours,
            String state,
            String authority,
            Instant time,
            @Nullable Instant registeredAt,
            @Nullable String effect,
            @Nullable String recorded,
            @Nullable String sending,
            @Nullable Waiting waiting,
            boolean told,
            @Nullable Instant heldUntil,
            Threads.@Nullable Recalled recalled,
            @Nullable String draft,
            List<Section> text,
            List<Attachment> files,
            @Nullable Instant forgottenAt) {

        /** What was given up goes no further by itself; what meets trouble, or was told to have got no entry, stands in the way of its own step alone. */
        private boolean leaving(@Nullable String step) {
            if (!ours || n != null || recalled != null || "GIVEN_UP".equals(sending)) return false;
            return type.equals(step) || !told && (waiting == null || waiting.why() == null);
        }

        /** It was recorded with a day, and no hour. */
        public boolean dayAlone() {
            return recorded != null && DayAlone.is(time);
        }

        /** They said it by letter or call: our own signature is on it, and none of theirs. */
        public boolean unsignedByThem() {
            return recorded != null && !ours && !atSeat();
        }

        /** Their passkey approved it here, and our own signature lies over that. */
        public boolean atSeat() {
            return SeatProof.SEAT.equals(recorded);
        }

        public boolean forgotten() {
            return forgottenAt != null;
        }
    }
}
