package org.comity.casework.joint;

import java.util.List;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.ui.DeskNotices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Says on the desk how many acts of joint threads wait for this official's approval. */
@Component
class JointActsToApprove implements DeskNotices {

    private final JointDraftRows drafts;
    private final WritingJointActs writing;
    private final CaseAccess access;
    private final Compartments compartments;

    JointActsToApprove(JointDraftRows drafts, WritingJointActs writing, CaseAccess access, Compartments compartments) {
        this.drafts = drafts;
        this.writing = writing;
        this.access = access;
        this.compartments = compartments;
    }

    @Override
    public List<Notice> notices(Official by) {
        if (!access.mayRead(by)) return List.of();
        var waiting = compartments.seen(
                drafts.submitted().stream()
                        .filter(it -> writing.mayApprove(it, by))
                        .toList(),
                it -> it.thread() == null ? it.id() : it.thread(),
                by.id());
        return waiting.isEmpty()
                ? List.of()
                : List.of(new Notice(
                        "joint.desk.approve",
                        waiting.size(),
                        waiting.size() == 1
                                ? "/joint/drafts/" + waiting.getFirst().id()
                                : "/joint"));
    }
}
