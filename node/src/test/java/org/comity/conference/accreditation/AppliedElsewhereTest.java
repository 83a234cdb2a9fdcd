package org.comity.conference.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.TypedPaper;
import org.comity.conference.Voices;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** Observers apply to the Secretariat: a State's node beside it shows that, and records nothing. */
class AppliedElsewhereTest {

    private final ConferenceHost elsewhere = () -> false;
    private final ApplicationRows rows = mock(ApplicationRows.class);
    private final Official lawyer = new Official("maren", "Maren", "XA-1/o-1", Set.of(Duty.LAWYER));

    @Test
    void an_application_is_refused() {
        var keeping = new KeepingAccreditation(
                elsewhere, rows, mock(RuleInForce.class), mock(Voices.class), mock(Ledger.class), Clock.systemUTC());

        assertThatExceptionOfType(ConferenceRefused.class)
                .isThrownBy(() -> keeping.apply(new TypedPaper(Map.of()), lawyer))
                .satisfies(it -> assertThat(it.code()).isEqualTo("conference.hosted-elsewhere"));
        assertThatExceptionOfType(ConferenceRefused.class).isThrownBy(() -> keeping.circulate(1, lawyer));
        verify(rows, never()).add(any(), any(), any());
    }

    @Test
    void the_page_says_where_and_asks_nothing() {
        when(rows.all()).thenReturn(List.of());
        var reading = new ReadingAccreditation(
                elsewhere, rows, mock(RuleInForce.class), mock(Voices.class), Clock.systemUTC());

        var page = reading.all(FormProblems.NONE, Map.of(), lawyer);

        assertThat(page.elsewhere()).isTrue();
        assertThat(page.mayWrite()).isFalse();
    }
}
