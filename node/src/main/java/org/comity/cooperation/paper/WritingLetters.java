package org.comity.cooperation.paper;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.cooperation.ActRendering;
import org.comity.cooperation.Dispatch;
import org.comity.cooperation.Dispatches;
import org.comity.cooperation.Procedures;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.TextDeleted;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finished letters of our acts, on our letterhead, in two languages; and how they went. */
@Component
class WritingLetters {

    private final Threads threads;
    private final Directory directory;
    private final LetterRows rows;
    private final PaperWords words;
    private final OurLetterhead head;
    private final Dispatches dispatches;
    private final Officials officials;
    private final Ledger ledger;
    private final Clock clock;
    private final Procedures procedures;

    WritingLetters(
            Threads threads,
            Directory directory,
            LetterRows rows,
            PaperWords words,
            OurLetterhead head,
            Dispatches dispatches,
            Officials officials,
            Ledger ledger,
            Clock clock,
            Procedures procedures) {
        this.threads = threads;
        this.directory = directory;
        this.rows = rows;
        this.words = words;
        this.head = head;
        this.dispatches = dispatches;
        this.officials = officials;
        this.ledger = ledger;
        this.clock = clock;
        this.procedures = procedures;
    }

    LetterView view(
            RequestRow row,
            @Nullable String act,
            TypedValues typed,
            FormProblems problems,
            boolean mayWrite,
            Locale language) {
        var written = ours(row);
        var acts = written.stream().filter(Threads.KeptAct::bodyKept).toList();
        var ways = dispatches.of(row.thread());
        var chosen = acts.stream().filter(it -> it.id().equals(act)).findFirst().orElseGet(() -> first(acts, ways));
        var rendering = procedures.of(row.procedure()).rendering();
        return new LetterView(
                row,
                directory.get(row.counterpart()),
                acts.stream()
                        .map(it -> Choice.of(
                                it.id(),
                                rendering.headline(
                                        it.envelope().type(), it.envelope().facts(), it.body(), language)))
                        .toList(),
                chosen == null ? null : chosen.id(),
                written(row)
                        .filter(it -> it.bodyKept() && (it.recalled() != null || held(it)))
                        .map(it -> kept(it, rendering, language))
                        .toList(),
                languages(directory.get(row.counterpart())),
                rows.of(row.thread()).stream().map(this::named).toList(),
                ways.reversed().stream()
                        .map(it -> way(it, written, rendering, language))
                        .toList(),
                words.channels(language),
                typed,
                problems,
                mayWrite,
                left(row),
                remindable(row),
                acts.isEmpty() && !written.isEmpty() ? written.getFirst().forgottenAt() : null);
    }

    /** What waits to be posted comes first, then the newest. */
    private static Threads.@Nullable KeptAct first(List<Threads.KeptAct> acts, List<Dispatch> ways) {
        var waiting = ways.stream()
                .filter(it -> it.stage() == Dispatch.Stage.READY)
                .map(Dispatch::act)
                .toList();
        return acts.reversed().stream()
                .filter(it -> waiting.contains(it.id()))
                .findFirst()
                .orElse(acts.isEmpty() ? null : acts.getFirst());
    }

    private LetterView.Way way(Dispatch way, List<Threads.KeptAct> written, ActRendering rendering, Locale language) {
        var label = written.stream()
                .filter(it -> it.id().equals(way.act()))
                .findFirst()
                .map(it ->
                        rendering.headline(it.envelope().type(), it.envelope().facts(), it.body(), language))
                .orElse("");
        return new LetterView.Way(label, way, way.official() == null ? "" : name(way.official()));
    }

    private LetterView.NotLeft kept(Threads.KeptAct act, ActRendering rendering, Locale language) {
        var label = rendering.headline(act.envelope().type(), act.envelope().facts(), act.body(), language);
        return new LetterView.NotLeft(label, act.recalled() == null ? act.heldUntil() : null);
    }

    Letter letter(RequestRow row, @Nullable String act, Official by) {
        var kept = ours(row).stream()
                .filter(it -> act == null || it.id().equals(act))
                .findFirst()
                .orElseThrow(() -> noLetter(row, act));
        if (kept.forgottenAt() != null) {
            throw new TextDeleted(kept);
        }
        var rendering = procedures.of(row.procedure()).rendering();
        var parts = new ArrayList<Part>();
        for (var each : languages(directory.get(row.counterpart()))) {
            var sections = new ArrayList<Section>();
            sections.add(address(row, each.locale()));
            sections.addAll(rendering.sections(
                    kept.envelope().convention(),
                    kept.thread(),
                    kept.envelope().type(),
                    kept.envelope().facts(),
                    kept.body(),
                    each.locale()));
            sections.addAll(
                    words.envelope(each.locale()).attachments(kept.envelope().attachments()));
            sections.add(closing(each.locale()));
            parts.add(new Part(
                    each.locale(),
                    rendering.headline(kept.envelope().type(), kept.envelope().facts(), kept.body(), each.locale()),
                    sections,
                    head.in(each.locale())));
        }
        ledger.record(by, "letter.made", kept.id(), Map.of("reference", row.reference()));
        return new Letter(List.of(), row.reference(), parts.getFirst().heading(), parts, "Act " + kept.id());
    }

