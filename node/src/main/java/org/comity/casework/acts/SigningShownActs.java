package org.comity.casework.acts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.comity.casework.BeforeSending;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.identity.Approvals;
import org.comity.procedure.Draft;
import org.comity.proof.act.Act;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows an act that its writer signs alone where it is written, and signs exactly the act that was shown. */
@Component
class SigningShownActs {

    /** The act bears the time at which it was shown. */
    private static final Duration LONGEST_SHOWN = Duration.ofHours(1);

    private final DraftRows rows;
    private final ShownActRows shown;
    private final SubmittingAct submitting;
    private final WhoApproves who;
    private final Drafts drafts;
    private final Directory directory;
    private final List<BeforeSending> before;
    private final Clock clock;

    SigningShownActs(
            DraftRows rows,
            ShownActRows shown,
            SubmittingAct submitting,
            WhoApproves who,
            Drafts drafts,
            Directory directory,
            List<BeforeSending> before,
            Clock clock) {
        this.rows = rows;
        this.shown = shown;
        this.submitting = submitting;
        this.who = who;
        this.drafts = drafts;
        this.directory = directory;
        this.before = List.copyOf(before);
        this.clock = clock;
    }

    /** This officer may sign it where it is written: nobody else has to, and nothing is left to choose. */
    boolean alone(Draft draft, Official by) {
        return draft.status() == Draft.Status.WRITING
                && draft.thread() != null
                && who.alone(draft, by)
                && GoneParticipant.hasNode(directory, draft.counterpart());
    }

    /**
     * The act that will be signed: its id is what the signature is over. Shown again, as a page is that the browser draws
     * anew, it is the same one, while it is young and nothing was said since.
     */
    @Transactional
    Act show(String id) {
        var draft = rows.lock(id).orElseThrow(() -> DraftRefused.unknown(id));
        if (draft.status() != Draft.Status.WRITING) throw DraftRefused.notBeingWritten();
        var now = submitting.shown(draft);
        var before = shown.of(id)
                .filter(it -> younger(it, LONGEST_SHOWN.dividedBy(2)))
                .filter(it -> it.envelope().after().equals(now.envelope().after()));
        if (before.isPresent()) return before.get();
        shown.put(id, now);
        return now;
    }

    /**
     * Submits the act that was shown and approves it, both or neither; pressed twice, once.
     *
     * @param act its id, as the page posted it
     * @throws NotAsShown if the draft has changed since, or it was shown long ago
     */
    @Transactional
    Draft sign(String id, String act, Approvals.Proof proof, Official by) {
        var draft = rows.lock(id).orElseThrow(() -> DraftRefused.unknown(id));
        if (draft.status() == Draft.Status.SENT) return draft;
        if (draft.status() != Draft.Status.WRITING) throw DraftRefused.notBeingWritten();
        var signed = shown.of(id)
                .filter(it -> it.id().equals(act))
                .filter(it -> younger(it, LONGEST_SHOWN))
                .orElseThrow(NotAsShown::new);
        if (!alone(draft, by)) throw DraftRefused.ownApproval();
        before.forEach(it -> it.check(draft));
        submitting.submit(draft, signed, by);
        return drafts.approve(id, proof, null, by);
    }

    private boolean younger(Act act, Duration than) {
        return act.envelope().time().isAfter(clock.instant().minus(than));
    }
}
