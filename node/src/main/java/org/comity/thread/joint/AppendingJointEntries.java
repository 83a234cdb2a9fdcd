package org.comity.thread.joint;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.JointState;
import org.comity.proof.table.Membership;
import org.comity.proof.table.MoveTable;
import org.comity.thread.JointActRegistered;
import org.comity.thread.SealedAct;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Folds acts of joint threads and appends their entries: the only place where a joint thread moves. */
@Component
class AppendingJointEntries {

    private final JointTables tables;
    private final JointRows threads;
    private final JointActRows acts;
    private final PartyRows parties;
    private final RegisterKeys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppendingJointEntries(
            JointTables tables,
            JointRows threads,
            JointActRows acts,
            PartyRows parties,
            RegisterKeys keys,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.threads = threads;
        this.acts = acts;
        this.parties = parties;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    MoveTable.Folded fold(JointRow thread, Envelope act) {
        return Membership.fold(
                tables.get(thread.procedure()), thread.folded(), thread.lastN() + 1, act.author(), act.said());
    }

    static String hash(Map<String, Object> state) {
        return Digests.sha256(CanonicalJson.write(state));
    }

    /** As the keeper: the act is here already. */
    JointRow register(JointRow thread, SealedAct sealed) {
        var act = sealed.act();
        var folded = fold(thread, act.envelope());
        var signed = keys.sign(new Entry(
                keys.network(),
                thread.id(),
                thread.lastN() + 1,
                thread.lastHash(),
                act.id(),
                sealed.containerHash(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                folded.effect(),
                hash(folded.state())));
        return append(thread, act.envelope(), signed, folded);
    }

    /** @param signed rightly, by whoever keeps the register then; the act is here already */
    JointRow append(JointRow thread, Envelope act, SignedEntry signed, MoveTable.Folded folded) {
        var before = thread.joint();
        acts.register(signed, thread.keeperOfNext());
        var moved = thread.after(signed.entry(), folded.state(), keys.self());
        threads.move(moved, clock.instant());
        var after = moved.joint();
        if (after != null) {
            parties.moved(
                    thread.id(),
                    before == null ? Map.<String, JointState.Party>of() : before.parties(),
                    after.parties(),
                    signed.entry().n());
            parties.asked(
                    thread.id(),
                    before == null ? Map.<String, JointState.Invited>of() : before.invited(),
                    after.invited());
        }
        events.publishEvent(new JointActRegistered(thread.id(), act, signed));
        return moved;
    }
}
