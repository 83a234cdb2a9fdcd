package org.comity.notification;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Draws beside a request whom the node told that nobody has acknowledged it, and whom it tells next. */
@Component
@Order(1)
class AlarmChainCard implements ThreadCard {

    private final TemplateEngine templates;
    private final AlarmCallRows rows;
    private final PlanningAlarmCalls planning;
    private final CaseAccess access;
    private final MailPost post;

    AlarmChainCard(
            TemplateEngine templates,
            AlarmCallRows rows,
            PlanningAlarmCalls planning,
            CaseAccess access,
            MailPost post) {
        this.templates = templates;
        this.rows = rows;
        this.planning = planning;
        this.access = access;
        this.post = post;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!access.mayRead(by)) {
            return Optional.empty();
        }
        var next = Optional.of(row)
                .filter(planning::waits)
                .flatMap(planning::next)
                .map(it -> new AlarmChainView.Next(
                        it.who().name(), AlarmCause.since(row).plus(it.after())))
                .orElse(null);
        var lines = rows.of(row.thread()).stream().map(AlarmChainCard::line).toList();
        if (lines.isEmpty() && next == null) {
            return Optional.empty();
        }
        var view = new AlarmChainView(lines, next, post.practice().isPresent());
        return Optional.of(Card.of(templates, "notification/alarmchain.jte", Map.of("view", view)));
    }

    private static AlarmChainView.Line line(KeptAlarmCall call) {
        return new AlarmChainView.Line(
                call.who().name(),
                call.how().name(),
                call.target(),
                call.status().name(),
                Objects.requireNonNullElse(call.settledAt(), call.plannedAt()),
                call.error(),
                call.attempts(),
                call.receipt());
    }
}
