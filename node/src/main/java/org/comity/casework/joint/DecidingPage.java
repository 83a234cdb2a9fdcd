package org.comity.casework.joint;

import java.util.Objects;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.joint.JointViews.DecisionPage;
import org.comity.directory.Directory;
import org.comity.identity.Officials;
import org.comity.proof.act.Act;
import org.comity.thread.RecordedChannels;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Shows an act of a joint thread as it will be read, to whoever wrote it and to whoever approves it. */
@Component
class DecidingPage {

    private final JointDraftRows drafts;
    private final JointDocument document;
    private final ReadingJointThread reading;
    private final WritingJointActs writing;
    private final JointProcedures procedures;
    private final Directory directory;
    private final Officials officials;
    private final CaseAccess access;

    DecidingPage(
            JointDraftRows drafts,
            JointDocument document,
            ReadingJointThread reading,
            WritingJointActs writing,
            JointProcedures procedures,
            Directory directory,
            Officials officials,
            CaseAccess access) {
        this.drafts = drafts;
        this.document = document;
        this.reading = reading;
        this.writing = writing;
        this.procedures = procedures;
        this.directory = directory;
        this.officials = officials;
        this.access = access;
    }

    /** What another said is not typed anew, but written down again. */
    private static String edit(JointDraft draft, boolean opens) {
        if (draft.facts().containsKey(RecordedChannels.FACT)) {
            return "/joint/%s/leaves/%s?draft=%s"
                    .formatted(draft.thread(), draft.facts().get("speaker"), draft.id());
        }
        return opens
                ? "/joint/new?draft=" + draft.id()
                : "/joint/%s/%s?draft=%s".formatted(draft.thread(), draft.type(), draft.id());
    }

    DecisionPage page(String id, Official by, Language language, FormProblems problems) {
        var draft = drafts.find(id).orElseThrow(JointRefused::unknown);
        var procedure = procedures.of(draft.procedure());
        boolean opens = draft.type().equals(procedure.opening());
        boolean submitted = draft.status() == JointDraft.Status.SUBMITTED;
        var thread = Objects.requireNonNullElse(draft.thread(), "");
        var without = draft.facts().get(ContinuingJointThread.WITHOUT);
        return new DecisionPage(
                id,
                opens && draft.status() != JointDraft.Status.SENT ? "" : thread,
                opens ? "" : reading.reference(thread),
                draft.status() == JointDraft.Status.WRITING
                        ? reading.label(procedure, draft.type(), language)
                        : document.headline(draft.procedure(), draft.type(), draft.facts(), draft.body(), language),
                document.sections(
                        draft.procedure(),
                        draft.convention(),
                        draft.type(),
                        // What the node filled in is approved too.
                        submitted ? Act.read(drafts.bytes(id, false)).envelope().facts() : draft.facts(),
                        draft.body(),
                        language),
                draft.invites().stream().map(it -> document.name(it, language)).toList(),
                without == null ? "" : document.name(without, language),
                draft.facts().getOrDefault(ContinuingJointThread.WHY, ""),
                draft.status() == JointDraft.Status.WRITING,
                submitted,
                writing.mayApprove(draft, by),
                submitted && by.id().equals(draft.submittedBy()),
                access.mayWrite(by),
                Objects.requireNonNullElse(draft.act(), ""),
                Optional.ofNullable(draft.submittedBy())
                        .flatMap(officials::find)
                        .map(Official::name)
                        .orElse(""),
                Objects.requireNonNullElse(draft.givenBack(), ""),
                edit(draft, opens),
                directory.self().profile().passkeyRequired(),
                problems);
    }
}
