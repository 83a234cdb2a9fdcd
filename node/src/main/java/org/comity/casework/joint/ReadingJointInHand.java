package org.comity.casework.joint;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.JointActsInHand;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentAct.OfJointThread;
import org.comity.casework.UnsentAct.Progress;
import org.comity.directory.Directory;
import org.comity.identity.Officials;
import org.comity.procedure.Draft;
import org.comity.proof.act.Act;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.ui.Language;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the acts of joint threads that are in hand as the desk shows every act in hand, and says how each stands. */
@Component
class ReadingJointInHand implements JointActsInHand {

    private final JointDraftRows drafts;
    private final JointThreads threads;
    private final JointProcedures procedures;
    private final ReadingJointThread reading;
    private final WritingJointActs writing;
    private final Compartments compartments;
    private final Directory directory;
    private final Officials officials;

    ReadingJointInHand(
            JointDraftRows drafts,
            JointThreads threads,
            JointProcedures procedures,
            ReadingJointThread reading,
            WritingJointActs writing,
            Compartments compartments,
            Directory directory,
            Officials officials) {
        this.drafts = drafts;
        this.threads = threads;
        this.procedures = procedures;
        this.reading = reading;
        this.writing = writing;
        this.compartments = compartments;
        this.directory = directory;
        this.officials = officials;
    }

    @Override
    public List<UnsentAct> list(Language language, String reader) {
        var seen = known(compartments.seen(drafts.inHand(), JointDraft::thread, reader));
        if (seen.isEmpty()) return List.of();
        var known = once();
        var seconds = Stream.of(Duty.SECOND_OFFICER, Duty.LAWYER, Duty.DUTY_OFFICER)
                .flatMap(it -> officials.holding(it).stream())
                .distinct()
                .toList();
        return seen.stream()
                .map(it -> act(it, known.apply(it).orElse(null), seconds, language))
                .toList();
    }

    @Override
    public int toApprove(Official by) {
        var waiting = known(compartments.seen(drafts.submitted(), JointDraft::thread, by.id()));
        var known = once();
        return (int) waiting.stream()
                .filter(it -> writing.mayApprove(it, by)
                        && known.apply(it).filter(Joint::drill).isEmpty())
                .count();
    }

    /** The thread of each draft, looked up once for all drafts of it; none where it opens one. */
    private Function<JointDraft, Optional<Joint>> once() {
        var found = new HashMap<String, Optional<Joint>>();
        return draft -> Optional.ofNullable(draft.thread()).flatMap(it -> found.computeIfAbsent(it, threads::find));
    }

    /** What an older or a newer program has begun may be of a procedure that this one does not know. */
    private List<JointDraft> known(List<JointDraft> some) {
        return some.stream()
                .filter(it -> procedures.find(it.procedure()).isPresent())
                .toList();
    }

    private UnsentAct act(JointDraft draft, @Nullable Joint joint, List<Official> seconds, Language language) {
        boolean waits = draft.status() == JointDraft.Status.SUBMITTED;
        boolean returned = !waits && draft.givenBackBy() != null;
        var procedure = procedures.of(draft.procedure());
        var since = waits ? draft.submittedAt() : returned ? draft.givenBackAt() : draft.savedAt();
        var officer = waits ? draft.submittedBy() : draft.writtenBy();
        return new UnsentAct(
                shown(draft, joint),
                waits ? Progress.WAITING : returned ? Progress.RETURNED : Progress.WRITING,
                "",
                joint == null ? procedure.subject(draft.body(), language.locale()) : reading.title(joint, language),
                officials.name(officer),
                since == null ? draft.savedAt() : since,
                returned ? officials.name(draft.givenBackBy()) : null,
                waits ? approvers(draft, seconds) : List.of(),
                0,
                List.of(),
                new OfJointThread(JointDraftLines.key(procedure, draft.type()), others(draft, joint)));
    }

    private List<Official> approvers(JointDraft draft, List<Official> seconds) {
        return seconds.stream().filter(it -> writing.mayApprove(draft, it)).toList();
    }

    /** As a list of the desk reads every draft; {@code counterpart} is the first of the others, or empty. */
    private Draft shown(JointDraft draft, @Nullable Joint joint) {
        return new Draft(
                draft.id(),
                draft.procedure(),
                draft.type(),
                Role.of("party"),
                others(draft, joint).stream().findFirst().orElse(""),
                draft.thread(),
                reference(draft, joint),
                draft.body(),
                draft.facts(),
                List.of(),
                draft.status() == JointDraft.Status.SUBMITTED ? Draft.Status.SUBMITTED : Draft.Status.WRITING,
                draft.version(),
                draft.writtenBy(),
                draft.savedAt(),
                draft.submittedBy(),
                draft.submittedAt(),
                draft.act(),
                draft.givenBack(),
                draft.givenBackBy(),
                null,
                draft.convention(),
                joint != null && joint.drill());
    }

    /** Of its thread; of the act itself, where it opens one and was submitted. */
    private @Nullable String reference(JointDraft draft, @Nullable Joint joint) {
        if (joint != null) {
            return reading.opening(joint)
                    .map(it -> it.envelope().facts().get("reference"))
                    .orElse(null);
        }
        return draft.act() == null
                ? null
                : Act.read(drafts.bytes(draft.id(), false)).envelope().facts().get("reference");
    }

    private List<String> others(JointDraft draft, @Nullable Joint joint) {
        if (joint == null) return draft.invites();
        if (joint.state() == null) return List.of(joint.keeper());
        var self = directory.self().id();
        return joint.state().parties().keySet().stream()
                .filter(Predicate.not(self::equals))
                .toList();
    }
}
