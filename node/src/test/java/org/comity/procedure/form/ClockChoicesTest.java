package org.comity.procedure.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.ZoneId;
import org.comity.directory.Participant;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.junit.jupiter.api.Test;

class ClockChoicesTest {

    @Test
    void utc_comes_first_and_no_capital_twice() {
        var us = participant("Velin", "+02:00");

        assertThat(ClockChoices.of(Language.ENGLISH, us, participant("Velin", "+02:00")))
                .containsExactly(Choice.of("Z", "UTC"), Choice.of("+02:00", "Velin"));
        assertThat(ClockChoices.of(
                        Language.ENGLISH, us, participant("Hesper", "+02:00"), participant("Ostera", "+07:00")))
                .containsExactly(
                        Choice.of("Z", "UTC"), Choice.of("+02:00", "Velin · Hesper"), Choice.of("+07:00", "Ostera"));
    }

    private static Participant participant(String capital, String zone) {
        var participant = mock(Participant.class);
        when(participant.capital("en")).thenReturn(capital);
        when(participant.zone()).thenReturn(ZoneId.of(zone));
        return participant;
    }
}
