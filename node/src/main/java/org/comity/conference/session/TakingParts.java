package org.comity.conference.session;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.casework.CaseAccess;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.TypedPaper;
import org.comity.conference.Voices;
import org.comity.conference.session.SessionPart.Kind;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over into the lists of a session what States sent for them; an officer presses it, and nothing is typed again. */
@Component
class TakingParts {

    private final PartRows parts;
    private final SessionRows sessions;
    private final KeepingSessions keeping;
    private final Threads threads;
    private final CaseAccess access;
    private final Voices voices;
    private final ConferenceHost host;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: what an act says is read in its thread, by who may, and recorded as if it were typed.
    TakingParts(
            PartRows parts,
            SessionRows sessions,
            KeepingSessions keeping,
            Threads threads,
            CaseAccess access,
            Voices voices,
            ConferenceHost host,
            Ledger ledger,
            Clock clock) {
        this.parts = parts;
        this.sessions = sessions;
        this.keeping = keeping;
        this.threads = threads;
        this.access = access;
        this.voices = voices;
        this.host = host;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What waits, for who keeps the papers; nobody else is told what came. */
    List<ComePart> open(String key, String language, Official by) {
        if (!host.mayWrite(by)) return List.of();
        var waits = parts.open(key);
        var rows = access
                .ofThreads(waits.stream().map(SessionPart::thread).distinct().toList(), by)
                .stream()
                .collect(Collectors.toMap(RequestRow::thread, RequestRow::address, (one, _) -> one));
        return waits.stream()
                .filter(it -> rows.containsKey(it.thread()))
                .map(it -> new ComePart(
                        it.id(),
                        it.kind().name(),
                        it.voice(),
                        voices.name(it.voice(), language),
                        it.item(),
                        it.came(),
                        "/requests/" + rows.get(it.thread())))
                .toList();
    }

    /** What an act said, as the form of that list would have it, and what keeps it from being recorded. */
    record Taken(String form, Map<String, String> typed, FormProblems problems) {}

    @Transactional
    public Taken take(String key, long id, Official by) {
        host.mustWrite(by);
        var session = sessions.find(key).orElseThrow(ConferenceRefused::unknown);
        var part = parts.locked(key, id).orElseThrow(ConferenceRefused::moved);
        if (access.ofThread(part.thread(), by).isEmpty()) throw ConferenceRefused.forbidden();
        var said = new SaidInPart(
                threads.act(part.act()).orElseThrow(ConferenceRefused::moved).body());
        var taken = switch (part.kind()) {
            case FLOOR -> floor(key, part, said, by);
            case STATEMENT -> statement(key, part, said, by);
            case DELEGATION -> delegation(session, part, said, by);
        };
        if (taken.problems().any()) return taken;
        parts.close(part, by.id(), clock.instant());
        if (part.kind() != Kind.DELEGATION) parts.became(part, session.id());
        record(by, "conference.part-taken", session, part);
        return taken;
    }

    /** It was looked at, and is not taken over. */
    @Transactional
    public void leave(String key, long id, Official by) {
        host.mustWrite(by);
        var session = sessions.find(key).orElseThrow(ConferenceRefused::unknown);
        var part = parts.locked(key, id).orElseThrow(ConferenceRefused::moved);
        if (access.ofThread(part.thread(), by).isEmpty()) throw ConferenceRefused.forbidden();
        parts.close(part, by.id(), clock.instant());
        record(by, "conference.part-left", session, part);
    }

    private void record(Official by, String what, ConferenceSession session, SessionPart part) {
        ledger.record(by, what, KeepingSessions.subject(session), Map.of("voice", part.voice()));
    }

    private Taken floor(String key, SessionPart part, SaidInPart said, Official by) {
        boolean group = said.says("floor", "group");
        var typed = Map.of(
                "item", said.text("item"),
                "voice", part.voice(),
                "group", Boolean.toString(group));
        return new Taken("speaker", typed, keeping.speaker(key, new TypedPaper(typed), by));
    }

    private Taken statement(String key, SessionPart part, SaidInPart said, Official by) {
        var typed = Map.of(
                "item", said.text("item"),
                "voice", part.voice(),
                "language", said.text("language"),
                "words", said.text("statement"),
                "everybody", Boolean.toString(said.says("readers", "everybody")));
        var problems = keeping.statement(key, new TypedPaper(typed), by);
        if (!problems.any()) parts.replaceHeld(part);
        return new Taken("statement", typed, problems);
    }

    /**
     * Names stay in the thread. Without credentials there is nothing to record, nor with the same of the same day. Whether those of
     * another day are the same letter or a new one, an officer says, as where they are typed.
     */
    private Taken delegation(ConferenceSession session, SessionPart part, SaidInPart said, Official by) {
        var form = said.text("credentials");
        boolean state =
                voices.of(part.voice(), "en").filter(Voices.Voice::state).isPresent();
        if (!state || !KeepingSessions.FORMS.contains(form)) {
            return new Taken("credential", Map.of(), FormProblems.NONE);
        }
        var typed = Map.of(
                "voice", part.voice(),
                "form", form,
                "issued", said.text("issued"),
                "day", LocalDate.ofInstant(part.came(), UTC).toString());
        return new Taken("credential", typed, keeping.credential(session.key(), new TypedPaper(typed), by));
    }
}
