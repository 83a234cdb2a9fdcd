package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.comity.procedure.form.FieldSections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A moment in an act is shown by both capitals' clocks, as on the rest of the page. */
class WrittenMomentsTest {

    private static final Instant AT = Instant.parse("2027-03-01T22:30:15Z");
    private static final Capital OSTERA = new Capital("Ostera", ZoneOffset.ofHours(7));

    private final Page page = PagesForTests.english(Instant.parse("2027-02-01T12:00:00Z"));

    /** As our documents write it, in each of their languages; the first of a month has its own form in French. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "fr", "es", "ru"})
    void what_our_documents_write_is_found(String language) {
        for (int month = 0; month < 12; month++) {
            var at = AT.atOffset(ZoneOffset.UTC).plusMonths(month).toInstant();
            var line = "Until " + FieldSections.moment(at, Locale.of(language)) + ", at the latest";
            assertThat(WrittenMoments.in(line)).as(line).singleElement().satisfies(it -> {
                assertThat(it.at()).isEqualTo(at);
                assertThat(line.substring(it.end())).isEqualTo(", at the latest");
            });
        }
    }

    @Test
    void both_capitals_stand_behind_the_words_which_stay_as_they_are() {
        var line = "Keep it until " + FieldSections.moment(AT, Locale.ENGLISH) + ".";
        assertThat(page.said(line, OSTERA).html().replaceAll("<[^>]*>", ""))
                .isEqualTo("Keep it until 1 March 2027 22:30:15 UTC (Ostera 2 Mar 05:30 · Velin 2 Mar 00:30).");
    }

    @Test
    void what_is_no_moment_is_left_as_it_is() {
        for (var line :
                new String[] {"31 February 2027 22:30:15 UTC", "1 Merch 2027 10:00:00 UTC", "22:30 UTC", "<b>"}) {
            assertThat(page.said(line, OSTERA)).isEqualTo(page.text(line));
        }
    }
}
