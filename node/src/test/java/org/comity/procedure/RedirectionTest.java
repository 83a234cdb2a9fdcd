package org.comity.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.comity.directory.Participant;
import org.comity.vocabulary.StateParty;
import org.junit.jupiter.api.Test;

/** For whom a request is, as somebody wrote it, is found in the directory where one alone can be meant. */
class RedirectionTest {

    private static final List<Participant> ALL = List.of(
            other("XC-1", "XC", Map.of("en", "Corvia", "ar", "كورفيا"), "Central authority of Corvia"),
            other("XD-1", "XD", Map.of("en", "Dorvane"), "Ministry of Justice"),
            other("XD-2", "XD", Map.of("en", "Dorvane"), "Prosecutor of Hesper"));

    @Test
    void by_code_name_entry_or_authority_however_it_is_written() {
        assertThat(named("XC-1", "")).isEqualTo("XC-1");
        assertThat(named("xc", "")).isEqualTo("XC-1");
        assertThat(named(" corvia ", "")).isEqualTo("XC-1");
        assertThat(named("كورفيا", "")).isEqualTo("XC-1");
        assertThat(named("", "prosecutor of hesper")).isEqualTo("XD-2");
        assertThat(named("Dorvane", "Ministry of Justice")).isEqualTo("XD-1");
    }

    @Test
    void of_two_that_could_be_meant_neither_is_and_an_unknown_one_is_nobody() {
        assertThat(named("Dorvane", "")).isEmpty();
        assertThat(named("Somewhere", "")).isEmpty();
        assertThat(named("", "")).isEmpty();
    }

    @Test
    void whom_it_is_for_must_be_said() {
        var said = Map.of("wrong", "state", "rightAuthority", "Court");

        assertThat(Redirection.lacking(it -> said.getOrDefault(it, ""))).contains("rightState");
        assertThat(Redirection.lacking(it -> it.equals("wrong") ? "authority" : said.getOrDefault(it, "")))
                .isEmpty();
    }

    private static String named(String state, String authority) {
        return Redirection.of(Map.of("rightState", state, "rightAuthority", authority))
                .among(ALL)
                .map(Participant::id)
                .orElse("");
    }

    private static Participant other(String id, String code, Map<String, String> names, String authority) {
        var other = mock(Participant.class);
        when(other.id()).thenReturn(id);
        when(other.state()).thenReturn(new StateParty(code));
        when(other.names()).thenReturn(names);
        when(other.functions()).thenReturn(Map.of("central-authority", authority));
        return other;
    }
}
