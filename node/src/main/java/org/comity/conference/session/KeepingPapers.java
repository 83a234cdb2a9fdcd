package org.comity.conference.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.PaperBoard;
import org.comity.conference.TypedPaper;
import org.comity.conference.session.ConferenceSession.Paper;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.KnownArticles;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers documents under their symbols and adds each language as it comes; what was issued is never replaced. */
@Component
class KeepingPapers {

    /** A document on its board, before its number. */
    static final String SUBJECT = "document-";

    private final ConferenceHost host;
    private final SessionRows sessions;
    private final PaperRows rows;
    private final PaperBoard board;
    private final KnownArticles law;
    private final Ledger ledger;
    private final Clock clock;

    KeepingPapers(
            ConferenceHost host,
            SessionRows sessions,
            PaperRows rows,
            PaperBoard board,
            KnownArticles law,
            Ledger ledger,
            Clock clock) {
        this.host = host;
        this.sessions = sessions;
        this.rows = rows;
        this.board = board;
        this.law = law;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param content of the original */
    @Transactional
    public FormProblems register(String key, TypedPaper form, byte[] content, Official by) {
        host.mustWrite(by);
        var session = sessions.find(key).orElseThrow(ConferenceRefused::unknown);
        var found = form.matches(FormProblems.NONE, "symbol", "[A-Z0-9][A-Z0-9./-]{1,59}", "conference.problem.symbol");
        found = form.needs(found, "title", 500, "conference.problem.title");
        found = form.among(found, "original", TypedPaper.LANGUAGES, "texts.problem.language");
        found = form.articles(found, law);
        var item = form.number("item");
        if (!form.text("item").isEmpty()
                && sessions.agenda(session.id()).stream()
                        .noneMatch(it -> item.filter(n -> n == it.number()).isPresent())) {
            found = found.with("item", "conference.problem.item");
        }
        var file = IssuedFile.of(form.text("original"), content);
        if (file.isEmpty()) found = found.with("file", "conference.problem.file");
        if (found.any() || file.isEmpty()) return found;
        if (rows.ofSession(session.id()).size() >= PaperRows.MOST) throw ConferenceRefused.full();
        var paper = new Paper(
                0,
                key,
                item.orElse(null),
                form.text("symbol"),
                form.text("title"),
                form.text("original"),
                form.yes("everybody"),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                form.articles(),
                List.of());
        var id = rows.register(session.id(), paper, by.id(), clock.instant());
        if (id.isEmpty()) return found.with("symbol", "conference.problem.symbol-taken");
        rows.add(id.get(), file.get().file(), content, by.id(), clock.instant());
        publish(id.get());
        ledger.record(
                by,
                "conference.document",
                "document-" + paper.symbol(),
                Map.of("hash", file.get().file().sha256()));
        return found;
    }

    @Transactional
    public FormProblems add(long id, TypedPaper form, byte[] content, Official by) {
        host.mustWrite(by);
        // Else two files at once are published each without the other.
        rows.lock(id);
        var paper = paper(id);
        var found = form.among(FormProblems.NONE, "language", TypedPaper.LANGUAGES, "texts.problem.language");
        var file = IssuedFile.of(form.text("language"), content);
        if (file.isEmpty()) found = found.with("file", "conference.problem.file");
        if (found.any() || file.isEmpty()) return found;
        if (!rows.add(id, file.get().file(), content, by.id(), clock.instant())) {
            return found.with("language", "conference.problem.issued-already");
        }
        publish(id);
        ledger.record(
                by,
                "conference.document",
                "document-" + paper.symbol(),
                Map.of("hash", file.get().file().sha256()));
        return found;
    }

    private void publish(long id) {
        var paper = paper(id);
        board.publish(
                SUBJECT + id,
                paper.everybody()
                        && sessions.find(paper.session())
                                .filter(ConferenceSession::everybody)
                                .isPresent(),
                ReadingPublicPapers.json(ReadingPublicPapers.document(paper)));
    }

    Paper paper(long id) {
        return rows.find(id).orElseThrow(ConferenceRefused::unknown);
    }

    IssuedFile file(long id, String language) {
        var file = paper(id).in(language);
        if (file == null) throw ConferenceRefused.unknown();
        return new IssuedFile(file, rows.content(id, language).orElseThrow(ConferenceRefused::unknown));
    }
}
