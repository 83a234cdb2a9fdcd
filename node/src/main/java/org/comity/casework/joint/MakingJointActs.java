package org.comity.casework.joint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.directory.Directory;
import org.comity.procedure.file.JointProcedure;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.table.Membership;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.RecordedChannels;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** Makes the act of a joint thread from its draft: who says it in which role, and what we had seen. */
@Component
class MakingJointActs {

    /** What those become whom an opening act asks. */
    static final String INVITED_AS = "member";

    /** Stands in an opening act until its id is made from the rest (R90). */
    private static final String NO_THREAD = "00000000-0000-8000-8000-000000000000";

    private final JointThreads threads;
    private final Threads references;
    private final JointProcedures procedures;
    private final JointDocument document;
    private final ContinuingJointThread goingOn;
    private final Directory directory;
    private final Clock clock;

    MakingJointActs(
            JointThreads threads,
            Threads references,
            JointProcedures procedures,
            JointDocument document,
            ContinuingJointThread goingOn,
            Directory directory,
            Clock clock) {
        this.threads = threads;
        this.references = references;
        this.procedures = procedures;
        this.document = document;
        this.goingOn = goingOn;
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws org.comity.vocabulary.RuleBroken naming what it lacks */
    Act act(JointDraft draft) {
        var procedure = procedures.of(draft.procedure());
        var facts = new TreeMap<>(draft.facts());
        boolean opens = draft.type().equals(procedure.opening());
        var thread = draft.thread();
        if (opens) {
            goingOn.problems(facts, draft.invites()).all().stream().findFirst().ifPresent(it -> {
                throw JointRefused.field(it.field());
            });
            facts.keySet().removeAll(ContinuingJointThread.KEPT_HERE);
            facts.put("reference", references.nextReference().text());
            facts.computeIfPresent(
                    JointThread.CONTINUES, (_, before) -> goingOn.fact(before).orElseThrow(JointRefused::unknown));
            var envelope = envelope(draft, NO_THREAD, procedure.rules().host(), facts);
            var act = new Act(JointThread.opening(envelope), draft.body());
            procedure.check(act);
            fits(procedure, procedure.rules().host(), directory.self().id());
            draft.invites().forEach(it -> fits(procedure, INVITED_AS, it));
            return act;
        }
        if (thread == null) throw JointRefused.unknown();
        facts.put(
                "seen", threads.seen(thread).orElseThrow(JointRefused::unknown).fact());
        if (draft.type().equals("join")) {
            goingOn.joining(thread).ifPresent(it -> facts.put(JointThread.CONTINUES, it));
        }
        if (draft.type().equals("invite")) {
            fits(procedure, facts.getOrDefault("as", ""), facts.getOrDefault("party", ""));
            // Who has no node speaks at us, from a seat (R102).
            facts.remove("at");
            var asked = directory.get(facts.getOrDefault("party", ""));
            if (!asked.hasNode()) facts.put("at", directory.self().id());
        }
        var role = facts.containsKey(RecordedChannels.FACT) ? roleAtUs(thread, facts) : role(thread);
        var act = new Act(envelope(draft, thread, role, facts), draft.body());
        if (!Membership.TYPES.contains(draft.type())) procedure.check(act);
        return act;
    }

    /**
     * Asked under the thread's lock, once it is sent: where another act closed the thread, or said it, while this one waited for
     * approval, nothing leaves.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code joint.not-offered}
     */
    void mustHaveEffect(Act act, Threads.Kept sent) {
        var envelope = act.envelope();
        var entry = sent.entry();
        boolean effective = entry != null
                ? entry.entry().effective()
                : Membership.LEAVES.contains(envelope.type())
                        || threads.find(envelope.thread())
                                .map(Joint::state)
                                .filter(procedures.of(envelope.procedure())::ended)
                                .isEmpty();
        if (!effective) throw JointRefused.notOffered();
    }

    /** Nobody is asked into a procedure that is not for what it is, or that its node does not carry out. */
    private void fits(JointProcedure procedure, String role, String participant) {
        var asked = directory
                .find(participant)
                .filter(it -> procedure.admits(role, it.kind()))
                .orElseThrow(JointRefused::wrongKind);
        boolean self = participant.equals(directory.self().id());
        if (!self && !MembershipFields.listed(asked, procedure)) throw JointRefused.notListed(participant);
    }

    byte[] pdf(Act act) {
        var function = procedures.of(act.envelope().procedure()).function();
        return document.pdf(act, function, act.envelope().facts().getOrDefault("reference", ""));
    }

    boolean twoOfficers() {
        return directory.self().profile().twoOfficers();
    }

    /** In which we speak now, or would once we have joined. */
    private String role(String thread) {
        var joint = threads.find(thread).orElseThrow(JointRefused::unknown);
        var self = directory.self().id();
        var party = joint.state() == null ? null : joint.state().parties().get(self);
        return party != null
                ? party.role()
                : threads.asked(thread).map(JointThreads.Asked::role).orElseThrow(JointRefused::unknown);
    }

    /** Of the party in whose name we write, or of who is asked to be one. */
    private String roleAtUs(String thread, Map<String, String> facts) {
        var state = threads.find(thread).orElseThrow(JointRefused::unknown).state();
        if (state == null) throw JointRefused.notOffered();
        var self = directory.self().id();
        var speaker = facts.getOrDefault("speaker", "");
        var party = state.parties().get(speaker);
        if (party != null && self.equals(party.at())) return party.role();
        var asked = state.invited().get(speaker);
        if (asked != null && self.equals(asked.at())) return asked.role();
        throw JointRefused.notOffered();
    }

    private Envelope envelope(JointDraft draft, String thread, String role, TreeMap<String, String> facts) {
        return new Envelope(
                directory.network(),
                thread,
                draft.procedure(),
                draft.convention(),
                draft.type(),
                directory.self().id(),
                Envelope.ALL_PARTIES,
                role,
                clock.instant(),
                List.of(),
                !thread.equals(NO_THREAD) && threads.drill(thread),
                facts,
                SaltedHash.of(CanonicalJson.write(draft.body())),
                List.of());
    }
}
