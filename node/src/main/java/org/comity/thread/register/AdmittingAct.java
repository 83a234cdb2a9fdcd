package org.comity.thread.register;

import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.Procedure;
import org.comity.thread.Threads.Refused;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what an act must be before anything of it is stored. Each check refuses with a code of its own. */
@Component
class AdmittingAct {

    private final Directory directory;
    private final ProcedureVersions procedures;
    private final ThreadRows threads;
    private final CheckedState standing;
    private final ThreadLimits limits;

    AdmittingAct(
            Directory directory,
            ProcedureVersions procedures,
            ThreadRows threads,
            CheckedState standing,
            ThreadLimits limits) {
        this.directory = directory;
        this.procedures = procedures;
        this.threads = threads;
        this.standing = standing;
        this.limits = limits;
    }

    /**
     * An act of a thread that this node does not know yet.
     *
     * @param closed after a restore: an act of ours comes back, and what theirs may say waits for what comes back first
     */
    ThreadRow opens(Act act, boolean ours, boolean closed) {
        var envelope = act.envelope();
        var procedure = general(act);
        require(envelope.type().equals(procedure.opening()), "unknown-thread", "no such thread");

        var parties = parties(envelope, ours);
        boolean returned = ours && closed;
        require(
                returned || !procedure.casework() || parties.accept(envelope),
                "unknown-procedure",
                "the addressee's entry does not list it");
        require(returned || parties.fit(procedure, envelope), "wrong-kind", "not for participants of these kinds");
        boolean byWire = parties.counterpart().hasNode();
        require(ours || byWire, "not-a-party", "a counterpart without a node cannot send");
        boolean recorded = RecordedByUs.check(envelope, ours, byWire);
        // An act that says it went by letter would make its author the keeper (R35).
        require(
                !byWire || envelope.facts().getOrDefault("channel", "node").equals("node"),
                "unknown-channel",
                "facts.channel of an act between nodes");
        reference(envelope);

        // Whoever opens from a seat wrote on our pages, as on a node of its own (R159).
        if (!recorded || SeatProof.asked(envelope)) {
            contents(procedure, null, act, ours, closed);
        }
        return parties.openedBy(envelope);
    }

    /** An act of a thread that this node knows. */
    void follows(ThreadRow thread, Act act, boolean ours, boolean closed) {
        var envelope = act.envelope();
        var procedure = general(act);
        require(!envelope.type().equals(procedure.opening()), "already-opened", "the thread has its opening act");
        var author = ours ? directory.self().id() : thread.counterpart();
        var addressee = ours ? thread.counterpart() : directory.self().id();
        require(
                envelope.author().equals(author) && envelope.addressee().equals(addressee),
                "not-a-party",
                "act in a thread of others");

        // Asked now: a node may have been given up since the thread began.
        boolean speaksForItself = directory
                .find(thread.counterpart())
                .filter(Participant::hasNode)
                .isPresent();
        // What it says of its keys at us it can say nowhere else, and from a seat nobody says it but itself (R158).
        boolean ofItsKeys = !procedure.casework() && SeatProof.asked(envelope);
        boolean recorded = RecordedByUs.check(envelope, ours, speaksForItself && !ofItsKeys);
        require(!recorded || thread.weKeep(), "not-the-keeper", "its register is kept by the counterpart");
        var role = ours ? thread.ourRole() : thread.ourRole().other();
        require(recorded || envelope.role().equals(role.word()), "wrong-role", envelope.role());
        require(thread.speaks(envelope), "other-version", "procedure, convention or drill differ from the opening act");
        require(thread.acts() < limits.largestActs(), "thread-full", "acts in this thread");

        if (!recorded) {
            contents(procedure, standing.state(thread), act, ours, closed);
        }
    }

    private Procedure general(Act act) {
        var envelope = act.envelope();
        require(
                StorableText.is(envelope.json()) && StorableText.is(act.body()),
                "unstorable-text",
                "the character U+0000");
        require(envelope.network().equals(directory.network()), "wrong-network", envelope.network());
        require(envelope.after().size() <= Envelope.LARGEST_AFTER, "too-many-after", "acts seen");
        var procedure = procedures
                .find(envelope.procedure())
                .orElseThrow(() -> new Refused("unknown-procedure", envelope.procedure()));
        var roles = procedure.roles(envelope.type());
        require(!roles.isEmpty(), "unknown-type", envelope.type());
        require(roles.contains(Role.of(envelope.role())), "wrong-role", envelope.role());
        return procedure;
    }

    private Parties parties(Envelope envelope, boolean ours) {
        require(!envelope.author().equals(envelope.addressee()), "not-a-party", "an act to oneself");
        require(isSelf(envelope.author()) == ours, "not-a-party", "an opening act of somebody else");
        require(ours || isSelf(envelope.addressee()), "not-a-party", "the opening act addresses somebody else");
        var other = ours ? envelope.addressee() : envelope.author();
        var counterpart = directory.find(other).orElseThrow(() -> new Refused("not-a-party", other));
        return new Parties(directory.self(), counterpart);
    }

    private void reference(Envelope envelope) {
        var reference = envelope.facts().getOrDefault("reference", "");
        require(reference.matches("[A-Z]{2}-[0-9]{4}-[0-9]{6}"), "wrong-reference", "facts.reference");
        var state = directory.get(envelope.author()).state().code();
        require(reference.startsWith(state + "-"), "wrong-reference", "of another State");
        require(
                threads.byReference(reference).stream()
                        .noneMatch(it -> it.opener().equals(envelope.author())
                                && !it.id().equals(envelope.thread())),
                "reference-taken",
                reference);
    }

    /** Our officials are told the rule as it is; another node gets its code. */
    private static void contents(
            Procedure procedure, Procedure.@Nullable State from, Act act, boolean ours, boolean closed) {
        if (ours && closed) {
            return;
        }
        try {
            procedure.check(from, act);
        } catch (RuleBroken broken) {
            if (ours) {
                throw broken;
            }
            throw new Refused(
                    closed ? "closed-after-restore" : broken.code(),
                    broken.facts().toString(),
                    closed ? "" : broken.facts().getOrDefault("field", ""));
        }
    }

    private boolean isSelf(String participant) {
        return directory.self().id().equals(participant);
    }

    static void require(boolean holds, String code, String detail) {
        if (!holds) {
            throw new Refused(code, detail);
        }
    }

    private record Parties(Participant self, Participant counterpart) {

        /** A thread is opened only in a version that the addressee's entry lists; ours, where the other has no node. */
        boolean accept(Envelope opening) {
            var addressed = counterpart.hasNode() && opening.addressee().equals(counterpart.id()) ? counterpart : self;
            var node = addressed.node();
            return node == null || node.procedures().contains(opening.procedure());
        }

        /** Whoever asks and whoever is asked is of a kind for which the procedure is. */
        boolean fit(Procedure procedure, Envelope opening) {
            boolean ours = RecordedByUs.speaker(opening).equals(self.id());
            var role = Role.of(opening.role());
            return procedure.admits(role, (ours ? self : counterpart).kind())
                    && procedure.admits(role.other(), (ours ? counterpart : self).kind());
        }

        ThreadRow openedBy(Envelope opening) {
            boolean ourOpening = RecordedByUs.speaker(opening).equals(self.id());
            var role = Role.of(opening.role());
            return ThreadRow.opened(
                    opening,
                    counterpart.id(),
                    ourOpening ? role : role.other(),
                    !ourOpening || !counterpart.hasNode(),
                    counterpart.hasNode());
        }
    }
}
