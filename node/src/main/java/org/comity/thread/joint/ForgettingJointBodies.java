package org.comity.thread.joint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.ledger.Ledger;
import org.comity.proof.table.Membership;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.SeatApprovals;
import org.comity.thread.joint.JointTextRows.WithoutEntry;
import org.comity.thread.register.RemainingSeal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deletes by rule what was said in joint threads, and says which of them have ended for us. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ForgettingJointBodies implements JointThreadKeeping {

    private final JointTextRows texts;
    private final JointRows threads;
    private final JointActRows acts;
    private final JointTables tables;
    private final RegisterKeys keys;
    private final SeatApprovals approvals;
    private final Ledger ledger;
    private final Clock clock;

    ForgettingJointBodies(
            JointTextRows texts,
            JointRows threads,
            JointActRows acts,
            JointTables tables,
            RegisterKeys keys,
            SeatApprovals approvals,
            Ledger ledger,
            Clock clock) {
        this.texts = texts;
        this.threads = threads;
        this.acts = acts;
        this.tables = tables;
        this.keys = keys;
        this.approvals = approvals;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void lock(String thread) {
        threads.lock(thread);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> saidBefore(Instant before, String after) {
        return texts.saidBefore(before, after);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> lastMoved(String thread) {
        return texts.last(thread).map(JointTextRows.Last::changedAt);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> ended(String thread) {
        var row = threads.find(thread).orElse(null);
        if (row == null) return Optional.empty();
        if (row.standing() == OurPart.INVITED && row.lastN() == 0) {
            return texts.askedAt(thread).filter(_ -> !answered(thread));
        }
        return texts.last(thread).filter(it -> ended(row, it.goneOn())).map(JointTextRows.Last::changedAt);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Leaving> leaving(String thread) {
        var row = threads.find(thread).orElse(null);
        if (row == null || row.standing() != OurPart.PARTY || row.disputed() != null) return Optional.empty();
        var waiting = texts.lastWithoutEntry(thread, keys.self());
        var leaves = waiting.stream().filter(this::leaves).findFirst();
        return leaves.flatMap(leave -> texts.last(thread)
                .map(it -> new Leaving(
                        leave.act(),
                        row.keeper(),
                        later(it.changedAt(), waiting.getFirst().at()))));
    }

    private boolean leaves(WithoutEntry it) {
        var self = keys.self();
        return Membership.LEAVE.equals(it.envelope().type())
                && self.equals(Membership.speaker(self, it.envelope().facts()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean ended(JointRow row, boolean goneOn) {
        return switch (row.standing()) {
            // Asked back in, after we had left.
            case INVITED -> (row.disputed() == null || goneOn) && !answered(row.id());
            case LEFT -> row.disputed() == null || goneOn;
            // In one that is open others can still speak, wherever else we went on.
            case PARTY -> row.disputed() == null ? closed(row) : goneOn;
        };
    }

    /** Our answer is on its way, or waits until all have agreed to us. */
    private boolean answered(String thread) {
        return acts.waiting(thread).stream()
                .anyMatch(it -> Membership.ANSWERS.contains(it.act().envelope().type()));
    }

    private boolean closed(JointRow row) {
        var joint = row.joint();
        return joint != null
                && tables.find(row.procedure()).isPresent()
                && tables.get(row.procedure()).ended().contains(joint.table().get("name"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> followers(String thread, int most) {
        return texts.followers(thread, most);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DeletedBefore> deletedBefore(String thread) {
        return texts.deletedBefore(thread);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> forgottenAt(String thread) {
        return texts.forgottenAt(thread);
    }

    @Override
    public boolean forgetBody(String act) {
        var sealed = acts.find(act).map(JointActRows.Kept::sealed);
        if (sealed.isEmpty() || !texts.forget(act, RemainingSeal.of(sealed.get().container()), clock.instant())) {
            return false;
        }
        approvals.forget(act);
        ledger.record(null, "body.forgotten", act, Map.of());
        return true;
    }

    @Override
    public boolean forgetInvitations(String thread, Instant before) {
        boolean some = texts.forgetInvitations(thread, before);
        texts.notInWithoutInvitation(thread);
        return some;
    }
}
