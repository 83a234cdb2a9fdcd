package org.comity.treaty.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.FinalProvisions.Kind;
import org.comity.convention.FinalProvisions.Notice;
import org.comity.convention.Instrument;
import org.comity.convention.reading.PracticeLaw;
import org.junit.jupiter.api.Test;

class NoticeLetterTest {

    private final Convention law = PracticeLaw.held();
    private final Instrument instrument = law.newest(Convention.UNCC).orElseThrow();

    @Test
    void what_a_state_tells_is_data_and_each_point_cites_a_paragraph_that_is_held() {
        assertThat(instrument.ends().notices())
                .extracting(Notice::ref)
                .containsExactly(
                        "11(3)",
                        "17(2)(d)",
                        "23(3)(a)",
                        "23(3)(b)",
                        "37(6)(a)",
                        "37(19)",
                        "40(12)(c)",
                        "40(13)",
                        "41(2)",
                        "42(5)",
                        "50(5)",
                        "53(7)",
                        "63(3)",
                        "63(4)",
                        "64(3)")
                .allSatisfy(it ->
                        assertThat(law.paragraph(instrument.edition(), it)).isPresent());
        assertThat(instrument.ends().notices().stream()
                        .collect(Collectors.groupingBy(Notice::when, Collectors.counting()))
                        .values())
                .containsExactlyInAnyOrder(4L, 2L, 9L);
    }

    /** 40(13) has the languages told on deposit, and 64(3) the competence again when it changes. */
    @Test
    void what_is_told_again_is_what_the_text_has_told_again() {
        assertThat(instrument.ends().notice("languages").orElseThrow().again()).isFalse();
        assertThat(instrument.ends().notice("competence").orElseThrow()).satisfies(it -> {
            assertThat(it.again()).isTrue();
            assertThat(it.kind()).isEqualTo(Kind.DECLARATION);
        });
    }

    @Test
    void a_look_is_due_a_year_later_and_before_anybody_looked() {
        var notice = instrument.ends().notices().getFirst();
        var looked = new NoticeLook(notice.key(), true, "Maren", Instant.parse("2025-11-24T12:00:00Z"));

        assertThat(new NoticesView.Point(notice, null, looked).due(LocalDate.parse("2026-11-23")))
                .isFalse();
        assertThat(new NoticesView.Point(notice, null, looked).due(LocalDate.parse("2026-11-24")))
                .isTrue();
        assertThat(new NoticesView.Point(notice, null, null).due(LocalDate.parse("2020-01-01")))
                .isTrue();
    }

    @Test
    void a_scan_is_known_by_how_it_begins_and_bounded() {
        assertThat(SignedScan.of("%PDF-1.7 and more".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .get()
                .extracting(SignedScan::type)
                .isEqualTo("application/pdf");
        assertThat(SignedScan.of("<html>not a scan</html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
        var large = new byte[SignedScan.LARGEST + 1];
        System.arraycopy("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, large, 0, 4);
        assertThat(SignedScan.of(large)).isEmpty();
    }
}
