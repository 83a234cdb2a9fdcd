package org.comity.casework.evidence;

import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Draws the card beside a request that leads to its items; while there are none, only where one may add some. */
@Component
class EvidenceCard implements ThreadCard {

    private static final int SHOWN = 5;

    private final TemplateEngine templates;
    private final Evidence evidence;
    private final CaseAccess access;
    private final ItemArrivals arrivals;

    EvidenceCard(TemplateEngine templates, Evidence evidence, CaseAccess access, ItemArrivals arrivals) {
        this.arrivals = arrivals;
        this.templates = templates;
        this.evidence = evidence;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!access.mayRead(by)) return Optional.empty();
        var items = evidence.newest(row.thread(), false, null, SHOWN);
        boolean mayAdd = by.holds(Duty.CUSTODIAN);
        if (items.isEmpty() && !mayAdd) return Optional.empty();
        return Optional.of(Card.of(
                templates,
                "evidence/beside.jte",
                Map.of("reference", row.address(), "items", items, "stopped", stopped(items), "mayAdd", mayAdd)));
    }

    private Map<UUID, ItemArrivals.State> stopped(List<Item> items) {
        var stopped = new HashMap<UUID, ItemArrivals.State>();
        items.forEach(it -> arrivals.stopped(it).ifPresent(why -> stopped.put(it.id(), why)));
        return stopped;
    }
}
