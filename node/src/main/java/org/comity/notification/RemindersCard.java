package org.comity.notification;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Draws the card of reminders on the page of a request. */
@Component
class RemindersCard implements ThreadCard {

    private final TemplateEngine templates;
    private final PeriodRows periods;
    private final ReminderRows reminders;
    private final ReminderRecipients recipients;
    private final ReminderSettings settings;
    private final MailPost post;
    private final Clock clock;

    RemindersCard(
            TemplateEngine templates,
            PeriodRows periods,
            ReminderRows reminders,
            ReminderRecipients recipients,
            ReminderSettings settings,
            MailPost post,
            Clock clock) {
        this.templates = templates;
        this.periods = periods;
        this.reminders = reminders;
        this.recipients = recipients;
        this.settings = settings;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var period = periods.find(row.thread());
        if (period.isEmpty() && row.turn() == RequestRow.Turn.NOBODY) {
            return Optional.empty();
        }
        var view = view(row, period, by.holds(Duty.DUTY_OFFICER) || by.holds(Duty.LAWYER));
        return Optional.of(Card.of(templates, "notification/reminders.jte", Map.of("view", view)));
    }

    private RemindersView view(RequestRow row, Optional<KeptPeriod> period, boolean mayChange) {
        var prosecutor = recipients.prosecutor(row.thread());
        var now = clock.instant();
        return new RemindersView(
                row.address(),
                period.map(it -> new RemindersView.Ending(
                                it.until(), it.open(), it.quietAt() != null, it.nextStep(settings.days(), now)))
                        .orElse(null),
                reminders.of(row.thread()).stream()
                        .map(it -> new RemindersView.Line(
                                it.shown(), it.kind().name(), it.status().name(), it.settledAt(), it.error()))
                        .toList(),
                recipients.of(row.thread()).stream().map(it -> it.kind().name()).toList(),
                prosecutor.map(ReminderRecipient::address).orElse(""),
                prosecutor
                        .map(ReminderRecipient::language)
                        .orElse(Language.ENGLISH)
                        .tag(),
                List.copyOf(recipients.languages()),
                post.on(),
                post.practice().isPresent(),
                mayChange);
    }
}
