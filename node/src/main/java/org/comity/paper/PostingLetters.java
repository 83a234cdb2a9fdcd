package org.comity.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.Dispatches;
import org.comity.casework.DomesticFile;
import org.comity.ledger.Ledger;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer says that a letter left, and how; or that the other State confirmed it. */
@Component
class PostingLetters {

    private static final String REMINDER = "reminder";

    private final WritingLetters writing;
    private final LetterRows rows;
    private final Dispatches dispatches;
    private final Threads threads;
    private final PaperWords words;
    private final DomesticFile file;
    private final Ledger ledger;
    private final Clock clock;

    PostingLetters(
            WritingLetters writing,
            LetterRows rows,
            Dispatches dispatches,
            Threads threads,
            PaperWords words,
            DomesticFile file,
            Ledger ledger,
            Clock clock) {
        this.writing = writing;
        this.rows = rows;
        this.dispatches = dispatches;
        this.threads = threads;
        this.words = words;
        this.file = file;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is wrong with the day, beside its field. */
    FormProblems problems(RequestRow row, String what, @Nullable String act, PaperArrival how) {
        var found = how.problems(FormProblems.NONE, clock);
        var day = how.day();
        if (day == null || what.equals(REMINDER) || found.at("cameDay").isPresent()) {
            return found;
        }
        boolean early = toPost(row, act)
                .flatMap(threads::act)
                .filter(it -> day.isBefore(LocalDate.ofInstant(it.envelope().time(), ZoneOffset.ofHours(-12))))
                .isPresent();
        return early ? found.with("cameDay", "paper.before-written") : found;
    }

    /** What is wrong with the day on which they are said to have got it. */
    FormProblems problems(RequestRow row, String act, @Nullable LocalDate day) {
        var found = new PaperArrival(Channel.MAIL, day, "").problems(FormProblems.NONE, clock);
        boolean early = day != null
                && dispatches
                        .ofAct(row.thread(), act)
                        .map(Dispatch::day)
                        .filter(day::isBefore)
                        .isPresent();
        var key = found.at("cameDay").map(FormProblems.Problem::key).orElse(early ? "paper.before-posted" : null);
        return key == null ? FormProblems.NONE : FormProblems.NONE.with("receivedDay", key);
    }

    /**
     * @return the day on which the letter stands as posted already, by what was said before; null if it stands so now
     * @throws PaperRefused while nothing that we wrote has left, for an act that is no letter of ours, or if a reminder would speak of what we did not ask or post
     */
    @Transactional
    public @Nullable LocalDate sent(RequestRow row, String what, @Nullable String act, PaperArrival how, Official by) {
        if (what.equals(REMINDER)) {
            writing.mustHaveReminded(row);
        } else {
            writing.mustHaveLeft(row);
        }
        var channel = Objects.requireNonNull(how.by());
        var day = Objects.requireNonNull(how.day());
        var letter = what.equals(REMINDER) ? Optional.<String>empty() : toPost(row, act);
        var stands = letter.flatMap(it -> dispatches.ofAct(row.thread(), it))
                .map(Dispatch::day)
                .orElse(null);
        letter.ifPresent(it -> dispatches.posted(row.thread(), it, channel, day, how.reference(), by));
        var word = PaperArrival.word(channel);
        var sent = new LetterView.Sent(what, word, how.reference(), day, by.id(), clock.instant());
        if (!rows.add(row.thread(), letter.orElse(null), sent)) {
            return stands;
        }
        var kind = what.equals(REMINDER) ? DomesticFile.Kind.REMINDER : DomesticFile.Kind.NOTE;
        var line = words.say(Locale.ENGLISH, "paper.sent-line." + what, "channel", word);
        file.add(row.thread(), kind, line, how.reference(), how.happened(clock), null, by);
        ledger.record(by, "letter.sent", row.thread(), Map.of("channel", word, "what", what));
        return stands;
    }

    /** @throws PaperRefused if nothing of ours was posted */
    @Transactional
    public void received(RequestRow row, @Nullable String act, PaperArrival how, Official by) {
        var posted = (act == null
                        ? dispatches.of(row.thread()).reversed().stream()
                        : dispatches.ofAct(row.thread(), act).stream())
                .filter(Dispatch::left)
                .findFirst()
                .orElseThrow(PaperRefused::notPosted);
        if (posted.stage() == Dispatch.Stage.RECEIVED) {
            return;
        }
        // Another officer may have pressed it meanwhile: their day stands, and is noted once.
        if (!dispatches.received(row.thread(), posted.act(), Objects.requireNonNull(how.day()), by)) return;
        file.add(
                row.thread(),
                DomesticFile.Kind.NOTE,
                words.say(Locale.ENGLISH, "paper.received-line"),
                how.reference(),
                how.happened(clock),
                null,
                by);
        ledger.record(by, "letter.received", row.thread(), Map.of());
    }

    /** The act that is meant; none where all that we said lies before letters were followed. */
    private Optional<String> toPost(RequestRow row, @Nullable String act) {
        if (act != null && !act.isEmpty()) {
            if (dispatches.ofAct(row.thread(), act).isEmpty() && !ours(row, act)) {
                throw PaperRefused.unknown(act);
            }
            return Optional.of(act);
        }
        var ways = dispatches.of(row.thread());
        return first(ways, Dispatch.Stage.READY).or(() -> first(ways.reversed(), Dispatch.Stage.POSTED));
    }

    /** What we said ourselves before letters were followed: neither an act of theirs, nor one that we wrote down for somebody. */
    private boolean ours(RequestRow row, String act) {
        return threads.act(act)
                .filter(it -> it.thread().equals(row.thread())
                        && Role.of(it.envelope().role()) == row.ourRole())
                .filter(it -> it.n() != null && !it.envelope().facts().containsKey("recorded"))
                .isPresent();
    }

    private static Optional<String> first(List<Dispatch> ways, Dispatch.Stage stage) {
        return ways.stream()
                .filter(it -> it.stage() == stage)
                .map(Dispatch::act)
                .findFirst();
    }
}
