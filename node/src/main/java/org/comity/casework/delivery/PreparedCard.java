package org.comity.casework.delivery;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.procedure.RequestRow;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the program has filled in, beside the request: each item, what was found of it, and one press. */
@Component
@Order(0)
class PreparedCard implements ThreadCard {

    private static final int SHOWN = 5;

    private final TemplateEngine templates;
    private final PreparingMatch preparing;
    private final FindingDelivered finding;
    private final Evidence evidence;
    private final CaseAccess access;

    PreparedCard(
            TemplateEngine templates,
            PreparingMatch preparing,
            FindingDelivered finding,
            Evidence evidence,
            CaseAccess access) {
        this.templates = templates;
        this.preparing = preparing;
        this.finding = finding;
        this.evidence = evidence;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var prepared = preparing.ofThread(row.thread());
        if (prepared.isEmpty() || !access.mayWrite(by)) {
            return Optional.empty();
        }
        var names = evidence.ofThread(row.thread()).stream()
                .filter(it -> it.manifest().isPresent())
                .collect(Collectors.toMap(
                        it -> it.manifest().map(ItemManifest::sha256).orElseThrow(), Item::name, (a, b) -> a));
        var views = prepared.stream()
                .map(it -> PreparedView.of(it, finding.find(it.thread(), it.about()), names, SHOWN))
                .toList();
        return Optional.of(Card.of(templates, "casework/delivery/prepared.jte", Map.of("views", views)));
    }
}
