package org.comity.paper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.casework.CheckWords;
import org.comity.casework.Dispatches;
import org.comity.casework.TextDeleted;
import org.comity.ledger.Ledger;
import org.comity.procedure.Dispatch;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.sealing.OfficialLetter;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finished letters of our acts that have left or may leave, and reminders of them. */
@Component
class WritingLetters {

    private final Procedures procedures;
    private final Threads threads;
    private final ComposingLetters composing;
    private final KnownWhenPosted known;
    private final Dispatches dispatches;
    private final CheckWords checkWords;
    private final Ledger ledger;
    private final Clock clock;

    WritingLetters(
            Procedures procedures,
            Threads threads,
            ComposingLetters composing,
            KnownWhenPosted known,
            Dispatches dispatches,
            CheckWords checkWords,
            Ledger ledger,
            Clock clock) {
        this.procedures = procedures;
        this.threads = threads;
        this.composing = composing;
        this.known = known;
        this.dispatches = dispatches;
        this.checkWords = checkWords;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param act of which it was made, or of which it reminds; null where that is not here */
    record Written(@Nullable String act, OfficialLetter letter) {}

    Written letter(RequestRow row, @Nullable String act, Official by) {
        var kept = ours(row).stream()
                .filter(it -> act == null || it.id().equals(act))
                .findFirst()
                .orElseThrow(() -> noLetter(row, act));
        if (kept.forgottenAt() != null) {
            throw new TextDeleted(kept);
        }
        var way = dispatches.ofAct(row.thread(), kept.id());
        var letter = composing.act(row, kept, way.orElse(null), known.of(row, kept, way.orElse(null)));
        ledger.record(by, "letter.made", kept.id(), Map.of("reference", row.reference()));
        return new Written(kept.id(), letter);
    }

    /** @throws PaperRefused while nothing that we wrote has left, and where the other State is not to answer what we began */
    Written reminder(RequestRow row, Official by) {
        mustBegin(row);
        switch (reminding(row)) {
            case NOW -> {}
            case ONCE_POSTED -> throw PaperRefused.notPosted();
            case NEVER -> throw PaperRefused.nothingToRemind();
        }
        var request = threads.opening(row.thread()).orElse(null);
        var way = dispatches.ofOpening(row.thread());
        var letter = composing.reminder(row, request, way.orElse(null));
        ledger.record(by, "reminder.made", row.thread(), Map.of("reference", row.reference()));
        return new Written(request == null ? null : request.id(), letter);
    }

    /** What is printed now can be asked about, where its order bears a check word. */
    byte[] finished(RequestRow row, Written written, byte[] file) {
        if (written.act() != null) checkWords.made(row.thread(), written.act(), file);
        return file;
    }

    /** @throws PaperRefused if this is no letter of ours whose words are here */
    void mustBeLetter(RequestRow row, String act) {
        if (ours(row).stream().noneMatch(it -> it.id().equals(act) && it.bodyKept())) throw noLetter(row, act);
    }

    /** One that left before their answer is still written down after it. */
    void mustHaveReminded(RequestRow row) {
        mustBegin(row);
        if (!posted(row)) throw PaperRefused.notPosted();
    }

    private void mustBegin(RequestRow row) {
        mustHaveLeft(row);
        if (!began(row)) throw PaperRefused.nothingToRemind();
    }

    /** Of what has not reached them nobody is reminded, nor of what they asked themselves, nor of what is answered. */
    LetterView.Reminding reminding(RequestRow row) {
        if (!left(row) || !began(row) || row.turn() != RequestRow.Turn.THEIRS) {
            return LetterView.Reminding.NEVER;
        }
        return posted(row) ? LetterView.Reminding.NOW : LetterView.Reminding.ONCE_POSTED;
    }

    private boolean began(RequestRow row) {
        return row.ourRole() == procedures.of(row.procedure()).opener();
    }

    private boolean posted(RequestRow row) {
        var ways = dispatches.of(row.thread());
        return ways.isEmpty() || ways.stream().anyMatch(Dispatch::left);
    }

    /** By what is written down of its letter; what stands at a seat is printed as it is known now. */
    Optional<Instant> left(RequestRow row, String act) {
        return dispatches.ofAct(row.thread(), act).map(Dispatch::postedAt);
    }

    void mustHaveLeft(RequestRow row) {
        if (!left(row)) throw PaperRefused.notLeft(said(row).anyMatch(this::held));
    }

    /** False when all that we said was recalled or waits for its hour, so that the other State knows of nothing. */
    boolean left(RequestRow row) {
        var said = said(row).toList();
        return said.isEmpty() || said.stream().anyMatch(this::leaves);
    }

    /** What left, or leaves now. */
    List<Threads.KeptAct> ours(RequestRow row) {
        return written(row).filter(this::leaves).toList();
    }

    /** Not what was recalled, nor what still waits for its hour. */
    private boolean leaves(Threads.KeptAct act) {
        return act.recalled() == null && !held(act);
    }

    /** Of the newest acts those that we wrote, newest first. */
    Stream<Threads.KeptAct> written(RequestRow row) {
        return said(row).filter(it -> !it.envelope().facts().containsKey("recorded"));
    }

    /** With those of past requests, which left long ago. */
    private Stream<Threads.KeptAct> said(RequestRow row) {
        return threads.newest(row.thread()).reversed().stream()
                .filter(it -> it.envelope().role().equals(row.ourRole().word()));
    }

    boolean held(Threads.KeptAct act) {
        var until = act.heldUntil();
        return act.recalled() == null && until != null && until.isAfter(clock.instant());
    }

    private PaperRefused noLetter(RequestRow row, @Nullable String act) {
        return written(row)
                .filter(it -> it.id().equals(act))
                .findFirst()
                .map(it -> PaperRefused.notLeft(held(it)))
                .orElseGet(() -> PaperRefused.unknown(act == null ? row.reference() : act));
    }
}
