package org.comity.forum;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comity.casework.BeforeSending;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.ui.CurrentOfficial;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Keeps an officer from deciding on an appeal against what the same officer did, whether on a page or by an act. */
@Component
class HearingAppeals implements BeforeSending {

    private static final String ACT = "act:";
    private static final Set<String> DECIDES = Set.of("lift", "uphold");
    private static final Set<String> SENT_BY = Set.of("act.submitted", "act.approved");

    private final PlacingActs placing;
    private final PostRows posts;
    private final StanceRows stances;
    private final ModerationRows moderations;
    private final CurrentOfficial current;
    private final Ledger ledger;

    HearingAppeals(
            PlacingActs placing,
            PostRows posts,
            StanceRows stances,
            ModerationRows moderations,
            CurrentOfficial current,
            Ledger ledger) {
        this.placing = placing;
        this.posts = posts;
        this.stances = stances;
        this.moderations = moderations;
        this.current = current;
        this.ledger = ledger;
    }

    @Override
    public void check(Draft draft) {
        if (!placing.brings(draft.procedure()) || !DECIDES.contains(draft.type()) || draft.thread() == null) return;
        var deciding = new HashSet<String>();
        current.official().map(Official::id).ifPresent(deciding::add);
        if (draft.submittedBy() != null) deciding.add(draft.submittedBy());
        boolean own = posts.ofThread(draft.thread()).stream()
                .flatMap(it -> moderations.of(it.id()).stream())
                .filter(DoneModeration::appealed)
                .anyMatch(it -> deciding.stream().anyMatch(one -> took(it, one)));
        boolean line = stances.ofThread(draft.thread()).map(StanceRows.Line::hidden).stream()
                .anyMatch(it -> deciding.stream().anyMatch(one -> sent(it, one)));
        if (own || line) throw RoomRefused.sameModerator();
    }

    /** An act's moderation says only which act it was; who submitted and who approved that stands in the ledger. */
    boolean took(DoneModeration step, String official) {
        if (!step.by().startsWith(ACT)) return step.by().equals(official);
        return sent(step.by().substring(ACT.length()), official);
    }

    private boolean sent(String act, String official) {
        var sent = new Ledger.Search(List.of(act), null, official, List.copyOf(SENT_BY), null, null);
        return !ledger.seek(sent, null, 1).isEmpty();
    }
}
