package org.comity.thread.joint;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.comity.proof.act.Act;
import org.comity.proof.act.JointThread;
import org.comity.proof.table.JointState;
import org.comity.thread.JointThreads.Invitation;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.Threads.Refused;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/** Asks those whom an act invites, and keeps what we are asked to join (R127). An invitation is no thread yet. */
@Component
class InvitingParties {

    /** A day (R170). */
    private static final int MOST_OF_ONE_SENDER = 20;

    private final JointTables tables;
    private final JointRows threads;
    private final JointActRows acts;
    private final RegisterKeys keys;
    private final Clock clock;

    InvitingParties(JointTables tables, JointRows threads, JointActRows acts, RegisterKeys keys, Clock clock) {
        this.tables = tables;
        this.threads = threads;
        this.acts = acts;
        this.keys = keys;
        this.clock = clock;
    }

    List<String> invited(String id) {
        return threads.find(id)
                .filter(it -> it.lastN() > 0 && it.keeperOfNext().equals(keys.self()))
                .map(JointRow::joint)
                .map(JointState::invited)
                .map(all -> all.entrySet().stream()
                        .filter(it -> it.getValue().at() == null)
                        .map(java.util.Map.Entry::getKey)
                        .toList())
                .orElse(List.of());
    }

    Optional<Invitation> of(String id, String participant) {
        var asked = threads.find(id).map(JointRow::joint).map(it -> it.invited().get(participant));
        if (asked.isEmpty()) return Optional.empty();
        var first = acts.at(id, 1).orElseThrow();
        var invite = acts.of(asked.get().act()).orElseThrow();
        var opening = acts.find(first.entry().act()).map(JointActRows.Kept::sealed);
        var invitation = acts.find(asked.get().act()).map(JointActRows.Kept::sealed);
        // Once retention has deleted one of the two, nobody new can be asked by it.
        return opening.flatMap(it -> invitation.map(other -> new Invitation(first, invite, it, other)));
    }

    void take(Invitation invitation, String from) {
        var opening = invitation.opening().act().envelope();
        var invite = invitation.invite().act().envelope();
        var first = invitation.first().entry();
        var asked = invitation.asked().entry();
        AdmittingJointAct.require(opening.network().equals(keys.network()), "wrong-network", opening.network());
        AdmittingJointAct.require(JointThread.id(opening).equals(opening.thread()), "thread-id", opening.thread());
        boolean about = invite.type().equals("invite")
                && invite.thread().equals(opening.thread())
                && keys.self().equals(invite.facts().get("party"))
                && !invite.facts().containsKey("at");
        AdmittingJointAct.require(about, "not-invited", "the act invites somebody else");
        boolean entries = first.n() == 1
                && first.thread().equals(opening.thread())
                && asked.thread().equals(opening.thread())
                && first.act().equals(opening.id())
                && asked.act().equals(invite.id())
                && first.container().equals(invitation.opening().containerHash())
                && asked.container().equals(invitation.invite().containerHash())
                && asked.effective();
        AdmittingJointAct.require(entries, "not-invited", "the entries are of other acts");
        boolean signed = keys.signed(opening.author(), invitation.first()) && keys.signed(from, invitation.asked());
        AdmittingJointAct.require(signed, "foreign-signature", "not signed by who keeps the register");
        var table = tables.get(opening.procedure());
        AdmittingJointAct.require(opening.type().equals(table.opening()), "unknown-thread", "no opening act");
        readable(invitation.opening().act());
        fits(opening.procedure(), opening.role(), opening.author());
        fits(opening.procedure(), invite.facts().getOrDefault("as", ""), keys.self());

        boolean room =
                threads.askedBy(from, opening.thread(), clock.instant().minus(Duration.ofDays(1))) < MOST_OF_ONE_SENDER;
        AdmittingJointAct.require(room, "too-many-invitations", from);
        threads.open(JointRow.opened(opening, OurPart.INVITED, from), clock.instant());
        var thread = threads.lock(opening.thread()).orElseThrow();
        var role = invite.facts().getOrDefault("as", "");
        var before = threads.asked(thread.id()).map(JointRows.Asked::sender);
        if (threads.asked(thread.id(), invitation, role, from, clock.instant())) {
            // Anybody can sign an entry of an invitation. Who keeps a register that is here, it says itself; before
            // that
            // the one who opened it is believed first.
            boolean stays = !from.equals(thread.opener())
                    && before.filter(it -> it.equals(thread.opener())).isPresent();
            var keeper = stays ? thread.opener() : answered(thread, asked.act()) ? thread.keeper() : from;
            threads.invited(thread.id(), thread.lastN() > 0 ? thread.keeperOfNext() : keeper);
        }
    }

    /** Our answer to it is on its way: a copy of the invitation that another signed leads it to nobody else. */
    private boolean answered(JointRow thread, String invitation) {
        return acts.waiting(thread.id()).stream()
                .map(it -> it.act().envelope())
                .anyMatch(it -> it.author().equals(keys.self())
                        && invitation.equals(it.facts().get("invitation")));
    }

    /** Who opened it and who is asked are of kinds for which the procedure is. */
    private void fits(String procedure, String role, String participant) {
        boolean right = role.matches("[a-z][a-z-]{0,31}")
                && tables.find(procedure).orElseThrow().admits(Role.of(role), keys.kind(participant));
        AdmittingJointAct.require(right, "wrong-kind", participant);
    }

    /** Nobody can be asked by what no page could show, e.g. under law that is not known here. */
    private void readable(Act opening) {
        try {
            tables.find(opening.envelope().procedure()).orElseThrow().check(null, opening);
        } catch (RuleBroken broken) {
            throw new Refused(broken.code(), broken.facts().toString());
        }
    }
}
