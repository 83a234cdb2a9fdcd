package org.comity.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.Test;

/** A session has one host, from whose board all others read. */
class ConferenceHostTest {

    private final Participant state = participant(ParticipantKind.CONTACT_POINT);
    private final Participant secretariat = participant(ParticipantKind.SECRETARIAT);
    private final Official keeper = new Official("maren", "Maren", "XS-1/o-1", Set.of(Duty.LAWYER));

    @Test
    void the_secretariat_keeps_sessions_and_no_node_beside_it() {
        assertThat(host(secretariat, state).here()).isTrue();
        assertThat(host(state, secretariat).here()).isFalse();
        assertThatExceptionOfType(ConferenceRefused.class)
                .isThrownBy(() -> host(state, secretariat).mustWrite(keeper))
                .satisfies(it -> assertThat(it.code()).isEqualTo("conference.hosted-elsewhere"));
    }

    @Test
    void where_a_network_has_no_secretariat_any_node_keeps_them() {
        assertThat(host(state, participant(ParticipantKind.CONTACT_POINT)).here())
                .isTrue();
    }

    private static ConferenceHost host(Participant self, Participant other) {
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(self);
        when(directory.all()).thenReturn(List.of(self, other));
        return new HostOfDirectory(directory);
    }

    private static Participant participant(ParticipantKind kind) {
        var participant = mock(Participant.class);
        when(participant.kind()).thenReturn(kind);
        return participant;
    }
}
