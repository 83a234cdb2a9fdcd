package org.comity.casework.joint;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be done in a joint thread as it stands. */
final class JointRefused extends RuleBroken {

    private JointRefused(String code) {
        this(code, Map.of());
    }

    private JointRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    /** What a program sent is missing or not right. */
    static JointRefused field(String name) {
        return new JointRefused("joint.field", Map.of("field", name));
    }

    static JointRefused unknown() {
        return new JointRefused("joint.unknown");
    }

    static JointRefused wrongKind() {
        return new JointRefused("joint.wrong-kind");
    }

    /** The entry of this one's node does not list the procedure. */
    static JointRefused notListed(String participant) {
        return new JointRefused("joint.not-listed", Map.of("state", participant));
    }

    /** What is written is larger than any act may be, or asks more States than there can be parties. */
    static JointRefused tooLarge() {
        return new JointRefused("joint.too-large");
    }

    static JointRefused tooManyDrafts() {
        return new JointRefused("joint.too-many-drafts");
    }

    static JointRefused notOffered() {
        return new JointRefused("joint.not-offered");
    }

    static JointRefused changedMeanwhile() {
        return new JointRefused("draft.changed-meanwhile");
    }

    static JointRefused notSubmitted() {
        return new JointRefused("draft.not-submitted");
    }

    static JointRefused notBeingWritten() {
        return new JointRefused("draft.not-being-written");
    }

    static JointRefused secondMustDiffer() {
        return new JointRefused("draft.second-officer-must-differ");
    }

    static JointRefused notAnApprover() {
        return new JointRefused("draft.not-an-approver");
    }
}
