package org.comity.treaty.acts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Composition;
import org.comity.procedure.Procedures;
import org.comity.treaty.notice.NoticeWords;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the draft by which our State tells the Secretary-General in the network what the letter tells on paper. */
@Component
class WritingNotificationAct {

    private final NoticeWords notices;
    private final Procedures procedures;
    private final Directory directory;
    private final Drafts drafts;
    private final CaseAccess access;
    private final Ledger ledger;
    private final NotificationActWords words = NotificationActWords.read();

    WritingNotificationAct(
            NoticeWords notices,
            Procedures procedures,
            Directory directory,
            Drafts drafts,
            CaseAccess access,
            Ledger ledger) {
        this.notices = notices;
        this.procedures = procedures;
        this.directory = directory;
        this.drafts = drafts;
        this.access = access;
        this.ledger = ledger;
    }

    /** @return where the draft is written on */
    @Transactional
    public String begin(String key, Official by) {
        access.mustWrite(by);
        var told = notices.told(key, by);
        var keeper = keeper().orElseThrow(NotificationActRefused::noKeeper);
        var procedure = procedures.ofLaw(words.procedure()).orElseThrow(NotificationActRefused::noKeeper);
        Map<String, Object> body = new HashMap<>(procedure.composition().empty());
        body.put(words.point(), key);
        body.put(words.told(), told);
        var draft = drafts.start(procedure.id(), procedure.opening(), procedure.opener(), keeper.id(), null, body, by);
        ledger.record(by, "told.begun", "notice-" + key, Map.of());
        return "/drafts/" + draft.id() + "/" + Composition.STATE;
    }

    private Optional<Participant> keeper() {
        return directory.all().stream()
                .filter(it -> it.kind() == ParticipantKind.SECRETARIAT)
                .findFirst();
    }
}
