package org.comity.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.comity.casework.Drafts;
import org.comity.database.PracticeDatabase;
import org.comity.evidence.Destruction;
import org.comity.identity.Officials;
import org.comity.procedure.CustodySteps;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.ui.HealthLine.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What was declared destroyed and could not be is told, tried again, and holds up nothing else. */
class UndoneDestructionTest {

    private static final String THREAD = "t";
    private static final List<String> ITEMS = List.of("m1", "m2");

    private final Threads threads = mock();
    private final Destruction destruction = mock();
    private final CustodyRemains remains = mock();
    private final ActRegistered event = mock(RETURNS_DEEP_STUBS);
    private UndoneDestructionRows rows;
    private DestroyingDelivered destroying;

    @BeforeEach
    void declaredDestroyed() throws Exception {
        rows = new UndoneDestructionRows(JdbcClient.create(PracticeDatabase.emptied("cooperation", 7)));
        ObjectProvider<Drafts> drafts = mock();
        when(drafts.stream()).thenAnswer(_ -> Stream.empty());
        destroying = new DestroyingDelivered(
                threads, destruction, remains, drafts, mock(Officials.class), rows, atOnce(), Clock.systemUTC());
        var envelope = mock(Envelope.class);
        when(envelope.type()).thenReturn(CustodySteps.DESTROYED);
        when(envelope.role()).thenReturn("requesting");
        when(envelope.thread()).thenReturn(THREAD);
        when(envelope.facts()).thenReturn(Map.of(CustodySteps.DELIVERY, "delivery"));
        var act = mock(Act.class);
        when(act.id()).thenReturn("act");
        when(act.envelope()).thenReturn(envelope);
        when(event.act()).thenReturn(act);
        when(event.ours()).thenReturn(true);
        when(event.thread().procedure()).thenReturn("assistance/1");
        when(event.entry().entry().effective()).thenReturn(true);
        var declared = mock(Threads.KeptAct.class);
        when(declared.id()).thenReturn("act");
        when(declared.envelope()).thenReturn(envelope);
        when(threads.act("act")).thenReturn(Optional.of(declared));
        var delivered = mock(Envelope.class);
        when(delivered.type()).thenReturn(CustodySteps.DELIVER);
        var delivery = mock(Threads.KeptAct.class);
        when(delivery.thread()).thenReturn(THREAD);
        when(delivery.envelope()).thenReturn(delivered);
        when(delivery.effect()).thenReturn(Entry.EFFECTIVE);
        when(threads.act("delivery")).thenReturn(Optional.of(delivery));
        when(remains.of(delivery)).thenReturn(new CustodyRemains.Said(ITEMS, ""));
    }

    @Test
    void an_item_that_is_not_known_is_told_and_tried_again_until_it_is_here() {
        when(destruction.unknown(THREAD, ITEMS)).thenReturn(Optional.of("m2"));

        destroying.registered(event);
        destroying.again();

        verify(destruction, never()).destroy(any(), any(), any());
        assertThat(rows.ofThread(THREAD)).extracting(UndoneDestruction::item).containsExactly("m2");
        assertThat(health()).isEqualTo(State.BAD);

        when(destruction.unknown(THREAD, ITEMS)).thenReturn(Optional.empty());
        destroying.again();

        verify(destruction).destroy(THREAD, ITEMS, null);
        assertThat(rows.ofThread(THREAD)).isEmpty();
        assertThat(health()).isEqualTo(State.GOOD);
    }

    @Test
    void a_delivery_whose_list_is_not_kept_is_told_as_well() {
        when(remains.of(any())).thenReturn(CustodyRemains.Said.NOTHING);

        destroying.registered(event);

        verify(destruction, never()).destroy(any(), any(), any());
        assertThat(rows.ofThread(THREAD)).extracting(UndoneDestruction::item).containsExactly("");
        rows.forgetting(THREAD);
        assertThat(rows.ofThread(THREAD)).isEmpty();
    }

    private State health() {
        return new UndoneDestructionCard(mock(), rows).lines().getFirst().state();
    }

    private static TransactionTemplate atOnce() {
        return new TransactionTemplate() {
            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> action) {
                action.accept(mock(TransactionStatus.class));
            }
        };
    }
}
