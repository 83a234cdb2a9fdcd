package org.comity.casework.links;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.Drafts;
import org.comity.casework.Drills;
import org.comity.casework.UnsentDrafts;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.Following;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Link;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.FieldBroken;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns a request of ours into the draft of one that follows it, e.g. of a preservation, Art. 42(3)(f) and (8). */
@Component
class DraftingFollowUp {

    /** Begins the codes of what cannot be done here. */
    static final String FOLLOWS = "follows";

    private final Drafts drafts;
    private final UnsentDrafts unsent;
    private final Drills drills;
    private final Threads threads;
    private final Directory directory;
    private final Procedures procedures;
    private final Ledger ledger;

    DraftingFollowUp(
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

    /** What a request of ours may be turned into, what it is held for first: the other State takes such requests. */
    List<KnownProcedure> into(RequestRow row) {
        var node = GoneParticipant.shown(directory, row.counterpart()).node();
        if (threads.find(row.thread()).map(Threads.Thread::state).isEmpty()) {
            return List.of();
        }
        return procedures.following(row.law(), row.ourRole()).stream()
                .filter(it ->
                        it.following().filter(each -> each.offeredFrom(row)).isPresent())
                .filter(it -> node == null || node.procedures().contains(it.id()))
                .sorted(Comparator.comparing(it -> !it.holdsFollowed()))
                .toList();
    }

    /**
     * The draft that is being written already, or a new one with what the other request said.
     *
     * @param law what it is turned into, as messages name it; empty for the first
     */
    @Transactional
    Draft turn(RequestRow row, String law, Official by) {
        var follower = into(row).stream()
                .filter(it -> law.isEmpty() || it.law().equals(law))
                .findFirst()
                .orElseThrow(() -> new FieldBroken(FOLLOWS, "not-here", row.reference()));
        return beingWritten(row, follower).orElseGet(() -> begin(row, follower, by));
    }

    /** The page on which an officer goes on with it. */
    String page(Draft draft) {
        return page(procedures.of(draft.procedure()));
    }

    static String page(KnownProcedure follower) {
        return follower.following().map(Following::page).orElseThrow();
    }

    Optional<Draft> beingWritten(RequestRow row, KnownProcedure follower) {
        return unsent.following(row.thread(), follower.id());
    }

    private Draft begin(RequestRow row, KnownProcedure follower, Official by) {
        var begun = drafts.start(
                follower.id(),
                follower.opening(),
                follower.opener(),
                row.counterpart(),
                null,
                follower.following().orElseThrow().begun(row),
                by);
        drills.mark(begun.id(), row.drill(), by);
        ledger.record(by, "draft.follows", begun.id(), Map.of("reference", row.reference()));
        return drafts.save(
                begun.id(),
                begun.version(),
                begun.body(),
                Map.of(Link.FACT, Link.to(row.thread()).fact()),
                by);
    }
}
