package org.comity.casework.joint;

import java.util.Objects;
import org.comity.procedure.ActWriting.Written;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Lists what the draft of an act of a joint thread still lacks, as its form will say it. */
@Component
class JointDraftGaps {

    private final WritingJointActs writing;
    private final WritingPage pages;
    private final JointProcedures procedures;
    private final Words words;

    JointDraftGaps(WritingJointActs writing, WritingPage pages, JointProcedures procedures, Words words) {
        this.writing = writing;
        this.pages = pages;
        this.procedures = procedures;
        this.words = words;
    }

    /** Nothing of one that is submitted or sent. */
    FormProblems of(String id, Language language) {
        var draft = writing.get(id);
        if (draft.status() != JointDraft.Status.WRITING) return FormProblems.NONE;
        var found = pages.problems(
                Objects.requireNonNullElse(draft.thread(), ""),
                draft.procedure(),
                draft.type(),
                new Written(draft.body(), draft.facts()),
                draft.invites(),
                draft.convention());
        return new NamedProblems(words).named(found, procedures.of(draft.procedure()), draft.type(), language);
    }
}
