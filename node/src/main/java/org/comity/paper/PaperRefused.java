package org.comity.paper;

import java.util.Map;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.RuleBroken;

/** What cannot be recorded, written or brought in as it stands. */
final class PaperRefused extends RuleBroken {

    private PaperRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    static PaperRefused unknown(String what) {
        return new PaperRefused("paper.unknown", Map.of("what", CutText.to(what, 40)));
    }

    static PaperRefused changedMeanwhile() {
        return new PaperRefused("draft.changed-meanwhile", Map.of());
    }

    static PaperRefused hasNode(String counterpart) {
        return new PaperRefused("paper.has-node", Map.of("id", counterpart));
    }

    /** From a seat it said that it has a node of its own (R158). */
    static PaperRefused adopted(String counterpart) {
        return new PaperRefused("paper.adopted", Map.of("id", counterpart));
    }

    /** It has a node since the thread began on paper, and that node does not hold it. */
    static PaperRefused threadNotThere(String counterpart) {
        return new PaperRefused("paper.thread-not-there", Map.of("to", counterpart));
    }

    /** Its node kept the register, and is no more: nothing gets an entry. */
    static PaperRefused keeperGone(String counterpart) {
        return new PaperRefused("paper.keeper-gone", Map.of("to", counterpart));
    }

    static PaperRefused notOffered(String type) {
        return new PaperRefused("paper.not-offered", Map.of("type", CutText.to(type, 40)));
    }

    /** The first field that is missing or cannot be recorded so. */
    static PaperRefused field(String key) {
        return new PaperRefused("paper.field", Map.of("field", key));
    }

    /** An act without a letter: it waits for its hour, or was recalled. */
    static PaperRefused notLeft(boolean held) {
        return new PaperRefused(held ? "paper.held" : "paper.recalled", Map.of());
    }

    /** Nothing of ours has left that this could answer, or that a reminder could speak of. */
    static PaperRefused notPosted() {
        return new PaperRefused("paper.not-posted", Map.of());
    }

    /** They asked it themselves, or nothing is awaited from them. */
    static PaperRefused nothingToRemind() {
        return new PaperRefused("paper.nothing-to-remind", Map.of());
    }

    /** It is said to have come before our letter left. */
    static PaperRefused beforePosted() {
        return new PaperRefused("paper.before-posted", Map.of());
    }

    static PaperRefused inTheFuture() {
        return new PaperRefused("paper.in-the-future", Map.of());
    }

    static PaperRefused file(String why) {
        return new PaperRefused("paper.file-" + why, Map.of());
    }
}
