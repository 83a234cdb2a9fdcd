package org.comity.casework.acts;

import java.util.Map;
import org.comity.procedure.Draft;
import org.comity.vocabulary.RuleBroken;

/** What cannot be done with a draft as it stands. */
final class DraftRefused extends RuleBroken {

    private DraftRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    private DraftRefused(String code, String field) {
        super(code, Map.of(), field);
    }

    static DraftRefused unknown(String id) {
        return new DraftRefused("draft.unknown", Map.of("draft", id));
    }

    static DraftRefused changedMeanwhile() {
        return new DraftRefused("draft.changed-meanwhile", Map.of());
    }

    /** It has a node since the thread began on paper, and that node does not hold it. */
    static DraftRefused threadNotThere(String counterpart) {
        return new DraftRefused("draft.thread-not-there", Map.of("to", counterpart));
    }

    /** Its node kept the register, and is no more: nothing gets an entry. */
    static DraftRefused keeperGone(String counterpart) {
        return new DraftRefused("draft.keeper-gone", Map.of("to", counterpart));
    }

    static DraftRefused notBeingWritten() {
        return new DraftRefused("draft.not-being-written", Map.of());
    }

    static DraftRefused notSubmitted() {
        return new DraftRefused("draft.not-submitted", Map.of());
    }

    static DraftRefused notRecalled() {
        return new DraftRefused("draft.not-recalled", Map.of());
    }

    static DraftRefused closedRequest() {
        return new DraftRefused("draft.closed-request", Map.of());
    }

    static DraftRefused ownApproval() {
        return new DraftRefused("draft.second-officer-must-differ", Map.of());
    }

    static DraftRefused notAnApprover() {
        return new DraftRefused("draft.not-an-approver", Map.of());
    }

    static DraftRefused notCentralAuthority() {
        return new DraftRefused("draft.not-central-authority", Map.of());
    }

    static DraftRefused file(String why) {
        return new DraftRefused("draft.file-" + why, "file");
    }

    static DraftRefused reason(String what) {
        return new DraftRefused("draft.reason-" + what, "why");
    }

    /** What whoever returns a draft has to say. */
    static DraftRefused note(String what) {
        return new DraftRefused("draft.note-" + what, Map.of());
    }

    boolean aboutNote() {
        return code().startsWith("draft.note-");
    }

    static void unlessSubmitted(Draft draft) {
        if (draft.status() != Draft.Status.SUBMITTED) throw notSubmitted();
    }

    /** Whoever has to correct it must know what. */
    static void unlessExplained(String why) {
        if (why.isBlank() || why.length() > ApprovingAct.LONGEST_REASON) {
            throw note(why.isBlank() ? "missing" : "too-long");
        }
    }

    static DraftRefused noSuchThread(String thread) {
        return new DraftRefused("thread.unknown", Map.of("thread", thread));
    }
}
