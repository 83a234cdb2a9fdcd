package org.comity.exchange.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.directory.Directory.Validity;
import org.comity.directory.EntryVersions;
import org.comity.directory.Participant;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeSeal;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.comity.proof.act.Act;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Invitation;
import org.comity.thread.Procedure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** From whom an invitation to a joint thread is taken. */
class ArrivingInvitationsTest {

    private static final URI NOWHERE = URI.create("https://127.0.0.1:1/as4");
    private static final PracticeWorld WORLD =
            new PracticeWorld().with("XA-1", NOWHERE).with("XB-1", NOWHERE);

    private final JointThreads threads = mock(JointThreads.class);
    private final Act opening = PracticeActs.request("XA-1", "XB-1").act();
    private final Act invite = PracticeActs.following(opening, "invite", "XA-1", "XB-1", "requesting")
            .act();

    @Test
    void d34_in_grace_no_invitation_to_a_thread_that_is_not_here() throws Exception {
        WORLD.standing("XA-1", Validity.GRACE);

        var refusal = catchThrowableOfType(Refusal.class, this::arrives);

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo("directory-grace");
        verify(threads, never()).take(any(Invitation.class), any());
    }

    @Test
    void d34_in_grace_what_is_here_is_asked_again_and_before_it_everybody_may_ask() throws Exception {
        WORLD.standing("XA-1", Validity.VALID);
        arrives();
        WORLD.standing("XA-1", Validity.GRACE);
        when(threads.find(opening.envelope().thread())).thenReturn(Optional.of(mock(JointThreads.Joint.class)));
        arrives();

        verify(threads, times(2)).take(any(Invitation.class), eq("XA-1"));
    }

    @Test
    void r127_an_invitation_that_one_officer_approved_where_its_author_asks_for_two() {
        WORLD.standing("XA-1", Validity.VALID)
                .put(PracticeWorld.participant("XA-1", PracticeWorld.node("XA-1", NOWHERE), true));
        try {
            var refusal = catchThrowableOfType(Refusal.class, this::arrives);

            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo("one-approval");
            verify(threads, never()).take(any(Invitation.class), any());
        } finally {
            WORLD.with("XA-1", NOWHERE);
        }
    }

    private void arrives() throws Refusal {
        var directory = WORLD.as("XB-1");
        var seals = new SealAtDoor(
                directory,
                mock(EntryVersions.class),
                new StaticListableBeanFactory().getBeanProvider(Procedure.class),
                Clock.systemUTC());
        Participant from = directory.get("XA-1");
        new ArrivingInvitations(threads, directory, seals, mock(Quotas.class))
                .take(from, List.of(entries(), PracticeSeal.seal("XA-1", opening), PracticeSeal.seal("XA-1", invite)));
    }

    private byte[] entries() {
        return CanonicalJson.write(Map.of("entries", List.of(entry(1, opening), entry(2, invite))));
    }

    private static Object entry(long n, Act act) {
        var hash = "0".repeat(64);
        var entry = new Entry(
                PracticeWorld.NETWORK,
                act.envelope().thread(),
                n,
                hash,
                act.id(),
                hash,
                Instant.parse("2027-03-01T12:00:00Z"),
                "effective",
                hash);
        return CanonicalJson.read(new SignedEntry(entry, PracticeSeal.of("XA-1").signEntry(entry.json())).json());
    }
}
