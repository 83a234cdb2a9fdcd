package org.comity.casework.links;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.Drafts;
import org.comity.casework.Drills;
import org.comity.casework.UnsentDrafts;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Composition;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Link;
import org.comity.procedure.Procedures;
import org.comity.procedure.Redirection;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.FieldBroken;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a request of ours on to whom the State that was asked named: with the same words, once an officer has looked at them. */
@Component
class RedirectingRequest {

    /** What was said to the other State alone: its number, and that its duty desk was rung. */
    private static final List<String> LEFT = List.of("theirCase", "phonedFirst");

    private final Drafts drafts;
    private final UnsentDrafts unsent;
    private final Drills drills;
    private final Threads threads;
    private final Directory directory;
    private final Procedures procedures;
    private final Ledger ledger;

    RedirectingRequest(
            Drafts drafts,
            UnsentDrafts unsent,
            Drills drills,
            Threads threads,
            Directory directory,
            Procedures procedures,
            Ledger ledger) {
        this.drafts = drafts;
        this.unsent = unsent;
        this.drills = drills;
        this.threads = threads;
        this.directory = directory;
        this.procedures = procedures;
        this.ledger = ledger;
    }

    /** What was said of whom it is for; empty where it is not ours to send on. */
    Optional<Redirection> named(RequestRow row) {
        return asked(row)
                .map(_ -> threads.effective(row.thread(), Set.of(Redirection.ACT))
                        .reduce((_, newer) -> newer)
                        .filter(KeptAct::bodyKept)
                        .map(KeptAct::body)
                        .map(Redirection::of)
                        .orElse(Redirection.of(Map.of())));
    }

    /** Whoever takes such requests, but us and who was asked already. */
    List<Participant> mayBeAsked(RequestRow row) {
        var procedure = asked(row);
        return directory.all().stream()
                .filter(it -> !it.id().equals(directory.self().id()) && !it.id().equals(row.counterpart()))
                .filter(it -> procedure.filter(each -> takes(it, each)).isPresent())
                .toList();
    }

    /** Whoever has no node is asked by letter; nobody is asked whose kind this procedure does not know in that role. */
    static boolean takes(Participant other, KnownProcedure procedure) {
        var node = other.node();
        return procedure.table().admits(procedure.opener().other(), other.kind())
                && (node == null || node.procedures().contains(procedure.id()));
    }

    /** The draft that is being written already, or a new one that says what the first request said. */
    @Transactional
    Draft send(RequestRow row, String to, Official by) {
        var procedure = asked(row)
                .filter(_ -> mayBeAsked(row).stream().anyMatch(it -> it.id().equals(to)))
                .orElseThrow(() -> new FieldBroken(DraftingFollowUp.FOLLOWS, "not-here", row.reference()));
        return beingWritten(row).orElseGet(() -> begin(row, procedure, to, by));
    }

    Optional<Draft> beingWritten(RequestRow row) {
        return unsent.following(row.thread(), row.procedure());
    }

    /** The first page: whether the same instrument binds that State is looked at again. */
    static String page(Draft draft) {
        return "/drafts/" + draft.id() + "/" + Composition.STATE + "?check=true";
    }

    private Draft begin(RequestRow row, KnownProcedure procedure, String to, Official by) {
        var said = threads.opening(row.thread())
                .filter(KeptAct::bodyKept)
                .map(KeptAct::body)
                .orElseThrow(() -> new FieldBroken(DraftingFollowUp.FOLLOWS, "not-here", row.reference()));
        var body = new HashMap<>(procedure.composition().empty());
        body.replaceAll((key, empty) -> LEFT.contains(key) ? empty : said.getOrDefault(key, empty));
        var begun = drafts.start(procedure.id(), procedure.opening(), procedure.opener(), to, null, body, by);
        var facts = Map.of(Link.FACT, Link.to(row.thread()).fact());
        drills.mark(begun.id(), row.drill(), by);
        ledger.record(by, "draft.sent-on", begun.id(), Map.of("reference", row.reference(), "to", to));
        return drafts.save(
                begun.id(), begun.version(), body, procedure.composition().facts(body, facts), by);
    }

    /** The procedure of a request that we opened and that is for somebody else. */
    private Optional<KnownProcedure> asked(RequestRow row) {
        return procedures
                .find(row.procedure())
                .filter(it ->
                        row.state().equals(Redirection.STATE) && row.ourRole().equals(it.opener()));
    }
}
