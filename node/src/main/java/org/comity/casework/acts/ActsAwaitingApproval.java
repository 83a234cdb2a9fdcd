package org.comity.casework.acts;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lists beside a request which acts of it wait for approval, so that nobody writes one of them again. */
@Component
@Order(1)
class ActsAwaitingApproval implements ThreadCard {

    private final TemplateEngine templates;
    private final DraftRows rows;
    private final CaseAccess access;

    ActsAwaitingApproval(TemplateEngine templates, DraftRows rows, CaseAccess access) {
        this.templates = templates;
        this.rows = rows;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var waiting = access.mayRead(by) ? waiting(row.thread()) : List.<Draft>of();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(Card.of(templates, "casework/acts/waiting.jte", Map.of("waiting", waiting)));
    }

    private List<Draft> waiting(String thread) {
        return rows.unsent(thread).stream()
                .filter(it -> it.status() == Draft.Status.SUBMITTED)
                .toList();
    }
}
