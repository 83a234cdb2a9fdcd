package org.comity.casework.orders;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comity.casework.Compartments;
import org.comity.casework.Drafts;
import org.comity.casework.orders.OrderRows.Said;
import org.comity.casework.orders.ServedRows.Begun;
import org.comity.casework.orders.ServedRows.Served;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the thread in which an order that was granted here is served; nothing of the request goes into it. */
@Component
class ServingOrder {

    private static final Set<Draft.Status> DROPPED = EnumSet.of(Draft.Status.DISCARDED, Draft.Status.RECALLED);

    private final OrderRows orders;
    private final ServedRows served;
    private final Procedures procedures;
    private final Directory directory;
    private final Drafts drafts;
    private final Compartments compartments;
    private final Ledger ledger;
    private final Clock clock;

    ServingOrder(
            OrderRows orders,
            ServedRows served,
            Procedures procedures,
            Directory directory,
            Drafts drafts,
            Compartments compartments,
            Ledger ledger,
            Clock clock) {
        this.orders = orders;
        this.served = served;
        this.procedures = procedures;
        this.directory = directory;
        this.drafts = drafts;
        this.compartments = compartments;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Orders of this request that can be served: none of one that we made, or that practises what is not to be practised. */
    ListPage<Said> orders(RequestRow row) {
        var today = LocalDate.ofInstant(clock.instant(), directory.self().zone());
        return row.ourRole() != Role.REQUESTED ? new ListPage<>(List.of(), false) : orders.said(row.thread(), today);
    }

    /** In which an order of this request can be served; the newest version of each. */
    List<KnownProcedure> in(RequestRow row) {
        var newest = new TreeMap<String, KnownProcedure>();
        procedures.all().stream()
                .filter(it -> it.serving().isPresent())
                .filter(it -> !row.drill() || it.mayBeDrill())
                .filter(it -> it.table().admits(it.opener(), directory.self().kind()))
                .forEach(it -> newest.put(it.law(), it));
        return List.copyOf(newest.values());
    }

    /** On whom it can be served: whoever is of such a kind, and who has a node only where its entry lists it. */
    List<Participant> on(KnownProcedure procedure) {
        return directory.all().stream()
                .filter(not(it -> it.id().equals(directory.self().id())))
                .filter(it -> procedure.table().admits(procedure.opener().other(), it.kind()))
                .filter(it -> it.node() == null || it.node().procedures().contains(procedure.id()))
                .toList();
    }

    /** Drafts by which orders of this request are served, or are to be; without those that were thrown away or taken back. */
    ListPage<Begun> begun(RequestRow row) {
        return served.begun(row.thread());
    }

    /**
     * @param law the procedure, as messages name it
     * @param like another draft by which an order of this request is served, whose accounts this one begins with; empty for none
     */
    @Transactional
    Draft begin(RequestRow row, long order, String law, String to, String like, Official by) {
        if (compartments.hiddenFrom(Compartments.ANYBODY).contains(row.thread())) throw OrderRefused.closedRequest();
        if (row.ourRole() != Role.REQUESTED) throw OrderRefused.notServed();
        var said = orders.said(row.thread(), order)
                .orElseThrow(OrderRefused::notServed)
                .order();
        var procedure =
                in(row).stream().filter(it -> it.law().equals(law)).findFirst().orElseThrow(OrderRefused::notServed);
        if (on(procedure).stream().noneMatch(it -> it.id().equals(to))) throw OrderRefused.notServed();
        var body = procedure
                .serving()
                .orElseThrow()
                .begun(said, like.isEmpty() ? Map.of() : said(row, said.number(), like, by));
        var begun = drafts.start(procedure.id(), procedure.opening(), procedure.opener(), to, null, body, by);
        served.add(new Served(begun.id(), row.thread(), said.number()));
        ledger.record(by, "order.served", row.thread(), Map.of("draft", begun.id(), "number", said.number()));
        return begun;
    }

    /** Nothing of what this officer must not see, and no accounts that another order covers. */
    private Map<String, Object> said(RequestRow row, String number, String draft, Official by) {
        var like = served.find(draft)
                .filter(it -> it.request().equals(row.thread()))
                .orElseThrow(OrderRefused::notServed);
        var begun = drafts.get(like.draft());
        boolean dropped = DROPPED.contains(begun.status());
        if (dropped || compartments.hides(begun.thread(), by)) throw OrderRefused.notServed();
        if (!like.number().equals(number)) throw OrderRefused.anotherOrder();
        return begun.body();
    }
}
