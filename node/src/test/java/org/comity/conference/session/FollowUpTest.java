package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.conference.session.ConferenceSession.PaperFile;
import org.comity.conference.session.Decision.FollowUp;
import org.junit.jupiter.api.Test;

/** What is late is told to whoever must act, and to nobody else; what is issued is what it begins as. */
class FollowUpTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 1);

    @Test
    void only_its_owner_is_told_that_its_day_is_past() {
        var open = followUp("XB", "open", DUE);

        assertThat(open.overdueFor("XB", DUE.plusDays(1))).isTrue();
        assertThat(open.overdueFor("XB", DUE)).as("the day itself").isFalse();
        assertThat(open.overdueFor("XC", DUE.plusDays(1))).isFalse();
        assertThat(open.overdueFor(Decision.SECRETARIAT, DUE.plusDays(1))).isFalse();
    }

    @Test
    void what_has_ended_what_has_no_day_and_what_is_for_all_states_is_never_late() {
        assertThat(followUp("XB", "done", DUE).overdueFor("XB", DUE.plusDays(9)))
                .isFalse();
        assertThat(followUp("XB", "dropped", DUE).overdueFor("XB", DUE.plusDays(9)))
                .isFalse();
        assertThat(followUp("XB", "open", null).overdueFor("XB", DUE.plusDays(9)))
                .isFalse();
        assertThat(followUp(Decision.STATES, "open", DUE).overdueFor("XB", DUE.plusDays(9)))
                .isFalse();
        assertThat(followUp("XB", "moved", DUE).overdueFor("XB", DUE.plusDays(9)))
                .isTrue();
    }

    @Test
    void a_document_is_a_pdf_or_a_docx_whatever_its_name_says() {
        var pdf = "%PDF-1.7 text".getBytes(StandardCharsets.UTF_8);

        assertThat(IssuedFile.of("en", pdf).map(IssuedFile::file).map(PaperFile::type))
                .isEqualTo(Optional.of("application/pdf"));
        assertThat(IssuedFile.of("en", pdf).orElseThrow().file().size()).isEqualTo(pdf.length);
        assertThat(IssuedFile.of("en", "PK\u0003\u0004 and more".getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .file()
                        .extension())
                .isEqualTo("docx");
        assertThat(IssuedFile.of("en", "<html>and more</html>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(IssuedFile.of("en", new byte[IssuedFile.LARGEST + 1])).isEmpty();
        assertThat(IssuedFile.of("en", new byte[0])).isEmpty();
    }

    private static FollowUp followUp(String who, String status, @org.jspecify.annotations.Nullable LocalDate due) {
        return new FollowUp(1, "4", "Six languages", who, status, due, List.of());
    }
}
