package org.comity.conference.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.PaperBoard;
import org.comity.conference.Voices;
import org.comity.conference.text.KeptText.Comment;
import org.comity.conference.text.KeptText.Paragraph;
import org.comity.conference.text.KeptText.Sponsor;
import org.comity.conference.text.KeptText.Version;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens texts, makes their versions, and records what States and other bodies say of a paragraph and how far it has come. */
@Component
class KeepingTexts {

    static final int MOST_VERSIONS = 99;

    private static final int MOST_WHY = 1_000;
    private static final int MOST_ANSWER = 2_000;

    private final ConferenceHost host;
    private final TextRows rows;
    private final CommentRows comments;
    private final Voices voices;
    private final PaperBoard board;
    private final Ledger ledger;
    private final Clock clock;

    KeepingTexts(
            ConferenceHost host,
            TextRows rows,
            CommentRows comments,
            Voices voices,
            PaperBoard board,
            Ledger ledger,
            Clock clock) {
        this.host = host;
        this.rows = rows;
        this.comments = comments;
        this.voices = voices;
        this.board = board;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public FormProblems open(TextForm form, Official by) {
        host.mustWrite(by);
        var problems = form.opening(today());
        if (problems.any()) return problems;
        if (rows.count() >= TextRows.MOST_TEXTS) {
            return problems.with("", "texts.problem.most-texts", "most", Integer.toString(TextRows.MOST_TEXTS));
        }
        var text = new KeptText(
                0,
                form.text("key"),
                form.text("title"),
                form.text("language"),
                form.text("editor"),
                form.text("everybody").equals("true"));
        var id = rows.open(text, by.id(), clock.instant());
        if (id.isEmpty()) return problems.with("key", "texts.problem.taken");
        version(id.get(), 1, NextVersion.first(form.text("words")), form, by);
        publish(text.key());
        ledger.record(by, "conference.text-opened", subject(text.key()), Map.of());
        return problems;
    }

    /** @param after the version that the officer looked at; it must be the newest still */
    @Transactional
    public FormProblems version(String key, int after, TextForm form, Official by) {
        host.mustWrite(by);
        var text = text(key);
        var problems = form.version(today());
        if (problems.any()) return problems;
        rows.lock(text.id());
        if (newest(text).n() != after) return problems.with("", TextView.MOVED);
        if (after >= MOST_VERSIONS) {
            return problems.with("", "texts.problem.most-versions", "most", Integer.toString(MOST_VERSIONS));
        }
        var before = rows.paragraphs(text.id(), after);
        var typed = NextVersion.typed(form.typed());
        if (!NextVersion.changes(before, typed)) return problems.with(changeable(before), "texts.problem.same");
        NextVersion next;
        try {
            next = NextVersion.of(before, rows.highest(text.id()), typed);
        } catch (TextRefused refused) {
            return problems.with("", "error." + refused.code(), refused.facts());
        }
        version(text.id(), after + 1, next, form, by);
        publish(key);
        ledger.record(by, "conference.text-version", subject(key), Map.of("version", Integer.toString(after + 1)));
        return problems;
    }

    /** The field of the first paragraph that has one: what stands has none. */
    private static String changeable(List<Paragraph> before) {
        return before.stream()
                .filter(it -> !it.status().stands())
                .map(it -> "words-" + it.key())
                .findFirst()
                .orElse("after-0");
    }

    private void version(long text, int n, NextVersion next, TextForm form, Official by) {
        var version = new Version(n, today(), form.day("until").orElse(null), form.text("note"));
        if (!rows.version(text, version, next.paragraphs(), by.id(), clock.instant())) throw ConferenceRefused.moved();
    }

    /** Of the newest version alone; what stands is opened again only with a reason. */
    @Transactional
    public FormProblems status(String key, int version, int paragraph, String word, String typedWhy, Official by) {
        host.mustWrite(by);
        var text = locked(key);
        var status = ParagraphStatus.of(word).orElseThrow(ConferenceRefused::unknown);
        var problems = newer(text, version, paragraph);
        if (problems.any()) return problems;
        var stands = paragraph(text, version, paragraph);
        var why = org.comity.ui.TypedText.clean(typedWhy);
        if (why.length() > MOST_WHY) return problems.tooLong("why", "texts.problem.why-long", MOST_WHY, why);
        if (status == stands.status()) return problems;
        if (stands.status().stands() && !status.stands() && why.isEmpty()) {
            return problems.with("why", "texts.problem.no-reason");
        }
        if (status.stands() && stands.words().matches("(?s).*[\\[\\]].*")) {
            return problems.with("status", "texts.problem.brackets");
        }
        rows.status(text.id(), version, stands.as(status, why), by.id(), clock.instant());
        publish(key);
        ledger.record(
                by,
                "conference.text-status",
                subject(key),
                Map.of("paragraph", Integer.toString(stands.place()), "status", status.word()));
        return problems;
    }

    /** What came by mail, at a meeting or by hand; a State's own node or seat says it by an act. */
    @Transactional
    public FormProblems comment(String key, int version, int paragraph, TextForm form, Official by) {
        host.mustWrite(by);
        var text = locked(key);
        var problems = newer(text, version, paragraph);
        if (problems.any()) return problems;
        paragraph(text, version, paragraph);
        problems = form.comment(today());
        var voice = voices.of(form.text("voice"), "en");
        if (voice.isEmpty()) problems = problems.with("voice", "texts.problem.voice");
        if (problems.any() || voice.isEmpty()) return problems;
        if (comments.full(text.id(), version, voice.get().code())) {
            return problems.with(
                    "voice", "texts.problem.voice-full", "most", Integer.toString(CommentRows.MOST_OF_VOICE));
        }
        keep(
                text,
                version,
                new Comment(
                        0,
                        paragraph,
                        voice.get().code(),
                        voice.get().state(),
                        form.text("temperature"),
                        form.text("words"),
                        form.text("channel"),
                        form.day("day").orElseThrow(),
                        null,
                        "",
                        "",
                        clock.instant()),
                by.id());
        ledger.record(
                by,
                "conference.text-comment",
                subject(key),
                Map.of("voice", voice.get().code()));
        return problems;
    }

    private void keep(KeptText text, int version, Comment comment, String by) {
        if (!comments.comment(text.id(), version, comment, null, by)) throw ConferenceRefused.moved();
    }

    /** What the editor says to a comment; what is not taken up has a reason. */
    @Transactional
    public void answer(String key, long comment, String answer, String typedWhy, Official by) {
        host.mustWrite(by);
        var text = text(key);
        if (!Comment.ANSWERS.contains(answer)) throw TextRefused.noAnswer(comment);
        var why = org.comity.ui.TypedText.clean(typedWhy);
        if (why.length() > MOST_ANSWER) throw TextRefused.tooLong(comment, MOST_ANSWER, why);
        if (answer.equals("not-taken-up") && why.isEmpty()) throw TextRefused.noReason(comment);
        if (!comments.answer(text.id(), comment, answer, why, by.id(), clock.instant()))
            throw ConferenceRefused.moved();
        ledger.record(by, "conference.text-answer", subject(key), Map.of("answer", answer));
    }

    /** @param joins or no longer wishes to be one */
    @Transactional
    public FormProblems sponsor(String key, String typed, boolean joins, Official by) {
        host.mustWrite(by);
        var text = text(key);
        var voice = voices.of(typed, "en").filter(Voices.Voice::state);
        if (voice.isEmpty()) return FormProblems.NONE.with("sponsor", "texts.problem.sponsor");
        var code = voice.get().code();
        boolean done = joins
                ? rows.sponsor(text.id(), new Sponsor(code, today(), null), by.id(), clock.instant())
                : rows.leaves(text.id(), code, today());
        if (!done) throw ConferenceRefused.moved();
        ledger.record(
                by,
                joins ? "conference.sponsor-joined" : "conference.sponsor-left",
                subject(key),
                Map.of("voice", code));
        return FormProblems.NONE;
    }

    private void publish(String key) {
        var text = text(key);
        var newest = newest(text);
        board.publish(
                "text-" + key,
                text.everybody(),
                TextOnBoard.json(TextOnBoard.of(text, newest, rows.paragraphs(text.id(), newest.n()))));
    }

    /** What was agreed meanwhile would be lost in a next version that was made of what was read before. */
    private KeptText locked(String key) {
        var text = text(key);
        rows.lock(text.id());
        return text;
    }

    /** Says that this version is the newest no more, and whether the newest has the paragraph. */
    private FormProblems newer(KeptText text, int version, int paragraph) {
        int newest = newest(text).n();
        if (newest == version) return FormProblems.NONE;
        boolean here = rows.paragraphs(text.id(), newest).stream().anyMatch(it -> it.key() == paragraph);
        return FormProblems.NONE.with("", here ? TextView.NEWER : TextView.GONE);
    }

    private Paragraph paragraph(KeptText text, int version, int key) {
        return rows.paragraphs(text.id(), version).stream()
                .filter(it -> it.key() == key)
                .findFirst()
                .orElseThrow(ConferenceRefused::unknown);
    }

    private Version newest(KeptText text) {
        return rows.versions(text.id()).getLast();
    }

    private KeptText text(String key) {
        return rows.find(key).orElseThrow(ConferenceRefused::unknown);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String subject(String key) {
        return "text-" + key;
    }
}
