package org.comity.thread.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.directory.Directory;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeSeal;
import org.comity.exchange.PracticeWorld;
import org.comity.proof.Malformed;
import org.comity.proof.act.Act;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.AdoptedAuthorities;
import org.comity.thread.JointThreads.Registered;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;

/** R155: what of a seat act speaks against who registered it, and what only this node does not know. */
class CheckingSeatActsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final URI NOWHERE = URI.create("https://127.0.0.1:1/as4");

    private final PracticeWorld world =
            new PracticeWorld().with("XA-1", NOWHERE).with("XB-1", NOWHERE).with("XC-1", NOWHERE);
    private final Directory directory = spy(world.as("XB-1"));
    private final SeatProof proof = mock(SeatProof.class);
    private final Act act = PracticeActs.request("XA-1", "XD-1")
            .with("facts", Map.of("recorded", "seat", "speaker", "XD-1", "key", "0".repeat(64)))
            .act();
    private final SealedAct sealed = new SealedAct(act, new byte[] {1});
    private MockedStatic<Container> containers;

    @BeforeEach
    void fromASeat() {
        var container = mock(Container.class);
        when(container.act()).thenReturn(act);
        when(container.seat()).thenReturn(proof);
        containers = mockStatic(Container.class);
        containers.when(() -> Container.read(any())).thenReturn(container);
    }

    @AfterEach
    void readAgain() {
        containers.close();
    }

    @Test
    void a_key_that_its_host_gave_under_a_register_key_of_its_own_stands() {
        givenUnder("XA-1");

        assertThat(holds("XC-1")).isTrue();
    }

    /** The host may have had another register key before this node knew it: the keeper is honest, and nothing is disputed. */
    @Test
    void r137_a_register_key_that_is_not_known_here_is_asked_for_and_speaks_against_nobody() {
        givenUnder("XC-1");

        foreign(() -> holds("XC-1"));
        foreign(() -> acts().check(sealed));
        verify(directory, org.mockito.Mockito.times(2)).lookAgain("XA-1");
    }

    @Test
    void only_the_proof_itself_is_not_right() {
        givenUnder("XC-1");
        doThrow(new Malformed("seat-signature", "")).when(proof).require(any(), any(), any(), any());

        assertThat(holds("XC-1")).isFalse();
    }

    @Test
    void what_another_registered_before_the_hosts_key_was_revoked_stands() {
        givenUnder("XA-1");
        world.revoked("XA-1", NOON.plusSeconds(1));

        assertThat(holds("XC-1")).isTrue();
        foreign(() -> holds("XA-1"));
        foreign(() -> acts().check(sealed));
    }

    /** As its keeper's entry says, which dates it; by our own clock it may lie ahead. */
    @Test
    void what_is_registered_is_compared_with_its_own_entry() {
        givenUnder("XA-1");

        holds("XC-1");

        verify(proof).require(any(), any(), org.mockito.ArgumentMatchers.eq(NOON), any());
    }

    private void givenUnder(String signer) {
        var hash = "0".repeat(64);
        var entry = new Entry(
                PracticeWorld.NETWORK, act.envelope().thread(), 2, hash, act.id(), hash, NOON, "effective", hash);
        var signed = new SignedEntry(entry, PracticeSeal.of(signer).signEntry(entry.json()));
        when(proof.given()).thenReturn(List.of(new SeatProof.Given(signed, act.envelope())));
    }

    private static void foreign(ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .satisfies(it -> assertThat(it.code()).isEqualTo("foreign-signature"));
    }

    private boolean holds(String keeper) {
        return acts().holds(sealed, new Registered(keeper, NOON));
    }

    private CheckingSeatActs acts() {
        return new CheckingSeatActs(
                directory,
                mock(Threads.class),
                mock(AdoptedAuthorities.class),
                Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
    }
}
