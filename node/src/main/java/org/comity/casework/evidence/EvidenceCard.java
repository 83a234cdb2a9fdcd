package org.comity.casework.evidence;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.evidence.Evidence;
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

    EvidenceCard(TemplateEngine templates, Evidence evidence, CaseAccess access) {
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
                Map.of("reference", row.address(), "items", items, "mayAdd", mayAdd)));
    }
}
