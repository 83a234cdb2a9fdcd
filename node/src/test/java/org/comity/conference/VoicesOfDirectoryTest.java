package org.comity.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;
import org.comity.conference.Voices.Voice;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.treaty.DepositaryOrder;
import org.comity.vocabulary.ParticipantId;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in no directory speaks if it is a State, a party to the treaty, or admitted. */
class VoicesOfDirectoryTest {

    private final DepositaryOrder depositary = mock();
    private final AdmittedObservers admitted = mock();
    private final Directory directory = mock();
    private final Voices voices = new VoicesOfDirectory(directory, depositary, admitted, false);

    @ParameterizedTest
    @ValueSource(strings = {"EU", "UNION-7"})
    void an_organisation_that_is_a_party_speaks_as_states_do(String code) {
        assertThat(voices.of(code, "en")).isEmpty();

        when(depositary.name(code, "en")).thenReturn(Optional.of("A union of States"));

        assertThat(voices.of(code.toLowerCase(java.util.Locale.ROOT), "en"))
                .contains(new Voice(code, "A union of States", true));
        assertThat(voices.name(code, "en")).isEqualTo("A union of States");
    }

    @ParameterizedTest
    @CsvSource({
        "XB-Police, CONTACT_POINT, XB",
        "XB-Abcdefghij0123456789, CONTACT_POINT, XB",
        "ZZ-LakeMail, ORGANISATION, ZZ-LakeMail",
        "ZZ-ABCDEFGHIJ0123456789, ORGANISATION, ZZ-ABCDEFGHIJ0123456789"
    })
    void whoever_takes_part_speaks_whatever_letters_its_id_has(String id, ParticipantKind kind, String code) {
        var participant = mock(Participant.class);
        when(participant.id()).thenReturn(id);
        when(participant.kind()).thenReturn(kind);
        when(participant.state()).thenReturn(new StateParty(id.substring(0, 2)));
        when(participant.name("en")).thenReturn("It");
        when(directory.find(id)).thenReturn(Optional.of(participant));

        assertThat(id).matches(ParticipantId.FORM);
        assertThat(voices.of(id, "en")).contains(new Voice(code, "It", kind.authority()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQ", "NOBODY-1", "XA", "X-BODY"})
    void what_nothing_is_recorded_of_has_no_voice(String code) {
        when(depositary.name(any(), any())).thenReturn(Optional.empty());
        assertThat(voices.of(code, "en")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR", "OBSERVER-3", "OBSERVER-1000"})
    void a_state_and_an_observer_speak_without_standing_in_that_table(String code) {
        when(admitted.names()).thenReturn(Map.of("OBSERVER-3", "An observer", "OBSERVER-1000", "A later one"));
        assertThat(voices.of(code, "en").map(Voice::state)).contains(code.equals("FR"));
    }
}