    /** @throws PaperRefused while nothing that we wrote has left */
    Letter reminder(RequestRow row, Official by) {
        mustBeRemindable(row);
        var parts = new ArrayList<Part>();
        for (var each : languages(directory.get(row.counterpart()))) {
            var language = each.locale();
            var text = new ArrayList<String>();
            text.add(words.say(
                    language,
                    "paper.letter.reminder.about",
                    "reference",
                    row.reference(),
                    "day",
                    words.day(row.openedAt(), language)));
            if (!row.theirCase().isEmpty()) {
                text.add(words.say(language, "paper.letter.your-reference", "reference", row.theirCase()));
            }
            if (row.until() != null) {
                text.add(words.say(language, "paper.letter.reminder.until", "day", words.day(row.until(), language)));
            }
            text.add(words.say(language, "paper.letter.reminder.ask", "days", daysOpen(row)));
            parts.add(new Part(
                    language,
                    words.say(language, "paper.letter.reminder", "reference", row.reference()),
                    List.of(address(row, language), new Section("", text), closing(language)),
                    head.in(language)));
        }
        ledger.record(by, "reminder.made", row.thread(), Map.of("reference", row.reference()));
        return new Letter(List.of(), row.reference(), parts.getFirst().heading(), parts, null);
    }

    /** English, or the addressee's first language; then ours. */
    private List<Language> languages(Participant other) {
        var theirs = other.languages().isEmpty() || other.languages().contains("en")
                ? "en"
                : other.languages().stream().filter(words::speaks).findFirst().orElse("en");
        var languages = new ArrayList<Language>();
        languages.add(Language.of(theirs).orElse(Language.ENGLISH));
        directory.self().languages().stream()
                .filter(it -> !it.equals(theirs) && words.speaks(it))
                .findFirst()
                .flatMap(Language::of)
                .ifPresent(languages::add);
        return languages;
    }

    private Section address(RequestRow row, Locale language) {
        var other = directory.get(row.counterpart());
        var to = other.functions()
                .getOrDefault("central-authority", other.functions().getOrDefault("contact-point", other.id()));
        return new Section(
                words.say(language, "paper.letter.to"),
                List.of(
                        other.name(language.getLanguage()) + ", " + to,
                        words.say(language, "paper.letter.date", "day", words.day(clock.instant(), language))));
    }

    private Section closing(Locale language) {
        var self = directory.self();
        return new Section(
                words.say(language, "paper.letter.closing"),
                List.of(words.say(language, "paper.letter.answer-to", "mail", self.mail(), "phone", self.phone())));
    }

    void mustBeRemindable(RequestRow row) {
        mustHaveLeft(row);
        if (!remindable(row)) throw PaperRefused.notPosted();
    }

    /** Of what has not reached them nobody is reminded. */
    private boolean remindable(RequestRow row) {
        var ways = dispatches.of(row.thread());
        return left(row) && (ways.isEmpty() || ways.stream().anyMatch(it -> it.stage() != Dispatch.Stage.READY));
    }

    void mustHaveLeft(RequestRow row) {
        if (!left(row)) throw PaperRefused.notLeft(said(row).anyMatch(this::held));
    }

    /** False when all that we said was recalled or waits for its hour, so that the other State knows of nothing. */
    private boolean left(RequestRow row) {
        var said = said(row).toList();
        return said.isEmpty() || said.stream().anyMatch(this::leaves);
    }

    /** What left, or leaves now. */
    private List<Threads.KeptAct> ours(RequestRow row) {
        return written(row).filter(this::leaves).toList();
    }

    /** Not what was recalled, nor what still waits for its hour. */
    private boolean leaves(Threads.KeptAct act) {
        return act.recalled() == null && !held(act);
    }

    /** Of the newest acts those that we wrote, newest first. */
    private Stream<Threads.KeptAct> written(RequestRow row) {
        return said(row).filter(it -> !it.envelope().facts().containsKey("recorded"));
    }

    /** With those of past requests, which left long ago. */
    private Stream<Threads.KeptAct> said(RequestRow row) {
        return threads.newest(row.thread()).reversed().stream()
                .filter(it -> it.envelope().role().equals(row.ourRole().word()));
    }

    private boolean held(Threads.KeptAct act) {
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

    private LetterView.Sent named(LetterView.Sent sent) {
        return new LetterView.Sent(
                sent.what(), sent.channel(), sent.number(), sent.day(), name(sent.official()), sent.recordedAt());
    }

    private String name(String official) {
        return officials.find(official).map(Official::name).orElse(official);
    }

    private long daysOpen(RequestRow row) {
        return Math.max(0, Duration.between(row.openedAt(), clock.instant()).toDays());
    }
}
