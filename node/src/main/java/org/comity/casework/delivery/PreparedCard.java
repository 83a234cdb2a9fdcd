package org.comity.casework.delivery;

import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.evidence.ItemsOfThread;
import org.comity.procedure.RequestRow;
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
    private final ItemsOfThread items;
    private final CaseAccess access;

    PreparedCard(
            TemplateEngine templates,
            PreparingMatch preparing,
            FindingDelivered finding,
            ItemsOfThread items,
            CaseAccess access) {
        this.templates = templates;
        this.preparing = preparing;
        this.finding = finding;
        this.items = items;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var prepared = preparing.ofThread(row.thread());
        if (prepared.isEmpty() || !access.mayWrite(by)) {
            return Optional.empty();
        }
        var views = prepared.stream()
                .map(it -> PreparedView.of(it, finding.find(it.thread(), it.about()), SHOWN))
                .toList();
        var shown = views.stream()
                .flatMap(it -> it.lines().stream())
                .map(PreparedView.Line::manifest)
                .toList();
        var names = new HashMap<String, String>();
        items.named(row.thread(), shown).forEach((manifest, item) -> names.put(manifest, item.name()));
        return Optional.of(
                Card.of(templates, "casework/delivery/prepared.jte", Map.of("views", views, "names", names)));
    }
}
