package org.comity.casework.orders;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.OrderAlarms;
import org.comity.casework.OrderAlarms.OrderAlarm;
import org.comity.casework.ThreadCard;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.Editions;
import org.comity.procedure.RequestRow;
import org.comity.ui.Capital;
import org.comity.ui.Page;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Draws the warning that a domestic order ends before what we promised, beside the request. */
@Component
@Order(10)
class OrderEndCard implements ThreadCard {

    private static final String DUTY = "order";

    private final TemplateEngine templates;
    private final OrderAlarms alarms;
    private final Convention convention;
    private final Editions editions;
    private final WaysOutOfEnd ways;
    private final Directory directory;

    OrderEndCard(
            TemplateEngine templates,
            OrderAlarms alarms,
            Convention convention,
            Editions editions,
            WaysOutOfEnd ways,
            Directory directory) {
        this.templates = templates;
        this.alarms = alarms;
        this.convention = convention;
        this.editions = editions;
        this.ways = ways;
        this.directory = directory;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!by.holds(Duty.DUTY_OFFICER) && !by.holds(Duty.SECOND_OFFICER) && !by.holds(Duty.LAWYER)) {
            return Optional.empty();
        }
        return alarms.of(row).map(alarm -> new Ending(row, by, alarm));
    }

    private final class Ending implements Warning {

        private final RequestRow row;
        private final Official by;
        private final OrderAlarm alarm;

        Ending(RequestRow row, Official by, OrderAlarm alarm) {
            this.row = row;
            this.by = by;
            this.alarm = alarm;
        }

        @Override
        public Content on(Page page) {
            var edition = editions.ofThread(row.thread());
            var duty = convention.law(row.law(), edition).flatMap(it -> it.duty(DUTY));
            var view = new OrderEndView(
                    alarm,
                    edition,
                    duty.map(Provision::ref).orElse(""),
                    duty.map(it -> it.text().in(page.lang())).orElse(""),
                    ways.of(row, by),
                    directory.self().zone());
            var other = GoneParticipant.shown(directory, row.counterpart());
            var place = new Capital(other.capital(page.lang()), other.zone());
            return Card.of(
                            templates,
                            "casework/orders/ends.jte",
                            Map.of("view", view, "place", place, "words", words(page), "byWire", other.hasNode()))
                    .on(page);
        }

        @Override
        public Content strip(Page page) {
            return Card.of(templates, "casework/orders/endstrip.jte", Map.of("alarm", alarm))
                    .on(page);
        }

        @Override
        public String words(Page page) {
            return page.t("orders.ends.less.words", "reference", row.named(), "day", page.day(alarm.ends()));
        }
    }
}
