package org.comity.conference.session;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.Beginning;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.conference.ConferenceProcedures;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.PaperBoard;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.procedure.Composition;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a State the sessions that other nodes keep and that are not over, and begins the act that sends its delegation. */
@Component
class ComingSessions {

    private static final int MOST = 50;
    private static final int THREADS = 200;

    private final HeldBoards boards;
    private final Requests requests;
    private final Threads threads;
    private final Procedures procedures;
    private final Drafts drafts;
    private final CaseAccess access;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;
    private final String procedure = ConferenceProcedures.read().parts();

    // More than eight: what the board tells stands beside what was sent, and the draft of what was not begins here.
    ComingSessions(
            HeldBoards boards,
            Requests requests,
            Threads threads,
            Procedures procedures,
            Drafts drafts,
            CaseAccess access,
            Directory directory,
            Ledger ledger,
            Clock clock) {
        this.boards = boards;
        this.requests = requests;
        this.threads = threads;
        this.procedures = procedures;
        this.drafts = drafts;
        this.access = access;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The next first; nothing for whom the desk is not. */
    List<HeldSession> all(Official by) {
        if (!access.mayWrite(by)) return List.of();
        var today = ConferenceSession.oldestDay(clock);
        var self = directory.self().id();
        var sessions = boards.elsewhere(PaperBoard.NAME).stream()
                .filter(it -> !it.host().equals(self))
                .map(it -> new Beginning(it.host(), KeepingSessions.SUBJECT))
                .toList();
        if (sessions.isEmpty()) return List.of();
        var told = boards.under(PaperBoard.NAME, sessions, MOST).stream()
                .flatMap(it -> HeldSession.of(it).stream())
                .filter(it -> !it.ends().isBefore(today))
                .sorted(Comparator.comparing(HeldSession::begins).thenComparing(HeldSession::key))
                .toList();
        if (told.isEmpty()) return told;
        var sent = sent(by);
        return told.stream()
                .map(it -> it.sent(sent.get(it.host() + " " + it.key())))
                .toList();
    }

    private Map<String, String> sent(Official by) {
        var over = SaidInPart.over();
        var rows = requests.ofLaw(procedure, Role.REQUESTING, by.id(), THREADS).stream()
                .filter(it -> !over.contains(it.state()))
                .collect(Collectors.toMap(RequestRow::thread, it -> it));
        var sent = new HashMap<String, String>();
        for (var opening : threads.openings(rows.keySet())) {
            var row = rows.get(opening.thread());
            var key = new SaidInPart(opening.body()).session();
            if (row != null && !key.isEmpty()) {
                sent.putIfAbsent(row.counterpart() + " " + key, "/requests/" + row.address());
            }
        }
        return sent;
    }

    /** @return where the draft is written on */
    @Transactional
    public String send(String host, String key, Official by) {
        access.mustWrite(by);
        var session = all(by).stream()
                .filter(it -> it.host().equals(host) && it.key().equals(key))
                .findFirst()
                .orElseThrow(ConferenceRefused::unknown);
        var filed = procedures.ofLaw(procedure).orElseThrow(ConferenceRefused::unknown);
        var body = new HashMap<>(filed.composition().empty());
        body.put(SaidInPart.name("session"), session.key());
        var draft = drafts.start(filed.id(), filed.opening(), filed.opener(), host, null, body, by);
        ledger.record(by, "conference.part-begun", draft.id(), Map.of("host", host));
        return "/drafts/" + draft.id() + "/" + Composition.STATE;
    }
}
