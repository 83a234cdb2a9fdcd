package org.comity.thread.joint;

import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.table.JointState;
import org.comity.proof.table.Membership;
import org.comity.thread.Procedure;
import org.comity.thread.RecordedChannels;
import org.comity.thread.SealedAct;
import org.comity.thread.SeatActs;
import org.comity.thread.Threads.Refused;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what an act of a joint thread must be before anything of it is stored (R110). Each check refuses with a code of its own. */
@Component
class AdmittingJointAct {

    static final int LARGEST_CONTAINER = 1 << 20;
    static final int LARGEST_REGISTER = 10_000;

    /** Kept for what closes a thread or leaves it (R106). */
    private static final int LAST = 100;

    private static final String EVERYBODY = "*";
    private static final String ROLE = "[a-z][a-z-]{0,31}";

    private final JointTables tables;
    private final JointActRows acts;
    private final RegisterKeys keys;
    private final SeatActs seats;

    AdmittingJointAct(JointTables tables, JointActRows acts, RegisterKeys keys, SeatActs seats) {
        this.seats = seats;
        this.tables = tables;
        this.acts = acts;
        this.keys = keys;
    }

    /** Our own act, of a thread that is not here yet. */
    void opens(SealedAct sealed) {
        var envelope = general(sealed);
        var table = tables.get(envelope.procedure());
        require(envelope.type().equals(table.opening()), "unknown-thread", "no such thread");
        require(envelope.author().equals(keys.self()), "not-a-party", "an opening act of somebody else");
        require(JointThread.id(envelope).equals(envelope.thread()), "thread-id", envelope.thread());
        require(!envelope.facts().containsKey(JointThread.SEEN), "other-register", "an opening act saw nothing");
        var rules = table.parties();
        require(rules != null && rules.host().equals(envelope.role()), "wrong-role", envelope.role());
        fits(envelope.procedure(), envelope.role(), keys.self());
        contents(null, sealed.act());
    }

    /** As the keeper, of any party's act, whoever brings it. */
    void registers(JointRow thread, SealedAct sealed, String from) {
        var envelope = follows(thread, sealed);
        var joint = thread.joint();
        if (joint == null) throw new Refused("unknown-thread", "the register is empty");
        var channel = envelope.facts().get(RecordedChannels.FACT);
        require(channel == null || envelope.author().equals(from), "recorded-by-another", from);
        require(channel == null || RecordedChannels.known(channel), "unknown-channel", "facts.recorded");
        require(maySpeak(joint, envelope), "not-a-party", envelope.author());
        ofItself(envelope, channel != null);
        boolean leads = Membership.TYPES.contains(envelope.type())
                || tables.get(envelope.procedure()).ends(envelope.type());
        require(thread.lastN() < LARGEST_REGISTER - (leads ? 0 : LAST), "thread-full", "entries of this register");
        require(saw(thread, envelope), "other-register", "facts.seen is no entry of this register");
        kinds(envelope);
        require(BodyTexts.fit(sealed.act().body()), "oversized", "a text of the body is longer than 8,000 characters");
        contents(joint, sealed.act());
        // Who is not in yet gets no entry that would tell it why: it knocks until all have agreed (R110).
        if (envelope.type().equals("join")) {
            var folded = Membership.fold(
                    tables.get(envelope.procedure()),
                    thread.folded(),
                    thread.lastN() + 1,
                    envelope.author(),
                    envelope.said());
            require(!folded.effect().equals("not-agreed"), "not-agreed", "not every party has agreed yet");
        }
    }

    /** Nobody speaks for one that has a node; where it was given a voice before, that one may still leave (R158). */
    private void ofItself(Envelope envelope, boolean recorded) {
        var facts = envelope.facts();
        boolean asked = envelope.type().equals("invite") && facts.containsKey("at");
        boolean goes = Membership.LEAVES.contains(envelope.type());
        var whom = asked ? facts.getOrDefault("party", "") : Membership.speaker(envelope.author(), facts);
        boolean spokenFor = asked || recorded && !goes;
        require(!spokenFor || !keys.hasNode(whom), "counterpart-has-a-node", whom);
    }

