package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.comity.casework.Compartments;
import org.comity.casework.OrderAlarms;
import org.comity.casework.OrderAlarms.OrderAlarm;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail about an order that waited is sent only while it is still true. */
class SendingRemindersTest {

    private static final Instant NOW = Instant.parse("2027-06-01T10:00:00Z");
    private static final LocalDate TOLD = LocalDate.parse("2027-06-05");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final ReminderRows reminders = mock(ReminderRows.class);
    private final MailPost post = mock(MailPost.class);
    private final OrderAlarms alarms = mock(OrderAlarms.class);
    private final MailSettings settings = mock(MailSettings.class);
    private final RequestRow request = mock(RequestRow.class);
    private final Compartments compartments = mock(Compartments.class);
    private SendingReminders sending;

    private final Ledger ledger = mock();
    private boolean open;
    private final TransactionTemplate transaction = new TransactionTemplate() {
        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> action) {
            open = true;
            action.accept(mock());
            open = false;
        }
    };

    @BeforeEach
    void a_mail_about_an_order_waits() {
        waits(ReminderRecipient.Kind.CONTACT_POINT);
        var requests = mock(Requests.class);
        when(requests.ofThread("t")).thenReturn(Optional.of(request));
        var periods = mock(PeriodRows.class);
        when(periods.find("t")).thenReturn(Optional.of(mock(KeptPeriod.class)));
        when(settings.claim()).thenReturn(Duration.ofMinutes(5));
        sending = new SendingReminders(
                reminders,
                periods,
                new RemindingOfOrders(alarms, requests, reminders, mock(ReminderRecipients.class), CLOCK),
                mock(WritingMail.class),
                mock(CalendarFile.class),
                compartments,
                post,
                settings,
                ledger,
                transaction,
                CLOCK);
    }

    @Test
    void an_order_that_ends_on_the_day_told_is_told() throws Exception {
        ends(TOLD);

        assertThat(sending.sendOne()).isTrue();

        verify(post).send(any());
        verify(reminders).settled(eq(1L), eq(Reminder.Status.SENT), any(), any());
    }

    @Test
    void an_order_that_was_renewed_or_is_over_is_told_to_nobody() throws Exception {
        for (var day : new LocalDate[] {TOLD.plusDays(1), null}) {
            ends(day);
            assertThat(sending.sendOne()).isTrue();
        }

        verify(post, never()).send(any());
        verify(reminders, times(2)).settled(1, Reminder.Status.DROPPED, "", NOW);
    }

    @Test
    void of_a_request_that_was_closed_since_its_prosecutor_alone_is_told() throws Exception {
        ends(TOLD);
        when(compartments.hiddenFrom(Compartments.ANYBODY)).thenReturn(Set.of("t"));
        for (var kind : ReminderRecipient.Kind.values()) {
            waits(kind);
            assertThat(sending.sendOne()).isTrue();
        }

        verify(post, times(1)).send(any());
        verify(reminders, times(1)).settled(eq(1L), eq(Reminder.Status.SENT), any(), any());
        verify(reminders, times(2)).settled(1, Reminder.Status.DROPPED, "", NOW);
        verify(ledger).record(any(), any(), any(), eq(Map.of("step", Reminder.ORDER + TOLD, "to", "PROSECUTOR")));
    }

    @Test
    void that_it_left_is_set_down_and_put_on_record_in_one_transaction() throws Exception {
        ends(TOLD);
        var said = new ArrayList<String>();
        doAnswer(it -> said.add("set down, open: " + open)).when(reminders).settled(anyLong(), any(), any(), any());
        doAnswer(it -> said.add("on record, open: " + open)).when(ledger).record(any(), any(), any(), any());

        assertThat(sending.sendOne()).isTrue();

        assertThat(said).containsExactly("set down, open: true", "on record, open: true");
    }

    @Test
    void one_that_cannot_be_written_waits_and_keeps_nobody_elses_back() throws Exception {
        ends(TOLD);
        doThrow(new IllegalStateException("no words")).when(post).send(any());
        when(settings.pause(1)).thenReturn(Duration.ofMinutes(1));

        assertThat(sending.sendOne()).as("others are sent").isTrue();

        verify(reminders).postponed(1, NOW.plusSeconds(60), "message");
        verify(reminders, never()).settled(anyLong(), any(), any(), any());
    }

    private void waits(ReminderRecipient.Kind told) {
        var waiting = new Reminder(
                1,
                "t",
                Reminder.ORDER + TOLD,
                told,
                "contact@xa.example",
                Language.ENGLISH,
                Reminder.Status.WAITING,
                1,
                null,
                null);
        when(reminders.claim(any(), any())).thenReturn(Optional.of(waiting));
    }

    private void ends(@Nullable LocalDate day) {
        when(alarms.of(request))
                .thenReturn(Optional.ofNullable(day).map(it -> new OrderAlarm(request, "7/27", it, null, 12)));
    }
}
