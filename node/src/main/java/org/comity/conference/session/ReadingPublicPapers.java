package org.comity.conference.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.conference.PublicPapers;
import org.comity.conference.TypedPaper;
import org.comity.conference.session.ConferenceSession.Paper;
import org.comity.conference.session.Decision.FollowUp;
import org.springframework.stereotype.Component;

/** Reads the documents and decisions that everybody may read; when a State must act is not among it. */
@Component
class ReadingPublicPapers implements PublicPapers {

    private final PaperRows papers;
    private final DecisionRows decisions;

    ReadingPublicPapers(PaperRows papers, DecisionRows decisions) {
        this.papers = papers;
        this.decisions = decisions;
    }

    @Override
    public List<PublicDocument> documents() {
        return papers.forEverybody().stream().map(ReadingPublicPapers::document).toList();
    }

    @Override
    public Optional<byte[]> file(long document, String language) {
        return papers.forEverybody().stream().anyMatch(it -> it.id() == document)
                ? papers.content(document, language)
                : Optional.empty();
    }

    @Override
    public List<PublicDecision> decisions() {
        return decisions.forEverybody().stream()
                .map(ReadingPublicPapers::decision)
                .toList();
    }

    static PublicDocument document(Paper it) {
        return new PublicDocument(
                it.id(),
                it.symbol(),
                it.title(),
                it.original(),
                it.registeredOn(),
                it.articles(),
                it.files().stream()
                        .map(file -> new PublicFile(file.language(), file.type(), file.size(), file.sha256()))
                        .toList(),
                TypedPaper.LANGUAGES.stream()
                        .filter(language -> it.in(language) == null)
                        .toList());
    }

    static PublicDecision decision(Decision it) {
        return new PublicDecision(
                it.number(),
                it.withdrawn() ? "" : it.title(),
                it.withdrawn() ? "" : it.words(),
                it.taken(),
                it.takenOn(),
                it.articles(),
                it.withdrawn()
                        ? List.of()
                        : it.followUps().stream()
                                .map(ReadingPublicPapers::followUp)
                                .toList(),
                it.changes().stream()
                        .map(change -> new PublicChange(change.kind(), change.on(), change.why()))
                        .toList());
    }

    private static PublicFollowUp followUp(FollowUp it) {
        boolean everyones = it.who().equals(Decision.SECRETARIAT) || it.who().equals(Decision.STATES);
        // That one State moved its day says that the day is past.
        var status = !everyones && it.status().equals("moved") ? "open" : it.status();
        return new PublicFollowUp(it.paragraph(), it.what(), it.who(), status, everyones ? it.due() : null);
    }

    /** As a board takes it; a day is there only where no single State must act. */
    static Map<String, Object> json(PublicDocument it) {
        return Map.of(
                "kind", "document",
                "title", it.symbol() + " " + it.title(),
                "articles", it.articles(),
                "symbol", it.symbol(),
                "original", it.original(),
                "files",
                        it.files().stream()
                                .map(file -> Map.of(
                                        "language", file.language(), "size", file.size(), "sha256", file.sha256()))
                                .toList(),
                "missing", it.missing());
    }

    static Map<String, Object> json(PublicDecision it) {
        var json = new HashMap<String, Object>(Map.of(
                "kind", "decision",
                "title", it.named(),
                "articles", it.articles(),
                "number", it.number(),
                "words", it.words(),
                "taken", it.taken(),
                "takenOn", it.takenOn().toString(),
                "followUps",
                        it.followUps().stream().map(ReadingPublicPapers::json).toList()));
        if (!it.changes().isEmpty()) {
            json.put(
                    "changes",
                    it.changes().stream()
                            .map(each ->
                                    Map.of("kind", each.kind(), "on", each.on().toString(), "why", each.why()))
                            .toList());
        }
        return json;
    }

    private static Map<String, Object> json(PublicFollowUp it) {
        var json = new HashMap<String, Object>(
                Map.of("paragraph", it.paragraph(), "what", it.what(), "who", it.who(), "status", it.status()));
        if (it.due() != null) json.put("due", it.due().toString());
        return json;
    }
}
