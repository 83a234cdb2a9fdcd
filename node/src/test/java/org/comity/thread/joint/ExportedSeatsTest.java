package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.longThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside a joint thread lie the threads of our own seats; what another host names as one of its own may be any of ours. */
class ExportedSeatsTest {

    private static final String JOINT = "0a1b2c3d-0000-8000-8000-000000000000";

    @ParameterizedTest
    @CsvSource({"XA-1,1", "XB-1,0"})
    void only_threads_that_our_own_acts_name_lie_beside_it(String author, int named) {
        var acts = mock(JointActRows.class);
        var entry = mock(Entry.class);
        when(entry.n()).thenReturn(1L);
        when(entry.act()).thenReturn("a");
        when(acts.after(eq(JOINT), longThat(it -> it < 1), org.mockito.ArgumentMatchers.anyInt()))
                .thenReturn(List.of(new SignedEntry(entry, "")));
        var envelope = envelope(JOINT, author, Map.of("recorded", "seat", "speaker", "XD-1"));
        var sealed = mock(SealedAct.class);
        when(sealed.container()).thenReturn(new byte[1]);
        when(acts.find("a")).thenReturn(Optional.of(new JointActRows.Kept(envelope, sealed, "", 1L, null)));
        var self = mock(Participant.class);
        when(self.id()).thenReturn("XA-1");
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(self);
        var ofTwo = mock(Threads.class);
        when(ofTwo.find(anyString())).thenReturn(Optional.of(mock(Threads.Thread.class)));
        var container = mock(Container.class);
        var proof = mock(SeatProof.class);
        when(proof.given())
                .thenReturn(List.of(new SeatProof.Given(
                        new SignedEntry(entry, ""), envelope("of-another-case", author, Map.of()))));
        when(container.seat()).thenReturn(proof);
        var exporting = new ExportingJointThread(mock(JointRows.class), acts, mock(PartyRows.class), directory, ofTwo);

        try (var read = mockStatic(Container.class)) {
            read.when(() -> Container.read(any())).thenReturn(container);
            assertThat(exporting.ofOurSeats(JOINT, 1)).hasSize(named);
        }
    }

    private static Envelope envelope(String thread, String author, Map<String, String> facts) {
        return new Envelope(
                "network",
                thread,
                "joint-investigation/1",
                "uncc/2",
                "join",
                author,
                "*",
                "member",
                Instant.EPOCH,
                List.of(),
                false,
                facts,
                SaltedHash.of(CanonicalJson.write(Map.of())),
                List.of());
    }
}
