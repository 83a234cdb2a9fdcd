package org.comity.identity.me;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.comity.ledger.Ledger;
import org.comity.ui.DeskNotices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Tells a person on the desk, for three days, that a way to sign in was added in their name. */
@Component
class NewWaysNotice implements DeskNotices {

    private static final Duration TOLD = Duration.ofDays(3);
    private static final List<String> ADDED = List.of("passkey.added", "password.set");

    /** More are not counted. */
    private static final int MOST = 20;

    private final Ledger ledger;
    private final Clock clock;

    NewWaysNotice(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<Notice> notices(Official by) {
        var since = clock.instant().minus(TOLD);
        int added = ledger.seek(new Ledger.Search(List.of(by.id()), null, by.id(), ADDED, since, null), null, MOST)
                .size();
        return added == 0 ? List.of() : List.of(new Notice("identity.desk.new-ways", added, "/me"));
    }
}
