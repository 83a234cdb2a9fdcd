package org.comity.exchange.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.comity.exchange.OutgoingPages;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeSeal;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.Quotas;
import org.comity.ledger.Ledger;
import org.comity.proof.register.Entry;
import org.comity.proof.register.PageHead;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.JointState;
import org.comity.thread.JointThreads;
import org.comity.thread.Procedure;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Who is asked for more, and whose seals speak against the keeper that brings them. */
class ArrivingPagesTest {

    private static final String THREAD = "00000000-0000-8000-8000-000000000001";
    private static final URI NOWHERE = URI.create("https://127.0.0.1:1/as4");
    private static final PracticeWorld WORLD = new PracticeWorld()
            .with("XA-1", NOWHERE)
            .with("XB-1", NOWHERE)
            .with("XC-1", NOWHERE)
            .with("XD-1", NOWHERE);

    private final JointThreads threads = mock(JointThreads.class);
    private final OutgoingQueue outgoing = mock(OutgoingQueue.class);

    @Test
    void only_a_broken_seal_speaks_against_the_keeper() throws Exception {
        byte[] sealed =
                PracticeSeal.seal("XA-1", PracticeActs.request("XA-1", "XB-1").act());
        assertThat(sealed(Clock.systemUTC(), sealed)).containsExactly(true);

        var decadesOn = Clock.fixed(Instant.now().plusSeconds(1_700_000_000L), ZoneOffset.UTC);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> sealed(decadesOn, sealed))
                .satisfies(it -> assertThat(it.code()).isEqualTo("expired-seal"));
    }

    @Test
    void a_page_that_does_not_follow_is_asked_for_of_a_party_or_the_keeper_alone() {
        var joint = joint("XC-1", false);
        when(threads.find(THREAD)).thenReturn(Optional.of(joint));

        for (var from : List.of("XA-1", "XC-1", "XD-1")) {
            pages(Clock.systemUTC()).refused(WORLD.as("XB-1").get(from), THREAD, "page-behind");
        }

        verify(outgoing).fetch("XA-1", THREAD, 7);
        verify(outgoing).fetch("XC-1", THREAD, 7);
        verifyNoMoreInteractions(outgoing);
    }

    @Test
    void who_keeps_the_register_asks_nobody_for_what_is_ahead_of_it() {
        var head = head();
        when(threads.head(head, "XA-1")).thenReturn(JointThreads.Found.AHEAD);
        when(threads.find(THREAD)).thenReturn(Optional.of(joint("XB-1", true)));
        acts().head(WORLD.as("XB-1").get("XA-1"), head);
        verifyNoMoreInteractions(outgoing);

        when(threads.find(THREAD)).thenReturn(Optional.of(joint("XC-1", false)));
        acts().head(WORLD.as("XB-1").get("XA-1"), head);
        verify(outgoing).fetch("XC-1", THREAD, 7);
    }

    @SuppressWarnings("unchecked")
    private List<Boolean> sealed(Clock clock, byte[] container) throws Exception {
        var answers = new ArrayList<Boolean>();
        doAnswer(call -> {
                    var page = (JointThreads.Page) call.getArgument(0);
                    var act = ((JointThreads.Brought.Whole) page.acts().getFirst()).sealed();
                    answers.add(((Predicate<SealedAct>) call.getArgument(2)).test(act));
                    return null;
                })
                .when(threads)
                .take(any(JointThreads.Page.class), any(), any());
        var head = new PageHead(THREAD, 0, List.of(), 0).json();
        pages(clock).take(WORLD.as("XB-1").get("XA-1"), List.of(head, container));
        return answers;
    }

    /** XA-1 is a party of it. */
    private static JointThreads.Joint joint(String keeper, boolean weKeep) {
        var state = JointState.read(Map.of(
                "keeper", keeper, "parties", Map.of("XA-1", Map.of("as", "member", "from", 2L)), "table", Map.of()));
        return new JointThreads.Joint(
                THREAD, "gathering/1", keeper, weKeep, JointThreads.Standing.PARTY, state, 7, null);
    }

    private static SignedEntry head() {
        var hash = "0".repeat(64);
        var entry = new Entry(PracticeWorld.NETWORK, THREAD, 9, hash, hash, hash, Instant.EPOCH, "effective", hash);
        return new SignedEntry(entry, "");
    }

    private ArrivingJointActs acts() {
        return new ArrivingJointActs(
                threads,
                WORLD.as("XB-1"),
                seals(Clock.systemUTC()),
                mock(Quotas.class),
                outgoing,
                mock(OutgoingPages.class),
                mock(Ledger.class));
    }

    private static SealAtDoor seals(Clock clock) {
        return new SealAtDoor(
                WORLD.as("XB-1"), new StaticListableBeanFactory().getBeanProvider(Procedure.class), clock);
    }

    private ArrivingPages pages(Clock clock) {
        return new ArrivingPages(threads, WORLD.as("XB-1"), seals(clock), mock(Quotas.class), outgoing);
    }
}
