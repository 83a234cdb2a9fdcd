package org.comity.casework.acts;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.ui.Page;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says first, beside a request, which acts of it wait for approval and for whose, so that nobody writes one of them again. */
@Component
@Order(1)
class ActsAwaitingApproval implements ThreadCard {

    private final TemplateEngine templates;
    private final DraftRows rows;
    private final CaseAccess access;
    private final WhoApproves who;

    ActsAwaitingApproval(TemplateEngine templates, DraftRows rows, CaseAccess access, WhoApproves who) {
        this.templates = templates;
        this.rows = rows;
        this.access = access;
        this.who = who;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var waiting = access.mayRead(by) ? waiting(row.thread()) : List.<Draft>of();
        if (waiting.isEmpty()) return Optional.empty();
        var types = waiting.stream().map(Draft::type).collect(Collectors.toSet());
        var shown = waiting.stream().map(it -> shown(it, by)).toList();
        return Optional.of(
                new WaitingCard(types, Card.of(templates, "casework/acts/waiting.jte", Map.of("waiting", shown))));
    }

    private WaitingAct shown(Draft draft, Official by) {
        return new WaitingAct(draft, who.verdict(draft, by).allowed(), who.approversNamed(draft));
    }

    private List<Draft> waiting(String thread) {
        return rows.unsent(thread).stream()
                .filter(it -> it.status() == Draft.Status.SUBMITTED)
                .toList();
    }

    private record WaitingCard(Set<String> types, Card card) implements Waiting {
        @Override
        public Content on(Page page) {
            return card.on(page);
        }
    }
}
