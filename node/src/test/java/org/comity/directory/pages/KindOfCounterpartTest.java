package org.comity.directory.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.comity.directory.Participant;
import org.comity.directory.ParticipantEntry;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who writes a counterpart down says what it is, once. */
class KindOfCounterpartTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void a_service_provider_is_one_also_after_it_was_changed() {
        var recorded = entry(Map.of("kind", "provider"), null);
        assertThat(recorded.kind()).isEqualTo(ParticipantKind.PROVIDER);

        var known = recorded.participant(NOW);
        assertThat(CounterpartForm.of(known, "en").known()).isTrue();
        assertThat(entry(Map.of("kind", "contact-point"), known).kind()).isEqualTo(ParticipantKind.PROVIDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contact-point", "secretariat", "court", "nobody"})
    void whoever_is_said_to_be_nothing_else_is_an_authority_of_a_state(String kind) {
        var recorded = entry(Map.of("kind", kind), null);

        assertThat(recorded.kind()).isEqualTo(ParticipantKind.CONTACT_POINT);
        assertThat(recorded.saidKind()).isNull();
    }

    private static ParticipantEntry entry(Map<String, String> said, @Nullable Participant known) {
        var typed = new HashMap<>(Map.of(
                "id", "ZZ-Mail",
                "name", "Lake Mail",
                "capital", "Velin",
                "zone", "+01:00",
                "authority", "Office for authorities",
                "languages", "en"));
        typed.putAll(said);
        var form = new CounterpartForm(typed);
        assertThat(form.problems().any()).isFalse();
        return form.entry("0".repeat(64), "en", known, NOW, LocalDate.parse("2027-03-01"));
    }
}
