package org.comity.casework.retention;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.LegalHolds;
import org.comity.ledger.Ledger;
import org.comity.proof.act.JointThread;
import org.comity.thread.JointThreadKeeping;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets and ends holds, with the request or joint thread locked: what is being deleted is deleted first, what is held stays. */
@Component
class HoldingRequests implements LegalHolds {

    private static final int LONGEST_WORDS = 500;

    private final HoldRows rows;
    private final WordRows words;
    private final JointThreadKeeping joint;
    private final Ledger ledger;
    private final Clock clock;

    HoldingRequests(HoldRows rows, WordRows words, JointThreadKeeping joint, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.joint = joint;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void hold(String thread, String reference, String why, Official by) {
        if (why.isBlank() || why.length() > LONGEST_WORDS) {
            throw new HoldRefused("words");
        }
        lock(thread);
        if (!rows.add(thread, why, by.id(), clock.instant())) {
            throw new HoldRefused("stands");
        }
        ledger.record(by, "hold.set", thread, Map.of("reference", reference, "why", why));
    }

    @Override
    @Transactional
    public void end(String thread, String reference, Official by) {
        lock(thread);
        if (!rows.end(thread, by.id(), clock.instant())) {
            throw new HoldRefused("none");
        }
        ledger.record(by, "hold.ended", thread, Map.of("reference", reference));
    }

    private void lock(String thread) {
        if (JointThread.isNameOf(thread)) joint.lock(thread);
        else words.lock(thread);
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
