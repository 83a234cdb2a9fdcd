package org.comity.casework.assurances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.casework.Assurances;
import org.comity.casework.Assurances.StandingAssurance;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Assured;
import org.comity.procedure.Editions;
import org.comity.procedure.RequestRow;
import org.comity.ui.Page;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** Beside an assurance stands the paragraph that governs this request, and not that of another procedure. */
class AssuranceCardTest {

    private static final Official READER = new Official("maren", "A. Maren", "XA-1/o-1", Set.of());

    @Test
    void information_that_nobody_asked_for_is_kept_and_used_as_40_5_says() {
        assertThat(cited("spontaneous", "use")).isEqualTo("40(5)");
        assertThat(cited("spontaneous", "confidentiality")).isEqualTo("40(5)");
        assertThat(cited("assistance", "use")).isEqualTo("40(19)");
        assertThat(cited("extradition", "use")).isEmpty();
    }

    /** What the card gives its template to show. */
    private static String cited(String law, String kind) {
        Assurances assurances = mock();
        Editions editions = mock();
        TemplateEngine templates = mock();
        Directory directory = mock();
        Participant other = mock();
        RequestRow row = mock();
        Page page = mock();
        when(row.law()).thenReturn(law);
        when(row.thread()).thenReturn("t");
        when(row.counterpart()).thenReturn("XB-1");
        when(directory.get("XB-1")).thenReturn(other);
        when(other.name("en")).thenReturn("Belmora");
        when(page.lang()).thenReturn("en");
        when(editions.ofThread("t")).thenReturn("uncc/2");
        when(assurances.today()).thenReturn(LocalDate.parse("2027-06-10"));
        when(assurances.of("t"))
                .thenReturn(List.of(
                        new StandingAssurance(new Assured(kind, "Words", "Office", "", null), true, true, "a")));

        new AssuranceCard(templates, assurances, PracticeLaw.held(), editions, directory)
                .beside(row, READER)
                .orElseThrow()
                .on(page);

        var shown = ArgumentCaptor.<Map<String, Object>>captor();
        verify(templates).render(anyString(), shown.capture(), any(TemplateOutput.class));
        return ((List<?>) shown.getValue().get("lines"))
                .stream()
                        .map(AssuranceLine.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .ref();
    }
}
