package org.comity.casework.orders;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.casework.orders.OrderedView.Line;
import org.comity.procedure.AnswerToOrder;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.ServingOrders;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Draws the table of what an order names beside it: of each thing whether it is kept, given, objected to, or waits. */
@Component
@Order(18)
class OrderedCard implements ThreadCard {

    private final TemplateEngine templates;
    private final Procedures procedures;
    private final Threads threads;
    private final CaseAccess access;

    OrderedCard(TemplateEngine templates, Procedures procedures, Threads threads, CaseAccess access) {
        this.templates = templates;
        this.procedures = procedures;
        this.threads = threads;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        return procedures
                .find(row.procedure())
                .flatMap(it -> it.serving())
                .flatMap(it -> view(row, it, access.mayWrite(by)))
                .map(it -> Card.of(templates, "casework/orders/ordered.jte", Map.of("view", it)));
    }

    private Optional<OrderedView> view(RequestRow row, ServingOrders serving, boolean writes) {
        var acts = threads.effective(List.of(row.thread()));
        if (acts.isEmpty()) return Optional.empty();
        var deletion = threads.find(row.thread())
                .flatMap(it -> serving.deletion(it, acts))
                .orElse(null);
        var lines = lines(serving, acts);
        return lines.isEmpty() && deletion == null
                ? Optional.empty()
                : Optional.of(new OrderedView(
                        row,
                        lines,
                        deletion,
                        writes && row.dispatch() != null && !row.dispatch().atSeat()));
    }

    /** What was answered beside what the order names stands below. */
    private static List<Line> lines(ServingOrders serving, List<KeptAct> acts) {
        var answers = serving.answers(acts).stream()
                .collect(Collectors.toMap(it -> key(it.item()), it -> it, (_, last) -> last));
        var named = serving.named(acts.getFirst()).stream().distinct().toList();
        var more = answers.values().stream()
                .map(AnswerToOrder::item)
                .filter(it -> named.stream().noneMatch(other -> key(other).equals(key(it))))
                .sorted();
        return Stream.concat(named.stream(), more)
                .map(it -> new Line(it, answers.get(key(it))))
                .toList();
    }

    private static String key(String item) {
        return item.strip().toLowerCase(Locale.ROOT);
    }
}
