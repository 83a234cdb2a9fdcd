package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.ui.FormProblems;
import org.comity.ui.PagesForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who speaks to an item of the agenda is led to record one where there is none to choose. */
class SpeakerWithoutAgendaTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final Official MAREN = new Official("maren", "Maren", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER));

    @ParameterizedTest
    @ValueSource(strings = {"speaker", "statement"})
    void the_form_says_that_there_is_no_agenda_and_leads_to_an_item(String form) {
        var view = new SessionView(
                new ConferenceSession(0, "prac-3", "Third", "Averne", DAY, DAY, true, null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                DAY,
                true,
                FormProblems.NONE,
                Map.of());
        var drawn = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "conference/session/form.jte",
                        Map.of("page", PagesForTests.withForms("en", NOW, MAREN), "session", view, "form", form),
                        drawn);

        assertThat(drawn.toString())
                .contains("There is no agenda yet.", "<a href=\"/conference/sessions/prac-3/item\">");
    }
}
