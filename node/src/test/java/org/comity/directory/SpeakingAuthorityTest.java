package org.comity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Article 37(19): requests for extradition have an authority of their own, where the State names one. */
class SpeakingAuthorityTest {

    private static final String PERSONS = "persons-authority";

    @Test
    void an_authority_that_is_named_speaks() {
        var state = state(Map.of("contact-point", "Cyber Unit", "central-authority", "Ministry", PERSONS, "Section 4"));

        assertThat(state.function(PERSONS)).isEqualTo(PERSONS);
        assertThat(state.speaker(PERSONS)).isEqualTo("Section 4");
        assertThat(state.speaker("central-authority")).isEqualTo("Ministry");
    }

    @Test
    void where_none_is_named_the_central_authority_speaks_and_else_the_contact_point() {
        for (var named : List.of(
                Map.of("contact-point", "Cyber Unit", "central-authority", "Ministry"),
                Map.of("contact-point", "Cyber Unit", "central-authority", "Ministry", PERSONS, ""))) {
            assertThat(state(named).function(PERSONS)).isEqualTo("central-authority");
            assertThat(state(named).speaker(PERSONS)).isEqualTo("Ministry");
            assertThat(state(named).speaker("contact-point")).isEqualTo("Cyber Unit");
        }
        assertThat(state(Map.of("contact-point", "Cyber Unit")).speaker(PERSONS))
                .isEqualTo("Cyber Unit");
        assertThat(state(Map.of("central-authority", "Ministry")).function("contact-point"))
                .isEqualTo("contact-point");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "fr"})
    void letters_name_it(String language) {
        assertThat(List.of("letters.us." + PERSONS, "letters.them." + PERSONS))
                .allMatch(it -> WordsForTests.load().has(language, it));
    }

    private static Participant state(Map<String, String> functions) {
        return new Participant(
                "XA-1",
                new StateParty("XA"),
                Map.of(),
                Map.of(),
                ZoneOffset.UTC,
                null,
                List.of(),
                "",
                "",
                "",
                functions,
                null,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                ParticipantKind.values()[0]);
    }
}
