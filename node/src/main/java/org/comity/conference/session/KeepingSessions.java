package org.comity.conference.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.PaperBoard;
import org.comity.conference.TypedPaper;
import org.comity.conference.Voices;
import org.comity.conference.session.ConferenceSession.Credential;
import org.comity.conference.session.ConferenceSession.Item;
import org.comity.conference.session.ConferenceSession.Speaks;
import org.comity.conference.session.ConferenceSession.Statement;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.comity.vocabulary.KnownArticles;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens sessions and records their agenda, who wishes to speak, what was said, and which credentials came. */
@Component
class KeepingSessions {

    /** With which the subject of a session begins, on its board too. */
    static final String SUBJECT = "session-";

    static final List<String> FORMS = List.of("original", "copy", "note");

    private static final LocalDate ANY = LocalDate.of(2200, 12, 31);

    private final SessionRows rows;
    private final StatementRows statements;
    private final Voices voices;
    private final ConferenceHost host;
    private final PaperBoard board;
    private final KnownArticles law;
    private final Ledger ledger;
    private final Clock clock;

    KeepingSessions(
            SessionRows rows,
            StatementRows statements,
            Voices voices,
            ConferenceHost host,
            PaperBoard board,
            KnownArticles law,
            Ledger ledger,
            Clock clock) {
        this.host = host;
        this.board = board;
        this.law = law;
        this.rows = rows;
        this.statements = statements;
        this.voices = voices;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public FormProblems open(TypedPaper form, Official by) {
        host.mustWrite(by);
        var found = form.matches(FormProblems.NONE, "key", "[a-z0-9][a-z0-9-]{1,39}", "conference.problem.key");
        found = heading(form, found);
        if (found.any()) return found;
        var session = typed(0, form.text("key"), form.yes("everybody"), form);
        if (rows.all().size() >= SessionRows.MOST) throw ConferenceRefused.full();
        if (!rows.open(session, by.id(), clock.instant())) return found.with("key", "conference.problem.taken");
        publish(session);
        ledger.record(by, "conference.session-opened", subject(session), Map.of());
        return found;
    }

    /** Title, place and days. Key and readers stay: addresses and the boards name them. */
    @Transactional
    public FormProblems correct(String key, TypedPaper form, Official by) {
        host.mustWrite(by);
        var before = locked(key);
        var found = heading(form, FormProblems.NONE);
        if (found.any()) return found;
        var session = typed(before.id(), key, before.everybody(), form);
        if (!session.equals(before) && !before.mark().equals(form.text("seen"))) {
            return found.with("title", SeenMark.PROBLEM);
        }
        var left =
                rows.days(before.id()).stream().filter(it -> !session.holds(it)).findFirst();
        if (left.isPresent()) {
            var field = left.get().isBefore(session.begins()) ? "begins" : "ends";
            return found.with(
                    field, "conference.problem.left-outside", "day", left.get().toString());
        }
        rows.correct(session);
        publish(session);
        ledger.record(by, "conference.session-corrected", subject(session), Map.of());
        return found;
    }

    private static FormProblems heading(TypedPaper form, FormProblems before) {
        var found = form.needs(before, "title", 300, "conference.problem.title");
        found = form.needs(found, "place", 200, "conference.problem.place");
        found = form.day(found, "begins", ANY, "conference.problem.begins");
        found = form.day(found, "ends", ANY, "conference.problem.ends");
        var begins = form.day("begins");
        boolean ends = form.day("ends")
                .filter(it -> begins.filter(it::isBefore).isPresent())
                .isEmpty();
        if (!ends && found.at("ends").isEmpty()) found = found.with("ends", "conference.problem.ends");
        if (form.text("delegations").isEmpty() || begins.isEmpty()) return found;
        return form.day(found, "delegations", begins.get(), "conference.problem.delegations");
    }

    /** So that who takes part reads on its own node when it is, and by when its delegation is asked for. */
    private void publish(ConferenceSession session) {
        board.publish(subject(session), session.everybody(), HeldSession.json(session));
    }

    private static ConferenceSession typed(long id, String key, boolean everybody, TypedPaper form) {
        return new ConferenceSession(
                id,
                key,
                form.text("title"),
                form.text("place"),
                form.day("begins").orElseThrow(),
                form.day("ends").orElseThrow(),
                everybody,
                form.day("delegations").orElse(null));
    }

    /** The same number again changes an item: on a second press, after the page has said which one stands there. */
    @Transactional
    public FormProblems item(String key, TypedPaper form, Official by) {
        host.mustWrite(by);
        var session = locked(key);
        var found = FormProblems.NONE;
        if (form.number("number").isEmpty()) found = found.with("number", "conference.problem.number");
        found = form.needs(found, "title", 500, "conference.problem.title");
        if (!form.text("day").isEmpty()) found = form.day(found, "day", ANY, "conference.problem.day");
        found = form.articles(session.within(form, found), law);
        if (found.any()) return found;
        var item = new Item(
                form.number("number").orElseThrow(),
                form.text("title"),
                form.day("day").orElse(null),
                form.articles());
        var stands = rows.agenda(session.id()).stream()
                .filter(it -> it.number() == item.number())
                .filter(it -> !it.equals(item))
                .findFirst();
        if (stands.filter(it -> !it.mark().equals(form.text("seen"))).isPresent()) {
            var title = stands.get().title();
            return found.with("number", "conference.problem.number.changed-meanwhile", "title", title);
        }
        rows.item(session.id(), item, by.id(), clock.instant());
        ledger.record(by, "conference.agenda", subject(session), Map.of("item", Integer.toString(item.number())));
        return found;
    }

    /** A group of States speaks by the State that speaks for it. */
    @Transactional
    public FormProblems speaker(String key, TypedPaper form, Official by) {
        host.mustWrite(by);
        var session = session(key);
        var found = onAgenda(session, form, FormProblems.NONE);
        var voice = voices.of(form.text("voice"), "en");
        if (voice.isEmpty()) found = found.with("voice", "texts.problem.voice");
        if (found.any() || voice.isEmpty()) return found;
        var speaks = !voice.get().state() ? Speaks.BODY : form.yes("group") ? Speaks.GROUP : Speaks.STATE;
        if (!rows.speaker(
                session.id(), form.number("item").orElseThrow(), voice.get().code(), speaks, clock.instant())) {
            return found.with("voice", "conference.problem.speaker-listed");
        }
        ledger.record(
                by,
                "conference.speaker",
                subject(session),
                Map.of("voice", voice.get().code()));
        return found;
    }

    @Transactional
    public void endsSpeaking(String key, long speaker, boolean spoke, Official by) {
        host.mustWrite(by);
        var session = session(key);
        if (!rows.endsSpeaking(session.id(), speaker, spoke ? "spoke" : "withdrew", clock.instant())) {
            throw ConferenceRefused.moved();
        }
        ledger.record(by, "conference.speaker-ended", subject(session), Map.of("n", Long.toString(speaker)));
    }

    @Transactional
    public FormProblems statement(String key, TypedPaper form, Official by) {
        host.mustWrite(by);
        var session = locked(key);
        var found = onAgenda(session, form, FormProblems.NONE);
        var voice = voices.of(form.text("voice"), "en");
        if (voice.isEmpty()) found = found.with("voice", "texts.problem.voice");
        found = form.among(found, "language", TypedPaper.LANGUAGES, "texts.problem.language");
        found = form.needs(found, "words", 20_000, "conference.problem.words");
        if (!form.text("day").isEmpty()) {
            found = session.within(
                    form, form.day(found, "day", ConferenceSession.newestDay(clock), "conference.problem.delivered"));
        }
        if (found.any() || voice.isEmpty()) return found;
        if (statements.full(session.id())) throw ConferenceRefused.full();
        statements.add(
                session.id(),
                new Statement(
                        0,
                        form.number("item").orElseThrow(),
                        voice.get().code(),
                        form.text("language"),
                        form.text("words"),
                        form.yes("everybody"),
                        form.day("day").orElse(null)),
                by.id(),
                clock.instant());
        ledger.record(
                by,
                "conference.statement",
                subject(session),
                Map.of("voice", voice.get().code()));
        return found;
    }

    /**
     * From now on those who take part read it; until then it was held. It may be pressed days later, and where it was said it
     * may still be the day before: so the day is typed, {@link Statement#dayField} says where.
     */
    @Transactional
    public FormProblems delivered(String key, long statement, TypedPaper form, Official by) {
        host.mustWrite(by);
        var session = locked(key);
        var field = Statement.dayField(statement);
        var found =
                form.day(FormProblems.NONE, field, ConferenceSession.newestDay(clock), "conference.problem.delivered");
        found = session.within(form, field, found);
        if (found.any()) return found;
        var day = form.day(field).orElseThrow();
        if (!statements.delivered(session.id(), statement, day)) throw ConferenceRefused.moved();
        ledger.record(by, "conference.statement-delivered", subject(session), Map.of("n", Long.toString(statement)));
        return found;
    }

    /**
     * No names of persons: who signed by function, in which form, and when it came. One that is wrong is struck before the right one
     * is recorded.
     */
    @Transactional
    public FormProblems credential(String key, TypedPaper form, Official by) {
        host.mustWrite(by);
        var session = session(key);
        var voice = voices.of(form.text("voice"), "en").filter(Voices.Voice::state);
        var found = FormProblems.NONE;
        if (voice.isEmpty()) found = found.with("voice", "texts.problem.sponsor");
        found = form.among(found, "form", FORMS, "conference.problem.form");
        found = form.needs(found, "issued", 200, "conference.problem.issued");
        found = form.day(found, "day", ConferenceSession.newestDay(clock), "texts.problem.day");
        if (found.any() || voice.isEmpty()) return found;
        var credential = new Credential(
                0,
                voice.get().code(),
                form.text("form"),
                form.text("issued"),
                form.day("day").orElseThrow());
        if (rows.credentials(session.id()).stream().anyMatch(credential::says)) return found;
        if (!rows.credential(session.id(), credential, by.id(), clock.instant())) {
            return found.with("form", "conference.problem.credential-there");
        }
        ledger.record(
                by,
                "conference.credential",
                subject(session),
                Map.of("voice", voice.get().code()));
        return found;
    }

    private FormProblems onAgenda(ConferenceSession session, TypedPaper form, FormProblems found) {
        var number = form.number("item");
        return number.isPresent() && rows.agenda(session.id()).stream().anyMatch(it -> it.number() == number.get())
                ? found
                : found.with("item", "conference.problem.item");
    }

    private ConferenceSession locked(String key) {
        return rows.locked(key).orElseThrow(ConferenceRefused::unknown);
    }

    private ConferenceSession session(String key) {
        return rows.find(key).orElseThrow(ConferenceRefused::unknown);
    }

    static String subject(ConferenceSession session) {
        return SUBJECT + session.key();
    }
}
