package org.comity.exchange.outbox;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.SendingFailed;
import org.comity.exchange.SettableClock;
import org.comity.ledger.Ledger;
import org.comity.thread.JointThreads;
import org.comity.thread.Threads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose desk is told that an act has no entry. */
class NoticingSilenceTest {

    private static final String THREAD = "00000000-0000-8000-8000-000000000001";
    private static final PracticeWorld WORLD = new PracticeWorld().with("XB-1", URI.create("https://127.0.0.1:1/as4"));

    private final UnansweredActs unanswered = mock(UnansweredActs.class);
    private final JointThreads joint = mock(JointThreads.class);
    private final Ledger ledger = mock(Ledger.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final OutgoingQueue outgoing = mock(OutgoingQueue.class);
    private final SettableClock clock = new SettableClock();
    private NoticingSilence silence;

    @BeforeEach
    void deliveredAndNotRegistered() {
        var act = new UnansweredActs.Act(7, "a", THREAD, "XA-1", true, false);
        when(unanswered.since(any(), any())).thenReturn(List.of(act));
        when(unanswered.told(anyLong(), any())).thenReturn(true);
        when(joint.find(THREAD))
                .thenReturn(Optional.of(new JointThreads.Joint(
                        THREAD, "gathering/1", false, "XA-1", false, JointThreads.OurPart.PARTY, null, 4, null)));
        var settings = mock(ExchangeSettings.class);
        when(settings.entryAlarm()).thenReturn(Duration.ofMinutes(10));
        when(settings.courierPatience()).thenReturn(Duration.ofDays(7));
        silence = new NoticingSilence(
                unanswered,
                mock(Threads.class),
                joint,
                WORLD.as("XB-1"),
                outgoing,
                ledger,
                events,
                atOnce(),
                settings,
                clock);
    }

    @Test
    void the_desk_is_told_of_an_act_of_its_own() {
        when(joint.author("a")).thenReturn(Optional.of("XB-1"));

        silence.look();

        verify(events).publishEvent(new SendingFailed("a", THREAD, "no-entry"));
        verify(outgoing).fetch("XA-1", THREAD, 4);
    }

    /** R135: who brings another's act to the keeper asks for the entry, and alarms nobody. */
    @Test
    void nobody_is_told_of_an_act_that_was_brought_for_another() {
        when(joint.author("a")).thenReturn(Optional.of("XC-1"));

        silence.look();

        verify(events, never()).publishEvent(any());
        verify(ledger, never()).record(any(), any(), eq("a"), any());
        verify(unanswered).told(eq(7L), any());
        verify(outgoing).fetch("XA-1", THREAD, 4);
    }

    @Test
    void one_that_cannot_be_looked_into_does_not_keep_the_next_from_it() {
        var first = new UnansweredActs.Act(6, "broken", THREAD, "XA-1", true, false);
        var second = new UnansweredActs.Act(7, "a", THREAD, "XA-1", true, false);
        when(unanswered.since(any(), any())).thenReturn(List.of(first, second));
        when(unanswered.told(eq(6L), any())).thenThrow(new IllegalStateException("of this row alone"));
        when(joint.author("a")).thenReturn(Optional.of("XB-1"));

        silence.look();

        verify(events).publishEvent(new SendingFailed("a", THREAD, "no-entry"));
    }

    @Test
    void one_that_cannot_be_looked_into_is_looked_into_again_after_a_pause() {
        when(unanswered.told(eq(7L), any())).thenThrow(new IllegalStateException("of this row alone"));

        silence.look();
        silence.look();
        verify(unanswered, times(1)).told(eq(7L), any());

        clock.forward(Duration.ofSeconds(61));
        silence.look();
        verify(unanswered, times(2)).told(eq(7L), any());
    }

    private static TransactionTemplate atOnce() {
        return new TransactionTemplate() {
            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> action) {
                action.accept(mock(TransactionStatus.class, RETURNS_DEEP_STUBS));
            }
        };
    }
}
