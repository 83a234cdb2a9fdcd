package org.comity.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.Dispatches;
import org.comity.casework.DomesticFile;
import org.comity.ledger.Ledger;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer says, with a reason, that a letter left otherwise than was written down, has not left, or will not be posted. */
@Component
class CorrectingLetters {

    static final int LONGEST_REASON = 1_000;

    private final PostingLetters posting;
    private final LetterRows rows;
    private final Dispatches dispatches;
    private final PaperWords words;
    private final DomesticFile file;
    private final Ledger ledger;
    private final Clock clock;

    CorrectingLetters(
            PostingLetters posting,
            LetterRows rows,
            Dispatches dispatches,
            PaperWords words,
            DomesticFile file,
            Ledger ledger,
            Clock clock) {
        this.posting = posting;
        this.rows = rows;
        this.dispatches = dispatches;
        this.words = words;
        this.file = file;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws PaperRefused if no letter of this act is followed, or it stands at a seat */
    Dispatch letter(RequestRow row, String act) {
        return dispatches
                .ofAct(row.thread(), act)
                .filter(it -> !it.atSeat())
                .orElseThrow(() -> PaperRefused.unknown(act));
    }

    /** What is wrong with the reason, beside its field. */
    FormProblems problems(String why) {
        if (why.isBlank()) {
            return FormProblems.NONE.with("why", "paper.needed");
        }
        return why.length() > LONGEST_REASON
                ? FormProblems.NONE.tooLong("why", "paper.too-long", LONGEST_REASON, why)
                : FormProblems.NONE;
    }

    FormProblems problems(RequestRow row, String act, PaperArrival how, @Nullable LocalDate received, String why) {
        var found = posting.problems(row, "letter", act, how).and(problems(why));
        if (received == null) {
            return found;
        }
        var came = new PaperArrival(how.by(), received, "")
                .problems(FormProblems.NONE, clock)
                .at("cameDay");
        if (came.isPresent()) {
            return found.with("receivedDay", came.get().key());
        }
        return how.day() != null && received.isBefore(how.day())
                ? found.with("receivedDay", "paper.before-posted")
                : found;
    }

    /** @param received null if nothing confirms that it came */
    @Transactional
    public void correct(
            RequestRow row, String act, PaperArrival how, @Nullable LocalDate received, String why, Official by) {
        var channel = Objects.requireNonNull(how.by());
        var day = Objects.requireNonNull(how.day());
        var was = dispatches.corrected(row.thread(), act, channel, day, how.reference(), received, by);
        rows.remove(row.thread(), was);
        var word = PaperArrival.word(channel);
        rows.add(
                row.thread(), act, new LetterView.Sent("letter", word, how.reference(), day, by.id(), clock.instant()));
        var now = said(word, how.reference(), day, received);
        write(row, "letter.corrected", "paper.corrected-line", said(was), now, why, by);
    }

    @Transactional
    public void notLeft(RequestRow row, String act, String why, Official by) {
        var was = dispatches.notLeft(row.thread(), act, by);
        rows.remove(row.thread(), was);
        write(row, "letter.not-left", "paper.not-left-line", said(was), "", why, by);
    }

    @Transactional
    public void notPosted(RequestRow row, String act, String why, Official by) {
        int letters = dispatches.notPosted(row, act, why.strip(), by).size();
        write(row, "letter.not-posted", "paper.not-posted-line", "", Integer.toString(letters), why, by);
    }

    private void write(RequestRow row, String what, String line, String was, String now, String why, Official by) {
        var text = words.say(Locale.ENGLISH, line, "was", was, "now", now, "why", why.strip());
        file.add(row.thread(), DomesticFile.Kind.NOTE, text, "", null, null, by);
        ledger.record(by, what, row.thread(), Map.of("was", was, "now", now));
    }

    private static String said(Dispatch letter) {
        return letter.channel() == null || letter.day() == null
                ? ""
                : said(PaperArrival.word(letter.channel()), letter.number(), letter.day(), letter.receivedOn());
    }

    private static String said(String channel, String number, LocalDate day, @Nullable LocalDate received) {
        return channel
                + (number.isEmpty() ? "" : " " + number)
                + ", "
                + day
                + (received == null ? "" : ", received " + received);
    }
}
