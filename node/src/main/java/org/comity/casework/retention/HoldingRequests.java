package org.comity.casework.retention;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.LegalHolds;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets and ends holds, with the request locked: what is being deleted is deleted first, what is held stays. */
@Component
class HoldingRequests implements LegalHolds {

    private static final int LONGEST_WORDS = 500;

    private final HoldRows rows;
    private final WordRows words;
    private final Ledger ledger;
    private final Clock clock;

    HoldingRequests(HoldRows rows, WordRows words, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void hold(RequestRow row, String why, Official by) {
        if (why.isBlank() || why.length() > LONGEST_WORDS) {
            throw new HoldRefused("words");
        }
        words.lock(row.thread());
        if (!rows.add(row.thread(), why, by.id(), clock.instant())) {
            throw new HoldRefused("stands");
        }
        ledger.record(by, "hold.set", row.thread(), Map.of("reference", row.reference(), "why", why));
    }

    @Override
    @Transactional
    public void end(RequestRow row, Official by) {
        words.lock(row.thread());
        if (!rows.end(row.thread(), by.id(), clock.instant())) {
            throw new HoldRefused("none");
        }
        ledger.record(by, "hold.ended", row.thread(), Map.of("reference", row.reference()));
    }

    @Override
    public Optional<Hold> of(String thread) {
        return rows.of(thread);
    }

    @Override
    public ListPage<Hold> standing(Set<String> hidden, String after) {
        return ListPage.of(rows.standing(hidden, after, MOST + 1), MOST);
    }

    static final class HoldRefused extends RuleBroken {
        HoldRefused(String why) {
            super("hold." + why, Map.of(), why.equals("words") ? "why" : "");
        }
    }
}