    /** Who is asked, and who comes by an open invitation, is of a kind for which the role is; and its node can answer. */
    private void kinds(Envelope envelope) {
        var facts = envelope.facts();
        var party = facts.getOrDefault("party", EVERYBODY);
        if (envelope.type().equals("invite") && !party.equals(EVERYBODY)) {
            fits(envelope.procedure(), facts.getOrDefault("as", ""), party);
            require(keys.carriesOut(party, envelope.procedure()), "unknown-procedure", party);
        }
        if (envelope.type().equals("join")) {
            fits(envelope.procedure(), envelope.role(), Membership.speaker(envelope.author(), facts));
        }
    }

    /** A role that no table could give is left to the fold, which says why. */
    void fits(String procedure, String role, String participant) {
        boolean right = !role.matches(ROLE)
                || tables.find(procedure)
                        .filter(it -> it.admits(Role.of(role), keys.kind(participant)))
                        .isPresent();
        require(right, "wrong-kind", participant);
    }

    /** Of any act in a thread that is here. */
    Envelope follows(JointRow thread, SealedAct sealed) {
        var envelope = general(sealed);
        require(thread.speaks(envelope), "other-version", "procedure, convention or drill differ from the opening act");
        var opening = tables.get(envelope.procedure()).opening();
        require(!envelope.type().equals(opening), "already-opened", "the thread has its opening act");
        return envelope;
    }

    private boolean maySpeak(JointState joint, Envelope envelope) {
        var speaker = Membership.speaker(envelope.author(), envelope.facts());
        boolean comes = Membership.ANSWERS.contains(envelope.type());
        boolean openly = envelope.type().equals("join")
                && joint.openTo(envelope.role())
                        .filter(it -> it.equals(envelope.facts().get("invitation")))
                        .isPresent();
        if (openly) return !joint.removed(speaker) && !envelope.facts().containsKey(RecordedChannels.FACT);
        if (comes) {
            var asked = joint.invited().get(speaker);
            return asked != null && through(asked.at(), envelope);
        }
        var party = joint.parties().get(speaker);
        return party != null && through(party.at(), envelope);
    }

    /** As the fold has it (R102), but before it stands in the register: nobody writes there in a party's name. */
    private static boolean through(@Nullable String at, Envelope envelope) {
        boolean recorded = envelope.facts().containsKey(RecordedChannels.FACT);
        return at == null ? !recorded : recorded && envelope.author().equals(at);
    }

    private boolean saw(JointRow thread, Envelope envelope) {
        return JointThread.seen(envelope)
                .flatMap(seen -> acts.at(thread.id(), seen.n())
                        .filter(it -> it.entry().hash().equals(seen.hash())))
                .isPresent();
    }

    private Envelope general(SealedAct sealed) {
        var envelope = sealed.act().envelope();
        require(envelope.joint(), "thread-id", "an act of a thread of two");
        require(envelope.network().equals(keys.network()), "wrong-network", envelope.network());
        require(sealed.container().length <= LARGEST_CONTAINER, "oversized", "a container above 1 MiB");
        require(tables.find(envelope.procedure()).isPresent(), "unknown-procedure", envelope.procedure());
        seats.check(sealed);
        return envelope;
    }

    /** Rules of content bind who writes; the eight types of every joint thread have none but their facts. */
    private void contents(@Nullable JointState joint, Act act) {
        if (Membership.TYPES.contains(act.envelope().type())
                || act.envelope().facts().containsKey(RecordedChannels.FACT)) return;
        Procedure procedure = tables.find(act.envelope().procedure()).orElseThrow();
        try {
            procedure.check(joint == null ? null : procedure.state(joint.table()), act);
        } catch (RuleBroken broken) {
            if (act.envelope().author().equals(keys.self())) throw broken;
            throw new Refused(broken.code(), broken.facts().toString());
        }
    }

    static void require(boolean holds, String code, String detail) {
        if (!holds) throw new Refused(code, detail);
    }
}
