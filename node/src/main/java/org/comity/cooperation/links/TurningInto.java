package org.comity.cooperation.links;

import java.util.Map;
import java.util.Optional;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Drafts;
import org.comity.cooperation.Following;
import org.comity.cooperation.KnownProcedure;
import org.comity.cooperation.Procedures;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.form.FieldBroken;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns a request of ours into the draft of one that follows it, e.g. of a preservation, Art. 42(3)(f) and (8). */
@Component
class TurningInto {

    /** Begins the codes of what cannot be done here. */
    static final String FOLLOWS = "follows";

    private final Drafts drafts;
    private final Threads threads;
    private final Directory directory;
    private final Procedures procedures;
    private final Ledger ledger;

    TurningInto(Drafts drafts, Threads threads, Directory directory, Procedures procedures, Ledger ledger) {
        this.drafts = drafts;
        this.threads = threads;
        this.directory = directory;
        this.procedures = procedures;
        this.ledger = ledger;
    }

    /** It is registered, ours to follow, and the other State takes such requests. */
    boolean possible(RequestRow row) {
        var node = directory.get(row.counterpart()).node();
        return follower(row)
                        .filter(it -> node == null || node.procedures().contains(it.id()))
                        .isPresent()
                && threads.find(row.thread()).map(Threads.Thread::state).isPresent();
    }

    /** The draft that is being written already, or a new one with what the preservation said. */
    @Transactional
    Draft turn(RequestRow row, Official by) {
        if (!possible(row)) {
            throw new FieldBroken(FOLLOWS, "not-here", row.reference());
        }
        return beingWritten(row).orElseGet(() -> begin(row, by));
    }

    /** Its requests follow others. */
    boolean follows(RequestRow row) {
        return procedures.of(row.procedure()).following().isPresent();
    }

    /** Its name, as messages have it. */
    String law(RequestRow row) {
        return follower(row).map(KnownProcedure::law).orElseThrow();
    }

    /** The page on which an officer goes on with what follows this request. */
    String page(RequestRow row) {
        return follower(row)
                .flatMap(KnownProcedure::following)
                .map(Following::page)
                .orElseThrow();
    }

    /** The procedure whose requests follow those of this one. */
    private Optional<KnownProcedure> follower(RequestRow row) {
        return procedures
                .following(row.law(), row.ourRole())
                .filter(it ->
                        it.following().filter(each -> each.offeredFrom(row)).isPresent());
    }

    Optional<Draft> beingWritten(RequestRow row) {
        var procedure = follower(row).map(KnownProcedure::id).orElseThrow();
        return drafts.writing(null).stream()
                .filter(it -> it.procedure().equals(procedure))
                .filter(it -> Link.read(it.facts().getOrDefault(Link.FACT, ""))
                        .filter(link -> link.leadsTo(row.thread()))
                        .isPresent())
                .findFirst();
    }

    private Draft begin(RequestRow row, Official by) {
        var follower = follower(row).orElseThrow();
        var begun = drafts.start(
                follower.id(),
                follower.opening(),
                follower.opener(),
                row.counterpart(),
                null,
                follower.following().orElseThrow().begun(row),
                by);
        ledger.record(by, "draft.follows", begun.id(), Map.of("reference", row.reference()));
        return drafts.save(
                begun.id(),
                begun.version(),
                begun.body(),
                Map.of(Link.FACT, Link.to(row.thread()).fact()),
                by);
    }
}
