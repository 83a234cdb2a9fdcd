package org.comity.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comity.casework.Confirmations;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.casework.LegalHolds;
import org.comity.identity.ApprovalsKept;
import org.comity.ledger.Ledger;
import org.comity.ledger.LogTree;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.JointThread;
import org.comity.ui.Choice;
import org.comity.ui.ListPage;
import org.comity.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * What happened on this node, newest first.
 *
 * @param check how the last walk through the whole chain ended, and whether one is under way
 * @param log the log as a tree, and how much of it is signed
 * @param next the line from which the next page goes on, or null
 * @param names of officials by id: oversight sees them, no peer does
 * @param looked what was typed to find these lines
 * @param approvals of the acts that the lines are about, by act
 * @param references of the requests and joint threads that the lines are about, by thread
 * @param requests of this node, the newest
 * @param notConfirmed emergency acts that a second officer would not confirm, with the words
 * @param holds requests and joint threads of which nothing is deleted, newest first
 * @param laws names of the procedures that are known here
 * @param awaited emergency acts of which no second officer has said anything yet
 */
// More than twelve: its template shows each.
public record OversightView(
        List<Ledger.Line> lines,
        CheckingWholeLog.State check,
        LogTree.State log,
        @Nullable Long next,
        OversightSearch looked,
        Map<String, String> names,
        Map<String, List<ApprovalsKept.Kept>> approvals,
        Map<String, String> references,
        List<RequestRow> requests,
        ListPage<Confirmation> notConfirmed,
        Confirmations.Page awaited,
        ListPage<LegalHolds.Hold> holds,
        List<String> laws) {

    /** A request by its reference, which can be read aloud; what has none, by its first letters. */
    public String called(String about) {
        return references.getOrDefault(about, about.length() > 16 ? about.substring(0, 12) + "…" : about);
    }

    /** The page of what is held. */
    public String page(LegalHolds.Hold hold) {
        return JointThread.isNameOf(hold.thread()) ? "/joint/" + hold.thread() : "/requests/" + called(hold.thread());
    }

    public String name(String official) {
        return names.getOrDefault(official, official);
    }

    public List<LineFact> told(Page page, Ledger.Line line) {
        return LineFact.of(page, line, laws);
    }

    /** Who approved the act that an official's line is about: how and when. */
    public List<ApprovalsKept.Kept> approvals(Ledger.Line line) {
        return line.official() == null || !line.what().startsWith("act.")
                ? List.of()
                : approvals.getOrDefault(line.subject(), List.of());
    }

    /** All kinds to choose from, and the one fact that was chosen by a link, if it was. */
    public List<Choice> kinds(Page page) {
        var choices = new ArrayList<Choice>();
        Arrays.stream(RecordKind.values())
                .forEach(it -> choices.add(Choice.of(it.word(), page.t("oversight.kind." + it.word()))));
        if (!looked.kind().isEmpty() && RecordKind.of(looked.kind()).isEmpty()) {
            choices.add(Choice.of(looked.kind(), word(page, looked.kind())));
        }
        return choices;
    }

    /** A fact in words. */
    public String word(Page page, String what) {
        return page.has("ledger." + what) ? page.t("ledger." + what) : what;
    }
}
