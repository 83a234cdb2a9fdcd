package org.comity.conference.session;

import java.util.stream.Collectors;
import org.comity.board.HeldBoards;
import org.comity.board.HeldEntry;
import org.comity.conference.ConferenceHost;
import org.comity.conference.PaperBoard;
import org.comity.directory.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes after a start the sessions that were recorded before boards told of any; those that stand there stay as they are. */
@Component
class PublishingEarlierSessions {

    private static final Logger log = LoggerFactory.getLogger(PublishingEarlierSessions.class);

    private final SessionRows sessions;
    private final ConferenceHost host;
    private final PaperBoard board;
    private final HeldBoards boards;
    private final Directory directory;

    PublishingEarlierSessions(
            SessionRows sessions, ConferenceHost host, PaperBoard board, HeldBoards boards, Directory directory) {
        this.sessions = sessions;
        this.host = host;
        this.board = board;
        this.boards = boards;
        this.directory = directory;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        try {
            publish();
        } catch (RuntimeException stopped) {
            log.info("publishing earlier sessions goes on at the next start: {}", stopped.toString());
        }
    }

    void publish() {
        if (!host.here()) return;
        var told =
                boards.under(directory.self().id(), PaperBoard.NAME, KeepingSessions.SUBJECT, SessionRows.MOST).stream()
                        .map(HeldEntry::subject)
                        .collect(Collectors.toSet());
        sessions.all().stream()
                .filter(it -> !told.contains(KeepingSessions.subject(it)))
                .forEach(it -> board.publish(KeepingSessions.subject(it), it.everybody(), HeldSession.json(it)));
    }
}
